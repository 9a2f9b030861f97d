import { z } from 'zod'

/** A moment: ISO 8601 in UTC with milliseconds and `Z`. Sorts as text, hashes and folds the same in every process and browser. */
export const Instant = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/)
export type Instant = string

export const toInstant = (date: Date): Instant => date.toISOString()

/** `seconds` after `at` (negative: before). */
export const plusSeconds = (at: Instant, seconds: number): Instant =>
  new Date(Date.parse(at) + seconds * 1000).toISOString()

/** Seconds from `from` to `to`, with fractions. */
export const secondsBetween = (from: Instant, to: Instant): number =>
  (Date.parse(to) - Date.parse(from)) / 1000

/** The earliest of the moments given, or null when there is none. */
export const earliest = (moments: readonly (Instant | null)[]): Instant | null =>
  moments.reduce<Instant | null>((min, at) => (at !== null && (min === null || at < min) ? at : min), null)
