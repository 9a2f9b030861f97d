import type { IncidentFactBody, IncidentFactOf } from '#contracts/domain/incident/facts.ts'
import type { NeedInput } from '#contracts/domain/incident/commands/needs.ts'
import type { IncidentStatus } from '#contracts/domain/incident/words.ts'
import { minutes } from '../scenario.ts'

/** What may have happened to an incident, in one word each. Volunteer v1 gets offer o1 and assignment a1, and so on. */
type Body<T extends IncidentFactBody['type']> = IncidentFactOf<T>
type Data<T extends IncidentFactBody['type']> = IncidentFactOf<T>['data']

const number = (volunteerId: string): string => volunteerId.slice(1)
export const who = (volunteerId: string) => ({
  offerId: `o${number(volunteerId)}`,
  volunteerId,
  partnerId: 'p1',
})
export const bearer = (volunteerId: string) => ({
  assignmentId: `a${number(volunteerId)}`,
  volunteerId,
  partnerId: 'p1',
})

export const reportData: Data<'incident.reported'> = {
  number: 'KJ-2026-0001',
  hazard: 'pohon_tumbang',
  severity: 'sedang',
  place: { lat: -10.1757, lng: 123.6034, kelurahan: '53.71.05.1001', doubt: false },
  channel: 'telepon',
  description: { textId: 'txt_1', digest: 'd1' },
  addressTextId: null,
  reporterId: null,
  drill: false,
  occurredAt: '2026-01-17T04:50:00.000Z',
  follows: null,
}
export const reported = (over: Partial<typeof reportData> = {}): Body<'incident.reported'> => ({
  type: 'incident.reported',
  data: { ...reportData, ...over },
})
export const verified: Body<'incident.verified'> = { type: 'incident.verified', data: { note: null } }
export const dispatched: Body<'incident.dispatched'> = { type: 'incident.dispatched', data: {} }
export const responding: Body<'incident.responding'> = { type: 'incident.responding', data: {} }
export const controlled: Body<'incident.controlled'> = { type: 'incident.controlled', data: { note: null } }
export const closed: Body<'incident.closed'> = { type: 'incident.closed', data: { note: null } }
export const duplicate: Body<'incident.marked_duplicate'> = {
  type: 'incident.marked_duplicate',
  data: { of: 'inc_2' },
}

export const need = (needId: string, quantity: number, over: Partial<NeedInput> = {}): NeedInput => ({
  needId,
  task: 'pantau',
  vehicle: 'any',
  skill: null,
  quantity,
  ...over,
})
export const needed = (...args: Parameters<typeof need>): Body<'need.added'> => ({
  type: 'need.added',
  data: need(...args),
})
export const asking = (needId = 'n1'): Body<'need.asking'> => ({ type: 'need.asking', data: { needId } })
export const filled = (needId = 'n1'): Body<'need.filled'> => ({ type: 'need.filled', data: { needId } })
export const stalled = (needId = 'n1'): Body<'need.stalled'> => ({
  type: 'need.stalled',
  data: { needId, considered: 9, reasons: { off_duty: 9 }, remedies: ['widen'] },
})

export const offered = (
  volunteerId: string,
  over: Partial<Data<'offer.created'>> = {},
): Body<'offer.created'> => ({
  type: 'offer.created',
  data: {
    ...who(volunteerId),
    needId: 'n1',
    slot: 0,
    channel: 'webhook',
    expiresAt: minutes(3),
    wave: 1,
    search: 1,
    why: null,
    position: null,
    chosenBy: 'match',
    reason: null,
    ...over,
  },
})
export const accepted = (
  volunteerId: string,
  over: Partial<Data<'offer.accepted'>> = {},
): Body<'offer.accepted'> => ({
  type: 'offer.accepted',
  data: { ...who(volunteerId), ...bearer(volunteerId), needId: 'n1', slot: 0, etaS: null, ...over },
})
export const expired = (volunteerId: string): Body<'offer.expired'> => ({
  type: 'offer.expired',
  data: { ...who(volunteerId), reason: 'no_answer' },
})
export const declined = (volunteerId: string): Body<'offer.declined'> => ({
  type: 'offer.declined',
  data: { ...who(volunteerId), reason: 'too_far' },
})
export const withdrawn = (
  volunteerId: string,
  reason: Data<'offer.withdrawn'>['reason'],
): Body<'offer.withdrawn'> => ({ type: 'offer.withdrawn', data: { ...who(volunteerId), reason } })
export const stoodDown = (
  volunteerId: string,
  reason: Data<'assignment.stood_down'>['reason'] = 'stand_down',
): Body<'assignment.stood_down'> => ({
  type: 'assignment.stood_down',
  data: { ...bearer(volunteerId), reason },
})
export const progressed = (
  volunteerId: string,
  state: Data<'assignment.progressed'>['state'],
): Body<'assignment.progressed'> => ({
  type: 'assignment.progressed',
  data: { ...bearer(volunteerId), state, at: minutes(5), point: null },
})
export const checkinRequested = (volunteerId: string): Body<'checkin.requested'> => ({
  type: 'checkin.requested',
  data: { ...bearer(volunteerId), checkinId: `c${number(volunteerId)}` },
})
export const checkinAnswered = (
  volunteerId: string,
  over: Partial<Data<'checkin.answered'>> = {},
): Body<'checkin.answered'> => ({
  type: 'checkin.answered',
  data: {
    ...bearer(volunteerId),
    checkinId: `c${number(volunteerId)}`,
    point: null,
    textId: null,
    digest: null,
    ...over,
  },
})

/** Verified and asking: need n1 wants so many. */
export const dispatching = (quantity = 1): IncidentFactBody[] => [
  reported(),
  needed('n1', quantity),
  verified,
  dispatched,
]
/** Volunteer v1 has taken slot 0 of n1, which wants so many. */
export const oneOut = (quantity = 2): IncidentFactBody[] => [
  ...dispatching(quantity),
  offered('v1'),
  asking(),
  accepted('v1'),
  responding,
  ...(quantity === 1 ? [filled()] : []),
]

/** A short way to each status. */
export const wayTo: Record<IncidentStatus, IncidentFactBody[]> = {
  reported: [reported(), needed('n1', 2)],
  verified: [reported(), needed('n1', 2), verified],
  dispatching: dispatching(2),
  responding: oneOut(2),
  controlled: [...dispatching(2), controlled],
  closed: [...dispatching(2), controlled, closed],
  rejected: [reported(), { type: 'incident.rejected', data: { reason: 'palsu', note: null } }],
  duplicate: [reported(), needed('n1', 2), verified, duplicate],
  referred: [reported(), { type: 'incident.referred', data: { to: 'damkar', note: null } }],
  cancelled: [reported(), { type: 'incident.cancelled', data: { reason: null } }],
}
