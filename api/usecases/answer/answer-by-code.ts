import { Refusal } from '#contracts/domain/refusal.ts'
import type { Op } from '#contracts/store/ledger.ts'
import type { Routes } from '#contracts/wire/routes/all.ts'
import type { Caller } from '../../caller.ts'
import type { Changed } from '../../changed.ts'
import type { Context } from '../../context.ts'
import { livingOffer } from '../../queries/offer-by-code.ts'
import type { Given } from '../../route-types.ts'
import { acceptanceOf } from './acceptance.ts'
import { acceptOffer } from './accept-offer.ts'
import { declineOffer } from './decline-offer.ts'

type Input = Given<Routes['answerByCode']>['body']

/**
 * A volunteer on the phone reads out the five digits of his offer, and an operator answers for him: the same yes or no as
 * on his page, recorded under the operator's name. A code is good for a living offer of this incident only.
 * @throws Refusal `not_found` for any other code, `terminal` when the yes came too late after all; Trouble `too_many`; NotSaved
 */
export const answerByCode = async (
  context: Context,
  { caller, op, incidentId }: { caller: Caller; op: Op; incidentId: string },
  { code, answer, reason }: Input,
): Promise<Changed> => {
  const { store, personalLimits } = context
  const changed = { kind: 'incident', id: incidentId } as const
  // Asked again after its answer was lost: the offer lives no more, and what was done stays done.
  const done = await store.ledger.done('incident', incidentId, op.opId)
  if (done !== null && answer === 'decline') return changed
  if (done !== null) return confirmed(changed, acceptanceOf(done).outcome)
  await personalLimits.answer(caller.userId)
  const found = await livingOffer(context, op.agencyId, code)
  if (found === null || found.incident.id !== incidentId) throw new Refusal('not_found', { what: 'code' })
  await personalLimits.forgiveAnswer(caller.userId)
  const { id: offerId, volunteerId, partnerId } = found.offer
  const who = { offerId, volunteerId, partnerId }
  const { outcome } =
    answer === 'accept'
      ? await acceptOffer(store, op, { ...who, etaS: null })
      : await declineOffer(store, op, who, reason)
  return confirmed(changed, outcome)
}

/** What was recorded may be a no to his yes: then the operator must not take it for done. */
const confirmed = (changed: Changed, outcome: string): Changed => {
  if (outcome !== 'confirmed' && outcome !== 'declined') throw new Refusal('terminal', { outcome })
  return changed
}
