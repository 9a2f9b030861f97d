import { assignmentOf } from '#contracts/domain/incident/read.ts'
import type { Assignment, Incident } from '#contracts/domain/incident/state.ts'
import { Refusal } from '#contracts/domain/refusal.ts'
import type { Store } from '#contracts/store/store.ts'

/** The incident that holds or held an offer. @throws Refusal `not_found` */
export const incidentOfOffer = async (store: Store, offerId: string): Promise<string> => {
  const incidentId = await store.incidents.ofOffer(offerId)
  if (incidentId === null) throw new Refusal('not_found', { offerId })
  return incidentId
}

/** The incident file as it stands. @throws Refusal `not_found` also for another agency's */
export const readIncident = async (store: Store, incidentId: string, agencyId: string): Promise<Incident> => {
  const doc = await store.ledger.load('incident', incidentId)
  if (doc === null || doc.agencyId !== agencyId) throw new Refusal('not_found', { incidentId })
  return doc.state
}

/** An assignment and its incident, for the partner who owns it. @throws Refusal `not_found` also for a foreign one */
export const partnersAssignment = async (
  store: Store,
  assignmentId: string,
  partner: { id: string; agencyId: string },
): Promise<{ incident: Incident; assignment: Assignment }> => {
  const incidentId = await store.incidents.ofAssignment(assignmentId)
  if (incidentId === null) throw new Refusal('not_found', { assignmentId })
  const incident = await readIncident(store, incidentId, partner.agencyId)
  const assignment = assignmentOf(incident, assignmentId)
  if (assignment?.partnerId !== partner.id) throw new Refusal('not_found', { assignmentId })
  return { incident, assignment }
}
