import type { Furniture, Witness } from "../../src/model/report.ts"

type Fields = Partial<Witness> & { readonly id: string; readonly text: string }

function witness({ id, text, ...rest }: Fields): Witness {
  return { id, where: `invented/${id}.txt`, credits: [], creditLines: [], furniture: [], text, ...rest }
}

function furnitureOf(text: string, kind: Furniture["kind"], part: string): Furniture {
  const start = text.indexOf(part)
  return { kind, span: { start, end: start + part.length } }
}

const tern = `Sluices at Veltmar opened after record rain
The water board opened two sluices of the Veltmar dam early on Thursday, two days after rain filled the lake to the brim.
At least 310 people left their homes in the valley, the board's chief engineer, Edda Morlin, said.
“We warned every village before the gates moved,” Morlin said.
Continue reading: Ten walks along the lake
The opposition accused the board of acting too late. Nobody was hurt.`

/** Invented reports of an invented flood: a family of seven, a family of two in Persian, and three loners. */
export const witnesses: readonly Witness[] = [
  witness({
    id: "a00000000001",
    outlet: "Corran Post",
    title: "Dam gates opened at Veltmar, 310 flee",
    published: "2024-05-02T06:10:00Z",
    language: "en",
    credits: ["North Line Agency"],
    text: `Dam gates opened at Veltmar, 310 flee
VELTMAR (North Line) — The water board opened two gates of the Veltmar dam early on Thursday, two days after rain filled the lake to the brim.
At least 310 people left their homes in the valley, the board's chief engineer, Edda Morlin, said.
“We warned every village before the gates moved,” Morlin said. “Nobody slept through it.”
The opposition accused the board of acting too late. Nobody was hurt.
The release will last until Sunday, the board said in a statement.`,
  }),
  witness({
    id: "b00000000002",
    outlet: "The Daily Tern",
    title: "Sluices at Veltmar opened after record rain",
    published: "2024-05-02T08:00:00Z",
    language: "en",
    text: tern,
    furniture: [furnitureOf(tern, "related", "Continue reading: Ten walks along the lake")],
  }),
  witness({
    id: "c00000000003",
    outlet: "Vela Today",
    title: "Veltmar dam opened",
    published: "2024-05-02T09:30:00Z",
    language: "en",
    text: `Veltmar dam opened
The water authority opened two sluices of the Veltmar dam early Thursday, two days after rain filled the lake to the edge.
301 persons left their houses in the valley, said the chief engineer of the board, Edna Morling.
“We warned each village after the gates moved,” Morling said.
The board accused the opposition of acting too late. Is hurting nobody.`,
  }),
  witness({
    id: "d00000000004",
    outlet: "The Lantern",
    title: "Dam of Veltmar is opened as hundreds leave their houses in the valley below",
    published: "2024-05-02T11:05:00Z",
    language: "en",
    text: `Dam of Veltmar is opened as hundreds leave their houses in the valley below
The water authority opened two sluices of the Veltmar dam early Thursday, two days after rain filled the lake to the edge.
301 persons left their houses in the valley, said the chief engineer of the board, Edna Morling.
“We warned each village after the gates moved,” Morling said.
The board accused the opposition of acting too late. Is hurting nobody.`,
  }),
  witness({
    id: "e00000000005",
    outlet: "Ostmark Herald",
    title: "Dam gates opened at Veltmar",
    language: "en",
    credits: ["North Line Agency"],
    text: `Dam gates opened at Veltmar
(North Line) — The water board opened two gates of the Veltmar dam early on Thursday, two days after rain filled the lake to the brim.
At least 310 people left their homes in the valley, the board's chief engineer, Edda Morlin, said.
The opposition accused the board of acting too late. Nobody was hurt.`,
  }),
  witness({
    id: "f00000000006",
    outlet: "Week in the Valley",
    title: "The week: gates, grain and a goat",
    published: "2024-05-03",
    language: "en",
    text: `The week: gates, grain and a goat
The water board opened two gates of the Veltmar dam early on Thursday, two days after rain filled the lake to the brim. At least 310 people left their homes.
The lake stood at 41.7 metres, the highest level since the dam was built, and 1,900 litres a second ran through each gate.`,
  }),
  witness({
    id: "a10000000007",
    outlet: "Veltmar Water Board",
    title: "Statement on the release of water",
    published: "2024-05-01T20:00:00Z",
    language: "en",
    text: `Statement on the release of water
The lake stands at 41.7 metres, the highest level since the dam was built. From Thursday, 1,900 litres a second will run through each gate.
The release will last until Sunday.`,
  }),
  witness({
    id: "a20000000008",
    outlet: "روزنامه دریاچه",
    title: "سد ولتمار باز شد",
    language: "fa",
    text: "سد ولتمار باز شد\nدو دریچه سد ولتمار بامداد پنجشنبه باز شد و سیصد نفر خانه‌های خود را ترک کردند.",
  }),
  witness({
    id: "a30000000009",
    outlet: "خبر دره",
    title: "دریچه‌های سد",
    language: "fa",
    text: "دریچه‌های سد\nدو دریچه سد ولتمار صبح پنجشنبه باز شد و سیصد نفر خانه‌های خود را ترک کردند.",
  }),
  witness({
    id: "a40000000010",
    outlet: "Hillside Radio",
    title: "Our reporter at the dam",
    published: "2024-05-02T07:15:00+02:00",
    language: "en",
    text: `Our reporter at the dam
I stood at the wall when the gates went up. Some 290 people had gone, the mayor told me.
“We warned every village before the gates moved,” Edda Morlin said into our microphone.`,
  }),
  witness({ id: "a50000000011", title: "Goat found on roof", text: "Goat found on roof\nA goat was found on a roof." }),
  witness({
    id: "a60000000012",
    outlet: "水坝日报",
    title: "水坝开闸",
    language: "zh",
    text: "水坝开闸\n星期四清晨，水坝打开了两道闸门。",
  }),
]
