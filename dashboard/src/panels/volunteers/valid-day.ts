import { WITA_MS } from '#contracts/domain/wita.ts'

/** The end of a day in Kupang (`2027-01-31`), as the moment until which something is valid. */
export const endOfDay = (day: string): string => new Date(`${day}T23:59:59.000+08:00`).toISOString()

/** The last day in Kupang on which something is valid that is so until this moment; empty for none. */
export const lastDay = (until: string | null): string =>
  until === null ? '' : new Date(Date.parse(until) + WITA_MS).toISOString().slice(0, 10)

/** What to send for a day that was typed over what was known: nothing when it is the same day, null when it was emptied. */
export const validUntil = (typed: string, known: string | null): string | null | undefined => {
  if (typed === lastDay(known)) return undefined
  return typed === '' ? null : endOfDay(typed)
}
