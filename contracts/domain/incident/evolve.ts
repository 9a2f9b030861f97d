import type { Birth } from '../fact.ts'
import type { Instant } from '../instant.ts'
import type { IncidentFact } from './facts.ts'
import { rest } from './alarms.ts'
import { evolveAlarm } from './evolve-alarm.ts'
import { evolveAssignment } from './evolve-assignment.ts'
import { evolveCaller } from './evolve-caller.ts'
import { evolveContact } from './evolve-contact.ts'
import { evolveCourse } from './evolve-course.ts'
import { evolveNeed } from './evolve-need.ts'
import { evolveOffer } from './evolve-offer.ts'
import { incidentFacts } from './facts.ts'
import { isAsking } from './moves.ts'
import { born } from './born.ts'
import type { Incident } from './state.ts'

/** Only an incident that asks has a next wave. */
const quiet = (state: Incident): Incident => (isAsking(state.status) ? state : { ...state, nextWaveAt: null })

const isKnown = (type: string): type is IncidentFact['type'] => Object.hasOwn(incidentFacts, type)

/**
 * Folds one fact into an incident file. Total: a fact of a newer release, which this code does not know, changes
 * nothing, so an older dashboard keeps working. Facts before the birth are ignored too.
 */
export const evolveIncident = (state: Incident | null, fact: IncidentFact, birth: Birth): Incident | null => {
  if (!isKnown(fact.type)) return state
  if (fact.type === 'incident.reported') return born(fact, birth)
  if (state === null) return null
  return rest(quiet({ ...step(state, fact), changedAt: changedAtAfter(state, fact) }))
}

/** That nobody is left still is no news of the incident: whoever should review it because nothing happens is asked all the same. */
const changedAtAfter = ({ changedAt }: Incident, { type, at }: IncidentFact): Instant =>
  type === 'need.stall_explained' ? changedAt : at

const step = (state: Incident, fact: Exclude<IncidentFact, { type: 'incident.reported' }>): Incident => {
  switch (fact.type) {
    case 'incident.corrected':
    case 'incident.verified':
    case 'incident.rejected':
    case 'incident.marked_duplicate':
    case 'incident.duplicate_undone':
    case 'incident.referred':
    case 'incident.dispatched':
    case 'incident.responding':
    case 'incident.controlled':
    case 'incident.resumed':
    case 'incident.closed':
    case 'incident.cancelled':
    case 'incident.noted':
    case 'photo.added':
    case 'trc.departed':
    case 'trc.arrived':
    case 'impact.recorded':
      return evolveCourse(state, fact)
    case 'need.added':
    case 'need.changed':
    case 'need.dropped':
    case 'need.asking':
    case 'need.filled':
    case 'need.stalled':
    case 'need.stall_explained':
    case 'search.repeated':
    case 'search.widened':
    case 'wave.opened':
      return evolveNeed(state, fact)
    case 'offer.created':
    case 'offer.accepted':
    case 'offer.declined':
    case 'offer.expired':
    case 'offer.withdrawn':
    case 'acceptance.refused':
      return evolveOffer(state, fact)
    case 'assignment.progressed':
    case 'assignment.released':
    case 'assignment.failed':
    case 'assignment.stood_down':
    case 'assignment.reassigned':
    case 'assignment.acknowledged':
      return evolveAssignment(state, fact)
    case 'message.sent':
    case 'checkin.requested':
    case 'checkin.answered':
    case 'evidence.added':
      return evolveContact(state, fact)
    case 'callback.planned':
    case 'callback.done':
    case 'phone.shown':
      return evolveCaller(state, fact)
    case 'sos.raised':
    case 'delivery.failed':
    case 'deadline.missed':
    case 'alarm.acknowledged':
      return evolveAlarm(state, fact)
    default:
      fact satisfies never
      return state
  }
}
