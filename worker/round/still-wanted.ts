import { askedInSearch, isBound, openSlots } from '#contracts/domain/incident/read.ts'
import type { Incident, Need } from '#contracts/domain/incident/state.ts'
import { MAX_OPEN_OFFERS } from '#contracts/domain/incident/words.ts'
import type { Instant } from '#contracts/domain/instant.ts'
import { isElsewhere } from '#contracts/domain/place.ts'
import type { MatchPolicy } from '#contracts/domain/policy/settings.ts'
import type { OpenIncident, PlannedOffer } from '../matching/types.ts'
import { wantedFor } from '../matching/wanted.ts'
import { openNeed } from './incidents.ts'

/**
 * How many of a set planned for a need are still to be asked: nobody when it was filled meanwhile, and fewer by those whom
 * another round has asked for it since this one read the file. What is lacking then is seen by the next round.
 */
const roomOf = (state: Incident, need: Need, planned: number, read: OpenIncident | undefined): number => {
  if (openSlots(state, need) === 0) return 0
  const known = read?.needs.find(({ needId }) => needId === need.id)?.pending ?? []
  const before = new Set(known.map(({ volunteerId }) => volunteerId))
  const since = state.offers.filter((offer) => offer.needId === need.id && !before.has(offer.volunteerId))
  return Math.max(0, planned - since.length)
}

/** What was found for a need holds only while it asks for what the round read, at that place: else other people fit. */
export const isAsRead = ({ place }: Incident, need: Need, read: OpenIncident | undefined): boolean => {
  if (read === undefined) return true
  const known = read.needs.find(({ needId }) => needId === need.id)
  const isSame = known === undefined || (known.vehicle === need.vehicle && known.skill === need.skill)
  return isSame && !isElsewhere(place, read)
}

/** Of the people planned, those whom the file as it is now still wants: it may have changed since the round `read` it. */
export const stillWanted = (
  state: Incident,
  planned: readonly PlannedOffer[],
  read: OpenIncident | undefined,
  now: Instant,
  policy: MatchPolicy,
): PlannedOffer[] => {
  const asked = askedInSearch(state, now)
  const needs = state.needs.filter((need) => isAsRead(state, need, read))
  const chosen = needs.flatMap((need) => {
    const own = planned.filter(({ needId }) => needId === need.id)
    const free = own.filter(({ volunteerId }) => !asked.has(volunteerId) && !isBound(state, volunteerId))
    const room =
      policy.overAsk === null
        ? roomOf(state, need, own.length, read)
        : wantedFor(openNeed(state, need, now, policy), policy.overAsk).wanted
    return free.slice(0, room)
  })
  return chosen.slice(0, Math.max(0, MAX_OPEN_OFFERS - state.offers.length))
}
