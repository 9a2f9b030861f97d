/** A number in groups of seven bits, the lowest first (protocol buffers; PMTiles directories write theirs alike). */
export const varint = (value: number): Buffer => {
  const bytes: number[] = []
  let rest = value
  while (rest >= 128) {
    bytes.push((rest % 128) + 128)
    rest = Math.floor(rest / 128)
  }
  return Buffer.from([...bytes, rest])
}

export const numbers = (values: readonly number[]): Buffer => Buffer.concat(values.map(varint))

/** A field of a protobuf message: a number, or bytes with their length. */
export const field = (tag: number, value: number | string | Buffer): Buffer => {
  if (typeof value === 'number') return Buffer.concat([varint(tag * 8), varint(value)])
  const bytes = Buffer.from(value)
  return Buffer.concat([varint(tag * 8 + 2), varint(bytes.length), bytes])
}
