import type { Volunteer } from '#contracts/domain/volunteer/state.ts'
import type { Position } from './state.ts'

type Known = Pick<Position, 'lat' | 'lng' | 'at'>

/** Where somebody was last: by his phone, or where he said he was when he called for help, as long as he does. */
export const lastKnown = (
  volunteer: Pick<Volunteer, 'sosAt' | 'sos'> | undefined,
  position: Position | undefined,
): Known | undefined => {
  const called = volunteer?.sosAt == null ? null : (volunteer.sos?.point ?? null)
  if (called === null) return position
  return position !== undefined && position.at > called.at ? position : called
}
