import { toInstant, type Instant } from '#contracts/domain/instant.ts'
import type { Point } from '#contracts/domain/place.ts'
import { invalid } from '../../trouble.ts'

/** A point when both coordinates came. @throws Trouble `invalid` when one came alone */
export const pointOf = ({ lat, lng }: { lat?: number; lng?: number }): Point | null => {
  if (lat !== undefined && lng !== undefined) return { lat, lng }
  if (lat === undefined && lng === undefined) return null
  throw invalid(lat === undefined ? 'data.lat' : 'data.lng', 'lat and lng come together')
}

/** A moment of the sender's clock; never later than now. */
export const pastInstant = (moment: string, now: Date): Instant => {
  const at = toInstant(new Date(moment))
  const present = toInstant(now)
  return at > present ? present : at
}
