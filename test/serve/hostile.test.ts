import { expect, it } from "vitest"
import { newDesk, raw, readInto, send, write } from "./desk.ts"

const OWN = (port: number) => `127.0.0.1:${port}`

it("answers under its own names alone", async () => {
  const desk = await newDesk()
  const { port } = desk
  for (const host of [OWN(port), `localhost:${port}`, `LOCALHOST:${port}`, `[::1]:${port}`])
    expect([host, (await send(desk, "/api/desk", { headers: { host } })).status]).toEqual([host, 200])
  for (const host of [
    "desk.example",
    `desk.example:${port}`,
    "127.0.0.1",
    `127.0.0.1:${port + 1}`,
    `127.0.0.1.example:${port}`,
  ])
    for (const path of ["/", "/api/desk", "/assets/desk-abc123.js", "/api/none"])
      expect([host, path, (await send(desk, path, { headers: { host } })).status]).toEqual([host, path, 403])
  expect(await raw(desk, "GET /api/desk HTTP/1.0\r\n\r\n")).toMatch(/^HTTP\/1\.1 (?:400|403) /)
  expect(
    await raw(desk, `GET http://desk.example/api/desk HTTP/1.1\r\nHost: desk.example\r\nConnection: close\r\n\r\n`),
  ).toMatch(/^HTTP\/1\.1 403 /)
})

it("listens on this machine's own addresses alone", async () => {
  const desk = await newDesk()
  const { networkInterfaces } = await import("node:os")
  const others = Object.values(networkInterfaces()).flatMap(list => (list ?? []).filter(({ internal }) => !internal))
  for (const { address } of others)
    await expect(send(desk, "/api/desk", { host: address, headers: { host: OWN(desk.port) } })).rejects.toThrow()
  expect((await send(desk, "/api/desk", { headers: { host: OWN(desk.port) } })).status).toBe(200)
})

it("answers no other site's scripts, forms or frames, whatever they carry", async () => {
  const desk = await newDesk()
  const token = { "x-hearsay-token": desk.token }
  for (const headers of [
    { origin: "https://evil.example" },
    { origin: "null" },
    { origin: `http://127.0.0.1:${desk.port + 1}` },
    { origin: `https://127.0.0.1:${desk.port}` },
    { origin: `http://127.0.0.1:${desk.port}.evil.example` },
    { "sec-fetch-site": "cross-site" },
    { "sec-fetch-site": "same-site" },
  ]) {
    for (const path of ["/api/desk", "/api/events", "/api/stories/1/export?format=json"])
      expect([headers, (await send(desk, path, { headers })).status]).toEqual([headers, 403])
    for (const type of [
      "application/x-www-form-urlencoded",
      "text/plain",
      "multipart/form-data; boundary=x",
      "application/json",
    ])
      for (const path of ["/api/example", "/api/addresses", "/api/judgements", "/api/files?name=a.txt"]) {
        const sent = { method: "POST", body: "a=b", headers: { ...headers, ...token, "content-type": type } }
        expect([headers, (await send(desk, path, sent)).status]).toEqual([headers, 403])
      }
  }
  const link = { "sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate" }
  expect((await send(desk, "/stories/1", { headers: link })).status).toBe(200)
  expect((await send(desk, "/api/stories/1/export?format=json", { headers: link })).status).toBe(403)
  expect(
    (
      await send(desk, "/assets/desk-abc123.js", {
        headers: { "sec-fetch-site": "cross-site", "sec-fetch-mode": "no-cors" },
      })
    ).status,
  ).toBe(403)
  expect((await send(desk, "/api/desk")).json()).toMatchObject({ size: { reports: 0 }, reading: null })
})

it("writes nothing without the token, which stands in the page alone", async () => {
  const desk = await newDesk()
  for (const headers of [
    {},
    { "x-hearsay-token": "" },
    { "x-hearsay-token": `${desk.token}x` },
    { "x-hearsay-token": desk.token.slice(1) },
    { cookie: `x-hearsay-token=${desk.token}` },
  ])
    for (const [method, path] of [
      ["POST", "/api/example"],
      ["POST", `/api/files?name=a.txt&x-hearsay-token=${desk.token}`],
      ["POST", "/api/addresses"],
      ["POST", "/api/judgements"],
      ["DELETE", "/api/judgements/1"],
      ["PUT", "/api/desk"],
      ["POST", "/"],
    ] as const) {
      const answer = await send(desk, path, { method, headers, body: "{}" })
      expect([method, path, answer.status]).toEqual([method, path, 403])
      expect(answer.json()).toMatchObject({ error: { code: "forbidden" } })
    }
  expect((await send(desk, "/")).text).toContain(`<meta name="hearsay-token" content="${desk.token}">`)
  for (const path of ["/api/desk", "/api/openapi.json", "/assets/desk-abc123.js"]) {
    const { text, headers } = await send(desk, path)
    expect(text + JSON.stringify(headers)).not.toContain(desk.token)
  }
})

it("sends its safe headers and no cookie with every answer", async () => {
  const desk = await newDesk()
  const answers = [
    await send(desk, "/"),
    await send(desk, "/assets/desk-abc123.js"),
    await send(desk, "/api/desk"),
    await send(desk, "/api/none"),
    await send(desk, "/api/stories?limit=many"),
    await send(desk, "/api/desk", { headers: { host: "evil.example" } }),
    await send(desk, "/api/example", { method: "POST" }),
    await write(desk, "/api/judgements", "POST", "{"),
    await write(desk, "/api/addresses", "POST", "x".repeat(5e6)),
  ]
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 404, 400, 403, 403, 400, 413])
  for (const { headers } of answers) {
    expect(headers["content-security-policy"]).toMatch(
      /^default-src 'none'; script-src 'self'; style-src 'self'; .*frame-ancestors 'none'$/,
    )
    expect(headers).toMatchObject({
      "x-content-type-options": "nosniff",
      "referrer-policy": "no-referrer",
      "cross-origin-resource-policy": "same-origin",
      "x-frame-options": "DENY",
    })
    expect(headers).not.toHaveProperty("set-cookie")
    expect(headers).not.toHaveProperty("access-control-allow-origin")
  }
})

it.each([
  "/../secret.txt",
  "/assets/../../secret.txt",
  "/assets/..%2f..%2fsecret.txt",
  "/%2e%2e/secret.txt",
  "/assets/%2e%2e/%2e%2e/secret.txt",
  "/assets/..%5c..%5csecret.txt",
  "/assets/....//....//secret.txt",
  "/assets/%252e%252e/%252e%252e/secret.txt",
  "/assets/%00/../../secret.txt",
  "//secret.txt",
  "/assets//etc/passwd",
  "/assets/%c0%ae%c0%ae/secret.txt",
  "/assets/desk-abc123.js/../../../secret.txt",
])("leads nowhere by %s", async path => {
  const desk = await newDesk()
  const { status, text } = await send(desk, path)
  expect(text).not.toMatch(/SECRET|root:/)
  expect([200, 400, 404]).toContain(status)
  if (status === 200) expect(text).toContain("<!doctype html>")
})

it("takes no more than it said it would", async () => {
  const desk = await newDesk({ mostUploadBytes: 10_000 })
  const answer = await write(desk, "/api/files?name=a.txt", "POST", "x".repeat(20_000), "text/plain")
  expect(answer).toMatchObject({ status: 413 })
  const { port, token } = desk
  const head = `POST /api/files?name=a.txt HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nx-hearsay-token: ${token}\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n`
  expect(await raw(desk, `${head}${"2710\r\n".concat("y".repeat(10_000), "\r\n").repeat(3)}0\r\n\r\n`)).toMatch(
    /^HTTP\/1\.1 413 /,
  )
  expect(await raw(desk, `GET /${"a".repeat(40_000)} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n\r\n`)).toMatch(
    /^HTTP\/1\.1 431 /,
  )
  expect((await send(desk, "/api/desk")).json()).toMatchObject({ size: { reports: 0 } })
})

it("answers 500 questions at once, and others while a slow one dawdles", async () => {
  const desk = await newDesk()
  await readInto(
    desk,
    "a.jsonl",
    Array.from({ length: 40 }, (_, i) =>
      JSON.stringify({
        text: `The ferry Ilse ${i} sank off Kelder Bay on Monday, killing ${i}.`,
        outlet: `Paper ${i}`,
      }),
    ).join("\n"),
  )
  const slow = raw(desk, `GET /api/desk HTTP/1.1\r\nHost: 127.0.0.1:${desk.port}\r\nX-Slow: `)
  const answers = await Promise.all(
    Array.from({ length: 500 }, (_, i) => send(desk, `/api/stories/report-${(i % 40) + 1}?n=${i}`)),
  )
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
  // It is told that it took too long, and let go.
  expect(await slow).toMatch(/^HTTP\/1\.1 408 /)
})

it("says what is wrong with a request instead of failing", async () => {
  const desk = await newDesk()
  for (const [path, method, body] of [
    ["/api/judgements", "POST", ""],
    ["/api/judgements", "POST", "null"],
    ["/api/judgements", "POST", `{"kind":"guess"}`],
    ["/api/judgements", "POST", `{"kind":"pin-edge","parent":1,"child":"b"}`],
    ["/api/judgements", "POST", `{"kind":"pin-edge","parent":"a","child":"b","more":1}`],
    ["/api/judgements", "POST", `{"kind":"dismiss-variant","witness":"a","span":{"start":-1,"end":1e99}}`],
    ["/api/judgements", "POST", `{"kind":"pin-edge","parent":"a","child":"b"}`],
    ["/api/judgements/none", "DELETE", ""],
    ["/api/judgements/9", "DELETE", ""],
    ["/api/addresses", "POST", `{"addresses":["file:///etc/passwd"]}`],
    ["/api/addresses", "POST", `{"addresses":["/etc/passwd"]}`],
    ["/api/addresses", "POST", `{"addresses":[]}`],
    ["/api/addresses", "POST", `{"__proto__":{"addresses":["https://a.example/"]}}`],
  ] as const) {
    const answer = await write(desk, path, method, body)
    expect([path, body, answer.status]).toEqual([path, body, 400])
    expect(answer.json()).toMatchObject({ error: { code: "bad-request", message: expect.any(String) } })
  }
  for (const path of [
    "/api/stories/x'%20OR%201=1",
    "/api/stories/%F0%9F%92%A9",
    "/api/reports/99999999999999",
    "/api/pairs/a/b",
  ])
    expect([path, (await send(desk, path)).status]).toEqual([path, 404])
  expect((await send(desk, "/api/stories/%ff%fe")).status).toBeLessThan(500)
  for (const words of ['"', "a OR b", "title:x NEAR(y)", "*", "'; DROP TABLE reports --"])
    expect((await send(desk, `/api/search?words=${encodeURIComponent(words)}`)).json()).toEqual({ hits: [], of: 0 })
})
