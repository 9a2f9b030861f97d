import { markDuplicate as mark } from '#contracts/domain/incident/commands/gate.ts'
import { Refusal } from '#contracts/domain/refusal.ts'
import type { Op } from '#contracts/store/ledger.ts'
import type { Changed } from '../../changed.ts'
import type { Context } from '../../context.ts'

/**
 * It is the same event as another incident of the agency.
 * @throws Refusal `not_found` (either of them), `self_duplicate`, `has_duplicates`, `team_out`, `illegal_move`,
 * `closed_incident`; NotSaved
 */
export const markDuplicate = async (context: Context, op: Op, id: string, of: string): Promise<Changed> => {
  const { ledger, incidents } = context.store
  const original = await ledger.load('incident', of)
  if (original === null || original.agencyId !== op.agencyId) throw new Refusal('not_found', { of })
  const ofIsDuplicate = original.state.status === 'duplicate'
  const hasDuplicates = await context.incidentQueries.hasDuplicates(op.agencyId, id)
  await incidents.change(id, op, (state) => mark(state, { of, ofIsDuplicate, hasDuplicates }))
  return { kind: 'incident', id }
}
