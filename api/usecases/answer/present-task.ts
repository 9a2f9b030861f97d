import type { Bearer } from '#contracts/domain/incident/commands/assignment.ts'
import { isActive } from '#contracts/domain/incident/read.ts'
import type { Instant } from '#contracts/domain/instant.ts'
import type { Volunteer } from '#contracts/domain/volunteer/state.ts'
import type { Store } from '#contracts/store/store.ts'

/** What a volunteer is out for now, found through the claim that binds his person; null when he is not out for this partner. */
export const presentTask = async (
  store: Store,
  { id, partnerId, personKey }: Volunteer,
): Promise<{ incidentId: string; acceptedAt: Instant; who: Bearer } | null> => {
  const claim = await store.claims.boundOf(personKey)
  // The same person may be out through another partner: that is none of this one's business.
  if (claim?.volunteerId !== id) return null
  const doc = await store.ledger.load('incident', claim.incidentId)
  const assignment = doc?.state.assignments.find((a) => a.offerId === claim.offerId && isActive(a))
  if (assignment === undefined) return null
  const who = { assignmentId: assignment.id, volunteerId: id, partnerId }
  return { incidentId: claim.incidentId, acceptedAt: assignment.acceptedAt, who }
}
