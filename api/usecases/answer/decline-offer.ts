import { decline, type Answerer } from '#contracts/domain/incident/commands/answer.ts'
import { Refusal } from '#contracts/domain/refusal.ts'
import type { DeclineReason } from '#contracts/domain/words.ts'
import type { Op } from '#contracts/store/ledger.ts'
import type { Store } from '#contracts/store/store.ts'
import { incidentOfOffer } from './find.ts'

/** `declined`, or how the offer had ended before. */
export interface Declining {
  outcome: 'declined' | 'expired' | 'withdrawn'
  incidentId: string
}

/**
 * A volunteer says no; also past the time of the offer, since a no is worth more than silence. After it he is free.
 * @throws Refusal `not_found`, `not_yours`; `terminal` after his yes (he releases the task instead); NotSaved
 */
export const declineOffer = async (
  store: Store,
  op: Op,
  no: Answerer,
  reason: DeclineReason,
): Promise<Declining> => {
  const incidentId = await incidentOfOffer(store, no.offerId)
  try {
    await store.incidents.change(incidentId, op, (state) => decline(state, no, reason))
    return { outcome: 'declined', incidentId }
  } catch (error) {
    const ended = error instanceof Refusal && error.code === 'terminal' ? error.detail['ended'] : undefined
    if (ended === 'declined' || ended === 'expired' || ended === 'withdrawn')
      return { outcome: ended, incidentId }
    throw error
  }
}
