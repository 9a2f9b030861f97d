import type { Instant } from '#contracts/domain/instant.ts'

const WITA_MS = 8 * 3_600_000
const MINUTES = 16

/** A moment as a field of the browser has it, in the time of Kupang: `2026-01-17T14:05`. */
export const fieldOf = (at: Instant): string =>
  new Date(Date.parse(at) + WITA_MS).toISOString().slice(0, MINUTES)

/** The moment that the field says, or null when it says none. */
export const momentOf = (field: string): Instant | null => {
  const at = Date.parse(`${field}:00.000+08:00`)
  return Number.isNaN(at) ? null : new Date(at).toISOString()
}
