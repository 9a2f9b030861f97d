import { endOfDay, writtenDay } from '../../time/written.ts'

/** The last day in Kupang on which something is valid that is so until this moment; empty for none. */
export const lastDay = (until: string | null): string => (until === null ? '' : writtenDay(until))

/** Something stands there that is no day. */
export const isNoDay = (typed: string): boolean => typed.trim() !== '' && endOfDay(typed) === null

/** What to send for a day that was typed over what was known: nothing when it is the same day or none at all, null when it was emptied. */
export const validUntil = (typed: string, known: string | null): string | null | undefined => {
  if (typed === lastDay(known) || isNoDay(typed)) return undefined
  return endOfDay(typed)
}
