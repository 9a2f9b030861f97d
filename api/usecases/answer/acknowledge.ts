import { acknowledge as receive, type Bearer } from '#contracts/domain/incident/commands/assignment.ts'
import type { Op } from '#contracts/store/ledger.ts'
import type { Store } from '#contracts/store/store.ts'

/**
 * A confirmation or a stand-down has reached the volunteer, or he has read it.
 * @throws Refusal `not_found`, `not_yours`, `illegal_move` for a stand-down that was never sent; NotSaved
 */
export const acknowledge = async (
  store: Store,
  incidentId: string,
  op: Op,
  who: Bearer,
  receipt: { what: 'confirmed' | 'stood_down'; how: 'delivered' | 'read' },
): Promise<{ outcome: 'recorded' | 'unchanged' }> => {
  const { facts } = await store.incidents.change(incidentId, op, (state) => receive(state, who, receipt))
  return { outcome: facts.length > 0 ? 'recorded' : 'unchanged' }
}
