/**
 * JSON with one spelling per value, for hashing: keys sorted by UTF-16 code unit, no spaces, dates as ISO strings,
 * members that are undefined left out. Throws a `TypeError` on what JSON would drop or bend silently: undefined in a
 * list, NaN, bigint, functions, invalid dates, and objects that are neither plain nor lists.
 */
export function stableJson(value: unknown): string {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return JSON.stringify(value)
  if (typeof value === 'number' && Number.isFinite(value)) return JSON.stringify(value)
  if (value instanceof Date && !Number.isNaN(value.getTime())) return JSON.stringify(value.toISOString())
  if (Array.isArray(value)) return `[${value.map((item: unknown) => stableJson(item)).join(',')}]`
  if (isPlain(value)) {
    const members = Object.keys(value)
      .filter((key) => value[key] !== undefined)
      .sort()
      .map((key) => `${JSON.stringify(key)}:${stableJson(value[key])}`)
    return `{${members.join(',')}}`
  }
  throw new TypeError(`a ${typeof value} that has no stable JSON`)
}

function isPlain(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}
