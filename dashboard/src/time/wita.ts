/** Times of Kupang: WITA is UTC+8 without daylight saving. Moments are ISO 8601 texts or milliseconds. */
export type Moment = string | number
export type TimeLocale = 'id' | 'en'

const OFFSET_MS = 8 * 3600 * 1000

const days = {
  id: ['Minggu', 'Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
} as const
const months = {
  id: 'Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember'.split(' '),
  en: 'January February March April May June July August September October November December'.split(' '),
} as const
const separator = { id: '.', en: ':' } as const
const at = { id: 'pukul', en: 'at' } as const

const two = (value: number): string => String(value).padStart(2, '0')

/** The calendar of Kupang, read from the UTC fields of a moment that was moved by eight hours. */
const local = (moment: Moment): Date => new Date(new Date(moment).getTime() + OFFSET_MS)

/** `14.05` */
export const clockTime = (moment: Moment, locale: TimeLocale): string => {
  const date = local(moment)
  return `${two(date.getUTCHours())}${separator[locale]}${two(date.getUTCMinutes())}`
}

/** `14.05.10` */
export const clockSeconds = (moment: Moment, locale: TimeLocale): string =>
  `${clockTime(moment, locale)}${separator[locale]}${two(local(moment).getUTCSeconds())}`

/** `Sabtu, 17 Januari 2026` */
export const longDate = (moment: Moment, locale: TimeLocale): string => {
  const date = local(moment)
  const month = months[locale][date.getUTCMonth()] ?? ''
  const day = days[locale][date.getUTCDay()] ?? ''
  return `${day}, ${String(date.getUTCDate())} ${month} ${String(date.getUTCFullYear())}`
}

/** `Januari 2026` of the month `2026-01`. */
export const longMonth = (month: string, locale: TimeLocale): string =>
  `${months[locale][Number(month.slice(5)) - 1] ?? ''} ${month.slice(0, 4)}`

/** The month in Kupang at this moment, `2026-01`, and those before it, the latest first. */
export const monthsUntil = (now: Moment, count: number): string[] => {
  const date = local(now)
  return Array.from({ length: count }, (_, back) =>
    new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() - back)).toISOString().slice(0, 7),
  )
}

/** `Sabtu, 17 Januari 2026 pukul 14.05 WITA` */
export const longMoment = (moment: Moment, locale: TimeLocale): string =>
  `${longDate(moment, locale)} ${at[locale]} ${clockTime(moment, locale)} WITA`

const dayOf = (moment: Moment): number => Math.floor(local(moment).getTime() / 86_400_000)

/** `14.05` for today, `17 Jan 14.05` for another day. */
export const shortMoment = (moment: Moment, now: Moment, locale: TimeLocale): string => {
  if (dayOf(moment) === dayOf(now)) return clockTime(moment, locale)
  const date = local(moment)
  const month = (months[locale][date.getUTCMonth()] ?? '').slice(0, 3)
  return `${String(date.getUTCDate())} ${month} ${clockTime(moment, locale)}`
}
