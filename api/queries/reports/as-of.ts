import { evolveIncident } from '#contracts/domain/incident/evolve.ts'
import type { IncidentFact } from '#contracts/domain/incident/facts.ts'
import type { Incident } from '#contracts/domain/incident/state.ts'
import type { Instant } from '#contracts/domain/instant.ts'
import type { PlacedFact } from '#contracts/domain/fact.ts'
import { Refusal } from '#contracts/domain/refusal.ts'
import type { Context } from '../../context.ts'

/** An incident as it stood at a moment: what had happened by then, and nothing of what came after. */
export interface AsOf {
  at: Instant
  incident: Incident
  facts: readonly PlacedFact[]
}

/** Folds the facts of one incident up to a moment. Null: it had not been reported by then. */
export const foldUpTo = (facts: readonly PlacedFact[], at: Instant): AsOf | null => {
  const past = facts.filter((fact) => fact.at <= at)
  const incident = past.reduce<Incident | null>(
    (state, fact) =>
      evolveIncident(state, fact as IncidentFact & PlacedFact, {
        id: fact.entityId,
        agencyId: fact.agencyId,
      }),
    null,
  )
  return incident === null ? null : { at, incident, facts: past }
}

/** @throws Refusal `not_found` also when it had not been reported by then */
export const incidentAsOf = async (
  context: Context,
  agencyId: string,
  id: string,
  at: Instant,
): Promise<AsOf> => {
  const { ledger, flush, cursors } = context.store
  const doc = await ledger.load('incident', id)
  if (doc === null || doc.agencyId !== agencyId) throw new Refusal('not_found')
  if (doc.pending.length > 0) await flush('incident', id)
  const found = foldUpTo(await cursors.of(id), at)
  if (found === null) throw new Refusal('not_found')
  return found
}
