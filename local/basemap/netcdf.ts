/**
 * A reader of classic netCDF (CDF-1 and CDF-2), as far as the coast file needs it: whole numbers of a fixed variable, from
 * an offset on. The format is public: https://docs.unidata.ucar.edu/nug/current/file_format_specifications.html
 */
export interface NetCdf {
  /** `count` numbers of a variable from `start` on. @throws Error when there is no such variable or it is of another type */
  numbers: (variable: string, start: number, count: number) => number[]
}

interface Variable {
  type: number
  begin: number
}

const INT = 4
const SHORT = 3
/** Bytes of one value, by the type's number in the format; attributes may be of any of them. */
const BYTES: Readonly<Record<number, number>> = { 1: 1, 2: 1, [SHORT]: 2, [INT]: 4, 5: 4, 6: 8 }

/** The header, read from front to back. */
const headerReader = (bytes: Buffer) => {
  let at = 4
  const int = (): number => {
    at += 4
    return bytes.readInt32BE(at - 4)
  }
  const padded = (length: number): Buffer => {
    const start = at
    at += Math.ceil(length / 4) * 4
    return bytes.subarray(start, start + length)
  }
  const name = (): string => padded(int()).toString('latin1')
  const wide = (): number => {
    at += 8
    return Number(bytes.readBigInt64BE(at - 8))
  }
  /** A list: its tag (0 when it is empty), its length, its entries. */
  const list = <Entry>(entry: () => Entry): Entry[] => {
    int()
    return Array.from({ length: int() }, entry)
  }
  const attributes = () =>
    list(() => {
      name()
      const size = BYTES[int()] ?? 0
      padded(int() * size)
    })
  return { int, wide, name, list, attributes }
}

/** @throws Error when the bytes are no classic netCDF */
export const readNetCdf = (bytes: Buffer): NetCdf => {
  const version = bytes[3]
  if (bytes.toString('latin1', 0, 3) !== 'CDF' || (version !== 1 && version !== 2))
    throw new Error('this is no classic netCDF file')
  const { int, wide, name, list, attributes } = headerReader(bytes)
  int() // records: none of ours grows
  list(() => [name(), int()])
  attributes()
  const variables = new Map<string, Variable>(
    list(() => {
      const called = name()
      Array.from({ length: int() }, int)
      attributes()
      const type = int()
      int() // its size in bytes
      return [called, { type, begin: version === 1 ? int() : wide() }]
    }),
  )
  return {
    numbers: (variable, start, count) => {
      const { type, begin } = variables.get(variable) ?? { type: 0, begin: 0 }
      if (type !== INT && type !== SHORT) throw new Error(`${variable}: no variable of whole numbers`)
      const size = type === INT ? 4 : 2
      return Array.from({ length: count }, (_, index) => {
        const offset = begin + (start + index) * size
        return type === INT ? bytes.readInt32BE(offset) : bytes.readInt16BE(offset)
      })
    },
  }
}
