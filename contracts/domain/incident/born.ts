import type { Birth } from '../fact.ts'
import type { IncidentFact } from './facts.ts'
import type { Incident } from './state.ts'

/** The incident file as it is when reported. */
export const born = (fact: Extract<IncidentFact, { type: 'incident.reported' }>, birth: Birth): Incident => {
  const { data, at } = fact
  return {
    id: birth.id,
    agencyId: birth.agencyId,
    number: data.number,
    status: 'reported',
    statusBefore: null,
    hazard: data.hazard,
    severity: data.severity,
    place: data.place,
    channel: data.channel,
    descriptionId: data.description.textId,
    addressTextId: data.addressTextId,
    reporterId: data.reporterId,
    drill: data.drill,
    ...(data.sla !== undefined && { sla: data.sla }),
    occurredAt: data.occurredAt,
    reportedAt: at,
    verifiedAt: null,
    dispatchedAt: null,
    respondingAt: null,
    controlledAt: null,
    endedAt: null,
    changedAt: at,
    follows: data.follows,
    duplicateOf: null,
    referredTo: null,
    rejectReason: null,
    trc: { departedAt: null, arrivedAt: null },
    needs: [],
    offers: [],
    assignments: [],
    asked: [],
    standby: [],
    search: 1,
    ring: 0,
    wave: 0,
    nextWaveAt: null,
    tally: { accepted: 0, declined: 0, expired: 0, withdrawn: 0 },
    missed: [],
    alarms: [],
    notes: [],
  }
}
