import type { Instant } from '#contracts/domain/instant.ts'
import type { Partner } from '#contracts/domain/partner/partner.ts'
import { Refusal } from '#contracts/domain/refusal.ts'
import type { Said } from '#contracts/domain/volunteer/said.ts'
import type { Volunteer } from '#contracts/domain/volunteer/state.ts'
import { derivedId } from '#contracts/runtime/ids.ts'
import type { Op } from '#contracts/store/ledger.ts'
import type { Store } from '#contracts/store/store.ts'
import type { PartnerEventData, PartnerEventType, PartnerOutcome } from '#contracts/wire/partner/events.ts'
import type { Context } from '../../context.ts'

/** Who sent an authentic event, and the operation that it is. */
export interface Sender {
  partner: Partner
  webhookId: string
  op: Op
  /** The time that this attempt was signed with, by his own clock. */
  sentAt: Date
}

/** What an event does. Refusals and invalid input are definite answers too; anything else thrown is not an answer. */
export type Handler<T extends PartnerEventType> = (
  context: Context,
  sender: Sender,
  data: PartnerEventData<T>,
  said: Said,
) => Promise<PartnerOutcome>

export const senderOf = (partner: Partner, webhookId: string, sentAt: Date): Sender => ({
  partner,
  webhookId,
  sentAt,
  op: {
    opId: `wh:${partner.id}:${webhookId}`,
    agencyId: partner.agencyId,
    by: { kind: 'partner', id: partner.id },
  },
})

/** Who has left may come back under the partner's old name for him, as somebody else: the next in the row. */
const volunteerIdOf = ({ id }: Partner, ref: string, turn: number): string =>
  turn === 0 ? derivedId('vol', id, ref) : derivedId('vol', id, ref, String(turn))

/**
 * Who goes by this name with the partner, or would if he registered now (`state` null); `leftAt`: when the one before him
 * left. With `op`: who registered by it.
 */
export const holderOf = async (
  { ledger }: Store,
  partner: Partner,
  ref: string,
  op?: Op,
): Promise<{ id: string; state: Volunteer | null; leftAt: Instant | null }> => {
  let leftAt: Instant | null = null
  for (let turn = 0; ; turn += 1) {
    const id = volunteerIdOf(partner, ref, turn)
    const state = (await ledger.load('volunteer', id))?.state ?? null
    if (state?.standing !== 'withdrawn') return { id, state, leftAt }
    if (op !== undefined && (await ledger.done('volunteer', id, op.opId)) !== null)
      return { id, state, leftAt }
    leftAt = state.changedAt
  }
}

/** Whom an answer of this volunteer is from: also of somebody who has left, for he is told how his offer ended. */
export const answererOf = async (store: Store, partner: Partner, ref: string): Promise<string> => {
  let id = volunteerIdOf(partner, ref, 0)
  for (let turn = 1; ; turn += 1) {
    if ((await store.ledger.load('volunteer', id))?.state.standing !== 'withdrawn') return id
    const next = volunteerIdOf(partner, ref, turn)
    if ((await store.ledger.load('volunteer', next)) === null) return id
    id = next
  }
}

/** The partner's own volunteer. @throws Refusal `not_found`, also when he has left */
export const volunteerOf = async (store: Store, { partner }: Sender, ref: string): Promise<Volunteer> => {
  const { state } = await holderOf(store, partner, ref)
  if (state?.partnerId !== partner.id) throw new Refusal('not_found', { what: 'volunteer' })
  return state
}
