import { z } from 'zod'
import { digest } from '#contracts/runtime/ids.ts'
import type { Point } from '#contracts/domain/place.ts'

/** What forms of pages bring. */
export const nonce = z.string().regex(/^[a-z0-9_]{10,60}$/)

/** Free text that may be left empty. */
export const words = z
  .string()
  .trim()
  .max(1000)
  .transform((text) => (text === '' ? null : text))
  .default(null)

/** Free text that must not. */
export const saying = z.string().trim().min(1).max(1000)

/** Tells what was written or taken from other words and pictures sent by the same page: those are not the same operation. */
export const markOf = (said: string | Buffer): string => digest(said).slice(0, 16)

/** Empty unless the phone told where it is. */
const degrees = (limit: number) =>
  z.union([z.literal('').transform(() => null), z.coerce.number().min(-limit).max(limit)]).default(null)
export const spot = { lat: degrees(90), lng: degrees(180) }

export const pointOf = ({ lat, lng }: { lat: number | null; lng: number | null }): Point | null =>
  lat === null || lng === null ? null : { lat, lng }
