/** WITA is UTC+8 without daylight saving. */
const OFFSET_MS = 8 * 3_600_000
const DAY_MS = 86_400_000

const time = String.raw`(?<hour>\d{1,2})[.:](?<minute>\d{2})`
const date = String.raw`(?<day>\d{1,2})[/.-](?<month>\d{1,2})(?:[/.-](?<year>\d{4}))?`
const shape = new RegExp(String.raw`^(?:${date}[\s,]+)?${time}$`)

/**
 * When it happened, as a person in Kupang writes it: `12.40` for the last time it was 12.40, `17/01 12.40` or
 * `17/01/2026 12.40`. Answers ISO 8601 with the offset of WITA, or null when it is no such time.
 */
export const occurredAt = (typed: string, now: number): string | null => {
  const parts = shape.exec(typed.trim())?.groups
  if (parts === undefined) return null
  const today = new Date(now + OFFSET_MS)
  const numberOf = (name: string, otherwise: number): number =>
    parts[name] === undefined ? otherwise : Number(parts[name])
  const day = numberOf('day', today.getUTCDate())
  const month = numberOf('month', today.getUTCMonth() + 1)
  const [hour, minute] = [numberOf('hour', 0), numberOf('minute', 0)]
  const moment = Date.UTC(numberOf('year', today.getUTCFullYear()), month - 1, day, hour, minute)
  const read = new Date(moment)
  // The 31st of February is taken for a day in March: what comes out must be what went in.
  const isReal = read.getUTCDate() === day && read.getUTCMonth() === month - 1
  if (!isReal || hour > 23 || minute > 59) return null
  const isAhead = parts['day'] === undefined && moment > now + OFFSET_MS
  return `${new Date(isAhead ? moment - DAY_MS : moment).toISOString().slice(0, 19)}+08:00`
}
