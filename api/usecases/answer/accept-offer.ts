import { accept, type Answerer, refuseBarred } from '#contracts/domain/incident/commands/answer.ts'
import { offerOf } from '#contracts/domain/incident/read.ts'
import { Refusal } from '#contracts/domain/refusal.ts'
import { derivedId } from '#contracts/runtime/ids.ts'
import type { Op } from '#contracts/store/ledger.ts'
import type { Store } from '#contracts/store/store.ts'
import { acceptanceOf, type Acceptance } from './acceptance.ts'
import { barredByZones } from './danger.ts'
import { incidentOfOffer } from './find.ts'
import { lateYes } from './late-yes.ts'

/** A yes, by webhook or task link. `etaS`: the volunteer's own estimate in seconds. */
export interface Yes extends Answerer {
  etaS: number | null
}

/**
 * A volunteer says yes. Exactly one of three things is written to the incident file, each guarded by the file's version
 * and by the same opId: the acceptance; for a late yes an offer made and accepted in one change; or the refusal. So of
 * two runs of one event (a retry on another process, a clock that differs, a rival who frees the slot in between) the
 * second finds what the first wrote and answers the same. Nobody is told yes after somebody was told no.
 *
 * A yes behind a danger zone that has begun since he was asked is refused as one that comes after the round which takes it back.
 *
 * A yes to an offer that this volunteer holds already writes nothing and is confirmed again.
 * @throws Refusal `not_found`, `not_yours`; `terminal` after his own no or when he has left the task; NotSaved
 */
export const acceptOffer = async (
  store: Store,
  op: Op,
  yes: Yes,
): Promise<Acceptance & { incidentId: string }> => {
  const incidentId = await incidentOfOffer(store, yes.offerId)
  const acceptance = (await inTime(store, incidentId, op, yes)) ?? (await lateYes(store, incidentId, op, yes))
  return { ...acceptance, incidentId }
}

/** Null when the offer has ended or its time is over; also what an earlier run of this op wrote, in time or late. */
const inTime = async (store: Store, incidentId: string, op: Op, yes: Yes): Promise<Acceptance | null> => {
  const assignment = { assignmentId: derivedId('as', yes.offerId), etaS: yes.etaS }
  // A zone begins by the clock, a moment before a round takes back what was asked of those behind it.
  const isBarred = await barredByZones(store, op.agencyId, yes.volunteerId)
  try {
    const { facts } = await store.incidents.change(incidentId, op, (state, now) => {
      const accepted = accept(state, yes, assignment, now)
      const from = offerOf(state, yes.offerId)?.position ?? null
      return isBarred(state, from, now) ? refuseBarred(state, yes) : accepted
    })
    return acceptanceOf(facts)
  } catch (error) {
    if (error instanceof Refusal && error.code === 'terminal') return null
    throw error
  }
}
