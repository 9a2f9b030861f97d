import type { Incident } from '#contracts/domain/incident/state.ts'
import type { Instant } from '#contracts/domain/instant.ts'

/** Chance, drawn before: the n-th throw picks from a list, also when the list is empty (then something unknown). */
export type Dice = (throwNumber: number) => number
export interface Turn {
  dice: Dice
  now: Instant
  /** Different for each turn, so that ids are fresh. */
  serial: number
}

export const pick = <T>(list: readonly T[], chance: number, otherwise: T): T =>
  list[chance % Math.max(1, list.length)] ?? otherwise
const volunteers = ['v1', 'v2', 'v3', 'v4', 'v5', 'v6']
const needIds = ['n1', 'n2', 'n3', 'n4', 'n5']
export const needId = (chance: number) => pick(needIds, chance, 'n1')
export const volunteer = (chance: number) => pick(volunteers, chance, 'v1')

/** Somebody who was asked at any time; the answer may be late, repeated or somebody else's. */
export const answerer = (state: Incident, { dice }: Turn) => {
  const open = state.offers.map(({ id }) => id)
  const offerId = pick(
    dice(0) % 3 === 0 ? [] : open,
    dice(1),
    pick(state.asked, dice(1), state.asked[0])?.offerId,
  )
  const asked = state.asked.find((entry) => entry.offerId === offerId)
  const volunteerId = dice(2) % 10 === 0 ? volunteer(dice(3)) : (asked?.volunteerId ?? 'v1')
  return { offerId: offerId ?? 'o0', volunteerId, partnerId: 'p1' }
}
export const bearer = (state: Incident, { dice }: Turn) => {
  const assignment = pick(state.assignments, dice(1), state.assignments[0])
  const volunteerId = dice(2) % 10 === 0 ? volunteer(dice(3)) : (assignment?.volunteerId ?? 'v1')
  return { assignmentId: assignment?.id ?? 'a0', volunteerId, partnerId: 'p1' }
}
export const fresh = ({ serial }: Turn) => ({ offerId: `o${serial}`, assignmentId: `a${serial}` })
