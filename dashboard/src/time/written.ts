import type { Instant } from '#contracts/domain/instant.ts'
import { WITA_MS } from '#contracts/domain/wita.ts'

/**
 * Days and moments as people in Kupang write them, `31/01/2027 14.05`, in a plain field: a browser's own field follows the
 * language of the browser, which may put the month first and count to twelve.
 */
export const dayExample = '31/01/2027'
export const momentExample = `${dayExample} 14.05`

const shape = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?:[\s,]+(\d{1,2})[.:](\d{2}))?$/

/** The calendar that stands there, or null when there is no such day or time. */
const read = (written: string): { day: string; time: string | null } | null => {
  const [, day = '', month = '', year = '', hour, minute] = shape.exec(written.trim()) ?? []
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const at = new Date(`${iso}T00:00:00Z`)
  // The 31st of February is no day, whatever a calendar makes of it.
  if (Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== iso) return null
  if (hour === undefined || minute === undefined) return { day: iso, time: null }
  if (Number(hour) > 23 || Number(minute) > 59) return null
  return { day: iso, time: `${hour.padStart(2, '0')}:${minute}` }
}

/** A moment as its field has it. */
export const writtenMoment = (at: Instant): string => {
  const [day = '', time = ''] = new Date(Date.parse(at) + WITA_MS).toISOString().split('T')
  const [hour = '', minute = ''] = time.split(':')
  return `${day.split('-').toReversed().join('/')} ${hour}.${minute}`
}

/** The moment that was written, in the time of Kupang; null when it is none. */
export const momentOf = (text: string): Instant | null => {
  const found = read(text)
  return found === null || found.time === null
    ? null
    : new Date(`${found.day}T${found.time}:00.000+08:00`).toISOString()
}

/** The day of a moment, as its field has it. */
export const writtenDay = (at: Instant): string => writtenMoment(at).slice(0, dayExample.length)

/** The end of the day that was written; null when it is none. */
export const endOfDay = (text: string): Instant | null => {
  const found = read(text)
  return found === null || found.time !== null
    ? null
    : new Date(`${found.day}T23:59:59.000+08:00`).toISOString()
}
