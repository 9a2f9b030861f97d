import { plusSeconds, type Instant } from '../instant.ts'
import type { Asked, Assignment, Incident, Need, Offer } from './state.ts'

/** Questions that commands, rounds and screens ask of an incident file. All pure. */
export const isActive = (assignment: Assignment): boolean =>
  assignment.state === 'accepted' ||
  assignment.state === 'en_route' ||
  assignment.state === 'on_scene' ||
  assignment.state === 'working'

/** Called home: by the command post, or because somebody else took his place. */
export const isCalledHome = ({ state }: Pick<Assignment, 'state'>): boolean =>
  state === 'stood_down' || state === 'reassigned'

/**
 * Asked for a sign of life and none has come: no answer, no end of the task told by himself. That he was called home says
 * nothing about him until he has read it.
 */
export const awaitsCheckin = ({ state, checkin, acks }: Assignment): boolean =>
  checkin?.answeredAt === null &&
  state !== 'completed' &&
  state !== 'released' &&
  state !== 'failed' &&
  acks.stood_down !== 'read'

/** Whoever reported it waits for a call. */
export const awaitsCallback = ({ callback }: Incident): boolean => callback?.doneAt === null

/** Holds its slot: being carried out or done. */
export const holdsSlot = (assignment: Assignment): boolean =>
  isActive(assignment) || assignment.state === 'completed'

/** Somebody is still out for this incident. */
export const hasTeamOut = (incident: Incident): boolean => incident.assignments.some(isActive)

export const teamOf = (incident: Incident, needId: string): Assignment[] =>
  incident.assignments.filter((a) => a.needId === needId && holdsSlot(a))

export const openSlots = (incident: Incident, need: Need): number =>
  Math.max(0, need.quantity - teamOf(incident, need.id).length)

/** The lowest slot of a need that nobody holds. Callers have checked `openSlots > 0`. */
export const freeSlot = (incident: Incident, need: Need, preferred = 0): number => {
  const taken = new Set(teamOf(incident, need.id).map((a) => a.slot))
  if (!taken.has(preferred) && preferred < need.quantity) return preferred
  let slot = 0
  while (taken.has(slot)) slot += 1
  return slot
}

export const needOf = (incident: Incident, needId: string): Need | undefined =>
  incident.needs.find((need) => need.id === needId)

export const offerOf = (incident: Incident, offerId: string): Offer | undefined =>
  incident.offers.find((offer) => offer.id === offerId)

export const assignmentOf = (incident: Incident, assignmentId: string): Assignment | undefined =>
  incident.assignments.find((assignment) => assignment.id === assignmentId)

/** Is this offer, or the assignment that came of it, binding a person right now? The question of every claim. */
export const isLive = (incident: Incident, offerId: string): boolean =>
  incident.offers.some((offer) => offer.id === offerId) ||
  incident.assignments.some((a) => a.offerId === offerId && isActive(a))

/** Does an open offer (other than `exceptOffer`) or a task of this incident bind this volunteer? */
export const isBound = (incident: Incident, volunteerId: string, exceptOffer?: string): boolean =>
  incident.offers.some((offer) => offer.volunteerId === volunteerId && offer.id !== exceptOffer) ||
  incident.assignments.some((a) => a.volunteerId === volunteerId && isActive(a))

/** Whom no message reached is tried again when the line or his phone has had time to come back, and not for ever. */
const TRIED_AGAIN_S = 5 * 60
const MOST_TRIES = 3

/** Was he told nothing, so that he may be asked now? `now` null: whenever that is. */
const mayBeTried = (own: readonly Asked[], now: Instant | null): boolean => {
  const unheard = own.filter(({ endReason }) => endReason === 'undelivered')
  const { endReason, endedAt } = own.at(-1) ?? {}
  if (endReason !== 'undelivered' || unheard.length >= MOST_TRIES) return false
  return now === null || plusSeconds(endedAt ?? now, TRIED_AGAIN_S) <= now
}

/**
 * Volunteers who are not asked again in this search: they said yes or no, kept silent or have not answered yet.
 * Somebody whose last offer was taken back was never heard, and whoever stands by has said yes: both may be asked again. So may
 * somebody whom no message reached, a while later (`now`; null: however long ago that was).
 */
export const askedInSearch = ({ asked, search, standby }: Incident, now: Instant | null): Set<string> => {
  const lines = new Map<string, Asked[]>()
  for (const line of asked)
    if (line.search === search) lines.set(line.volunteerId, [...(lines.get(line.volunteerId) ?? []), line])
  return new Set(
    [...lines].flatMap(([volunteerId, own]) =>
      own.at(-1)?.ended === 'withdrawn' || standby.includes(volunteerId) || mayBeTried(own, now)
        ? []
        : [volunteerId],
    ),
  )
}

export const slotsAsked = (incident: Incident): { wanted: number; filled: number } => ({
  wanted: incident.needs.reduce((sum, need) => sum + need.quantity, 0),
  filled: incident.needs.reduce(
    (sum, need) => sum + Math.min(need.quantity, teamOf(incident, need.id).length),
    0,
  ),
})

/** The offers that these facts ended for good: their people are free again once the facts have their place. */
export const endedOffers = (
  incident: Incident,
  facts: readonly { type: string; data: Record<string, unknown> }[],
): string[] => {
  const ended = new Set<string>()
  for (const { type, data } of facts) {
    if (type === 'offer.declined' || type === 'offer.expired' || type === 'offer.withdrawn')
      ended.add(String(data['offerId']))
    if (!type.startsWith('assignment.')) continue
    const assignment = assignmentOf(incident, String(data['assignmentId']))
    if (assignment !== undefined && !isActive(assignment)) ended.add(assignment.offerId)
  }
  return [...ended]
}
