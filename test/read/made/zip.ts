import { crc32, deflateRawSync } from "node:zlib"

/** One file of a ZIP. `size`: what the ZIP claims it grows to, where that is a lie. */
export interface ZipEntry {
  readonly name: string
  readonly bytes: Uint8Array
  readonly isDeflated?: boolean
  readonly size?: number
}

/** A ZIP file of these files: local headers, bodies, the central directory. */
export function zip(entries: readonly ZipEntry[]): Buffer {
  const locals: Buffer[] = []
  const central: Buffer[] = []
  let offset = 0
  for (const entry of entries) {
    const body = entry.isDeflated ? deflateRawSync(entry.bytes) : Buffer.from(entry.bytes)
    const fields = common(entry, body)
    const local = Buffer.concat([u32(0x04034b50), fields, Buffer.from(entry.name), body])
    central.push(
      Buffer.concat([
        u32(0x02014b50),
        u16(20),
        fields,
        u16(0),
        u16(0),
        u16(0),
        u32(0),
        u32(offset),
        Buffer.from(entry.name),
      ]),
    )
    locals.push(local)
    offset += local.length
  }
  const directory = Buffer.concat(central)
  const count = u16(entries.length)
  const end = Buffer.concat([u32(0x06054b50), u16(0), u16(0), count, count, u32(directory.length), u32(offset), u16(0)])
  return Buffer.concat([...locals, directory, end])
}

const common = ({ name, bytes, isDeflated, size }: ZipEntry, body: Buffer) =>
  Buffer.concat([
    u16(20),
    u16(0),
    u16(isDeflated ? 8 : 0),
    u32(0),
    u32(crc32(bytes)),
    u32(body.length),
    u32(size ?? bytes.length),
    u16(name.length),
    u16(0),
  ])

function u16(value: number): Buffer {
  const bytes = Buffer.alloc(2)
  bytes.writeUInt16LE(value)
  return bytes
}

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}
