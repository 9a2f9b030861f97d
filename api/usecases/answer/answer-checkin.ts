import type { Bearer } from '#contracts/domain/incident/commands/assignment.ts'
import { answerCheckin as answer } from '#contracts/domain/incident/commands/contact.ts'
import { messageBeside } from '#contracts/domain/incident/commands/messages.ts'
import type { Point } from '#contracts/domain/place.ts'
import type { Said } from '#contracts/domain/volunteer/said.ts'
import type { Op } from '#contracts/store/ledger.ts'
import type { Store } from '#contracts/store/store.ts'
import { changeWith } from './with-text.ts'

/**
 * "Saya aman". `unchanged`: nobody had asked since he `said` it, or he had answered; what he wrote with it is kept all the same, as long as his task
 * may bring messages.
 * @throws Refusal `not_found`, `not_yours`; NotSaved
 */
export const answerCheckin = async (
  store: Store,
  incidentId: string,
  op: Op,
  who: Bearer,
  { point, text, said }: { point: Point | null; text: string | null; said?: Said },
): Promise<{ outcome: 'recorded' | 'unchanged' }> => {
  const facts = await changeWith(store, incidentId, op, text, (state, kept) => {
    const answered = answer(state, who, { point, text: kept, said })
    return answered.length > 0 ? answered : messageBeside(state, who, kept)
  })
  return { outcome: facts.length > 0 ? 'recorded' : 'unchanged' }
}
