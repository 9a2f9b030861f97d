import type { Instant } from '#contracts/domain/instant.ts'
import { WITA_MS } from '#contracts/domain/wita.ts'
import type { Locale } from './labels/labels.ts'

const words = {
  id: {
    days: ['Minggu', 'Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu'],
    months: [
      'Januari',
      'Februari',
      'Maret',
      'April',
      'Mei',
      'Juni',
      'Juli',
      'Agustus',
      'September',
      'Oktober',
      'November',
      'Desember',
    ],
    at: 'pukul',
    minutes: 'menit',
    hours: 'jam',
    comma: ',',
  },
  en: {
    days: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
    months: [
      'January',
      'February',
      'March',
      'April',
      'May',
      'June',
      'July',
      'August',
      'September',
      'October',
      'November',
      'December',
    ],
    at: 'at',
    minutes: 'min',
    hours: 'h',
    comma: '.',
  },
} as const satisfies Record<Locale, unknown>

const two = (value: number): string => String(value).padStart(2, '0')
const local = (at: Instant): Date => new Date(Date.parse(at) + WITA_MS)

/** "14.05 WITA" */
export const witaTime = (at: Instant): string => {
  const date = local(at)
  return `${two(date.getUTCHours())}.${two(date.getUTCMinutes())} WITA`
}

/** "Sabtu, 17 Januari 2026" */
export const witaDate = (at: Instant, locale: Locale = 'id'): string => {
  const date = local(at)
  const { days, months } = words[locale]
  return `${days[date.getUTCDay()]}, ${date.getUTCDate()} ${months[date.getUTCMonth()]} ${date.getUTCFullYear()}`
}

/** "Sabtu, 17 Januari 2026 pukul 14.05 WITA" */
export const witaDateTime = (at: Instant, locale: Locale = 'id'): string =>
  `${witaDate(at, locale)} ${words[locale].at} ${witaTime(at)}`

/** The year of a moment in Kupang: human numbers begin anew with it. */
export const witaYear = (at: Instant): number => local(at).getUTCFullYear()

/** "± 4 menit", at least one; from two hours on "± 2,5 jam". */
export const aboutTime = (seconds: number, locale: Locale = 'id'): string => {
  const minutes = Math.max(1, Math.round(seconds / 60))
  const { minutes: unit, hours } = words[locale]
  return minutes < 120 ? `± ${minutes} ${unit}` : `± ${decimal(minutes / 60, locale)} ${hours}`
}

/** Seconds as `06:12`, from an hour on as `1:06:12`. The sign is left to the caller. */
export const duration = (seconds: number): string => {
  const whole = Math.floor(Math.abs(seconds))
  const hours = Math.floor(whole / 3600)
  const rest = `${two(Math.floor((whole % 3600) / 60))}:${two(whole % 60)}`
  return hours === 0 ? rest : `${hours}:${rest}`
}

/** One decimal place, with the comma of the language; a whole number stays whole. */
const decimal = (value: number, locale: Locale): string =>
  String(Math.round(value * 10) / 10).replace('.', words[locale].comma)
