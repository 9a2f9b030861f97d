import type { IncidentFact } from './facts.ts'
import type { Incident } from './state.ts'
import type { IncidentStatus } from './words.ts'

type CourseFact = Extract<
  IncidentFact,
  {
    type:
      | 'incident.corrected'
      | 'incident.verified'
      | 'incident.rejected'
      | 'incident.marked_duplicate'
      | 'incident.duplicate_undone'
      | 'incident.referred'
      | 'incident.dispatched'
      | 'incident.responding'
      | 'incident.controlled'
      | 'incident.resumed'
      | 'incident.closed'
      | 'incident.cancelled'
      | 'incident.noted'
      | 'photo.added'
      | 'trc.departed'
      | 'trc.arrived'
      | 'impact.recorded'
  }
>

const end = (state: Incident, status: IncidentStatus, at: string): Incident => ({
  ...state,
  status,
  statusBefore: state.status,
  endedAt: at,
})

/** The asking starts, or starts anew: deadlines count from now, and those missed before can be missed again. */
const ask = (state: Incident, at: string): Incident => ({
  ...state,
  needs: state.needs.map((need) => ({ ...need, openSince: at })),
  missed: state.missed.filter((deadline) => /^(arrive|callback):/.test(deadline)),
  nextWaveAt: at,
})

/** The course of the incident itself: what it is, where, and in which state. */
export const evolveCourse = (state: Incident, fact: CourseFact): Incident => {
  switch (fact.type) {
    case 'incident.corrected': {
      const { hazard, severity, place, description, addressTextId } = fact.data
      return {
        ...state,
        hazard: hazard ?? state.hazard,
        severity: severity ?? state.severity,
        place: place ?? state.place,
        descriptionId: description?.textId ?? state.descriptionId,
        addressTextId: addressTextId === undefined ? state.addressTextId : addressTextId,
      }
    }
    case 'incident.verified':
      return { ...state, status: 'verified', verifiedAt: fact.at }
    case 'incident.rejected':
      return { ...end(state, 'rejected', fact.at), rejectReason: fact.data.reason }
    case 'incident.marked_duplicate':
      return { ...end(state, 'duplicate', fact.at), duplicateOf: fact.data.of }
    case 'incident.duplicate_undone':
      return {
        ...ask(state, fact.at),
        status: state.statusBefore ?? 'reported',
        duplicateOf: null,
        endedAt: null,
      }
    case 'incident.referred':
      return { ...end(state, 'referred', fact.at), referredTo: fact.data.to }
    case 'incident.dispatched':
      return { ...ask(state, fact.at), status: 'dispatching', dispatchedAt: fact.at }
    case 'incident.responding':
      return { ...state, status: 'responding', respondingAt: state.respondingAt ?? fact.at }
    case 'incident.controlled':
      return { ...state, status: 'controlled', controlledAt: fact.at }
    case 'incident.resumed':
      return {
        ...ask(state, fact.at),
        status: 'responding',
        dispatchedAt: state.dispatchedAt ?? fact.at,
        respondingAt: state.respondingAt ?? fact.at,
        controlledAt: null,
      }
    case 'incident.closed':
      return end(state, 'closed', fact.at)
    case 'incident.cancelled':
      return end(state, 'cancelled', fact.at)
    case 'incident.noted': {
      const { textId, about, from } = fact.data
      const written = from === undefined ? {} : { from }
      return { ...state, notes: [...state.notes, { textId, about, at: fact.at, ...written }] }
    }
    case 'photo.added': {
      const { photoId } = fact.data
      return { ...state, photos: [...(state.photos ?? []), { photoId, at: fact.at, by: fact.by.id }] }
    }
    case 'trc.departed':
      return { ...state, trc: { ...state.trc, departedAt: fact.data.at } }
    case 'trc.arrived':
      return { ...state, trc: { ...state.trc, arrivedAt: fact.data.at } }
    case 'impact.recorded':
      return { ...state, impact: { ...fact.data, at: fact.at } }
    default:
      fact satisfies never
      return state
  }
}
