import type { z } from 'zod'
import { incidentFacts } from '#contracts/domain/incident/facts.ts'
import type { Instant } from '#contracts/domain/instant.ts'
import { partnerFacts } from '#contracts/domain/partner/partner.ts'
import { policyFacts } from '#contracts/domain/policy/policy.ts'
import { procedureFacts } from '#contracts/domain/procedure/procedure.ts'
import { shiftFacts } from '#contracts/domain/shift/shift.ts'
import { userFacts } from '#contracts/domain/user/user.ts'
import { volunteerFacts } from '#contracts/domain/volunteer/facts.ts'
import { zoneFacts } from '#contracts/domain/zone/zone.ts'
import type { DeliveryType } from '#contracts/wire/partner/deliveries.ts'

/** What follows from a fact: a match round, a look at the incident at a moment, a message to a partner. */
export type Work =
  | { do: 'match' }
  | { do: 'due'; at: Instant }
  /** `subject`: the offer or assignment that the message is about; `team`: one message for each active assignment. */
  | { do: 'tell'; type: DeliveryType; subject: string }

export const TEAM = 'team'

/** Every type of fact that there is, with its schema. */
export const factSchemas = {
  ...incidentFacts,
  ...volunteerFacts,
  ...partnerFacts,
  ...userFacts,
  ...shiftFacts,
  ...zoneFacts,
  ...policyFacts,
  ...procedureFacts,
}
export type FactType = keyof typeof factSchemas
type DataOf<T extends FactType> = z.infer<(typeof factSchemas)[T]>
type Route<T extends FactType> = (data: DataOf<T>) => readonly Work[]

const nothing = (): readonly Work[] => []
const match = (): readonly Work[] => [{ do: 'match' }]
const tell = (type: DeliveryType, subject: string): Work => ({ do: 'tell', type, subject })

const frees: ReadonlySet<string> = new Set(['volunteer_left', 'replanned', 'stand_down'])

/**
 * The whole of what the worker does because something happened; complete by type. A match job is cheap when nobody is
 * wanted, so whatever may open a slot or bring somebody who could fill one leads to one.
 */
const routes = {
  'incident.reported': nothing,
  'incident.corrected': ({ severity, place, hazard, addressTextId }) => [
    ...(severity === undefined && place === undefined ? [] : match()),
    ...(place === undefined && hazard === undefined && severity === undefined && addressTextId === undefined
      ? []
      : [tell('assignment.updated', TEAM)]),
  ],
  'incident.verified': nothing,
  'incident.rejected': nothing,
  'incident.marked_duplicate': nothing,
  'incident.duplicate_undone': match,
  'incident.referred': nothing,
  'incident.dispatched': match,
  'incident.responding': nothing,
  // Whoever was asked is free for others, though no slot of this incident wants him.
  'incident.controlled': match,
  'incident.resumed': match,
  'incident.closed': nothing,
  'incident.cancelled': match,
  'incident.noted': nothing,
  'photo.added': nothing,
  'trc.departed': nothing,
  'trc.arrived': nothing,
  'impact.recorded': nothing,
  'deadline.missed': nothing,

  'need.added': match,
  'need.changed': match,
  'need.dropped': match,
  'need.asking': nothing,
  'need.filled': nothing,
  'need.stalled': nothing,
  'need.stall_explained': nothing,
  'search.repeated': match,
  'search.widened': match,
  'wave.opened': ({ nextWaveAt }) => (nextWaveAt === null ? [] : [{ do: 'due', at: nextWaveAt }]),

  // An offer made and accepted in one change (by hand, a late yes) is told as the assignment that it became.
  'offer.created': ({ offerId, expiresAt, chosenBy }) =>
    chosenBy !== 'match' ? [] : [{ do: 'due', at: expiresAt }, tell('offer.created', offerId)],
  'offer.accepted': ({ assignmentId }) => [...match(), tell('assignment.confirmed', assignmentId)],
  'offer.declined': match,
  'offer.expired': ({ offerId }) => [...match(), tell('offer.withdrawn', offerId)],
  'offer.withdrawn': ({ offerId, reason }) => [
    // Whom a round has moved is asked in its next pass, or by the next round when it has none left. What else frees people
    // (a slot taken, a need lowered) is followed by a fact of its own that leads to a round.
    ...(frees.has(reason) ? match() : []),
    tell('offer.withdrawn', offerId),
  ],
  'acceptance.refused': match,

  'assignment.progressed': nothing,
  'assignment.released': match,
  'assignment.failed': match,
  'assignment.stood_down': ({ assignmentId }) => [...match(), tell('assignment.stood_down', assignmentId)],
  'assignment.reassigned': ({ assignmentId }) => [...match(), tell('assignment.stood_down', assignmentId)],
  'assignment.acknowledged': nothing,
  'message.sent': ({ assignmentIds }) => assignmentIds.map((id) => tell('message.sent', id)),
  'checkin.requested': ({ assignmentId }) => [tell('checkin.requested', assignmentId)],
  'checkin.answered': nothing,
  'evidence.added': nothing,
  'callback.planned': nothing,
  'callback.done': nothing,
  'phone.shown': nothing,
  'sos.raised': nothing,
  'delivery.failed': nothing,
  'alarm.acknowledged': nothing,

  'volunteer.registered': nothing,
  'volunteer.updated': match,
  'volunteer.said_again': nothing,
  'volunteer.agreed': nothing,
  'volunteer.trained': match,
  'volunteer.duty_limited': match,
  'volunteer.duty_changed': ({ duty }) => (duty === 'on' ? match() : []),
  'volunteer.activated': match,
  'volunteer.suspended': nothing,
  'volunteer.reinstated': match,
  'volunteer.withdrawn': nothing,
  'volunteer.phone_shown': nothing,
  'volunteer.sos': nothing,
  'volunteer.sos_acknowledged': nothing,

  'partner.created': nothing,
  'partner.endpoint_proposed': nothing,
  'partner.endpoint_checked': nothing,
  'partner.endpoint_dropped': nothing,
  'partner.endpoint_set': ({ url }) => (url === null ? [] : match()),
  'partner.secret_added': nothing,
  'partner.secret_retired': nothing,
  'partner.secret_retiring': nothing,
  'partner.replay_ordered': nothing,
  'partner.letter_set_aside': nothing,
  'partner.disabled': nothing,
  'partner.enabled': match,

  // A new zone takes offers back; one that is smaller, over, or open to another vehicle lets somebody through.
  'zone.drawn': match,
  'zone.changed': match,
  'zone.ended': match,

  'policy.adopted': nothing,
  'policy.changed': match,

  'procedure.adopted': nothing,
  'procedure.changed': nothing,

  'user.created': nothing,
  'user.role_changed': nothing,
  'user.password_changed': nothing,
  'user.disabled': nothing,
  'user.enabled': nothing,

  'shift.started': nothing,
  'shift.logged': nothing,
  'shift.handed_over': nothing,
} satisfies { [T in FactType]: Route<T> }

/** Whether this release knows what follows from facts of this type. */
export const isKnown = (type: string): type is FactType => Object.hasOwn(routes, type)

/** The work that follows from a fact; none from a fact of a newer release, whose worker will see to it. */
export const workOf = (fact: { type: string; data: Record<string, unknown> }): readonly Work[] =>
  isKnown(fact.type) ? routes[fact.type](fact.data as never) : []
