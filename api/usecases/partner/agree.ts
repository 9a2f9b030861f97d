import { Refusal } from '#contracts/domain/refusal.ts'
import { agreedSince, newlyAgreed } from '#contracts/domain/volunteer/agreements.ts'
import { agreedOf } from '../volunteer/agreements.ts'
import { withdrawVolunteer } from '../volunteer/withdraw-volunteer.ts'
import { holderOf, volunteerOf, type Handler } from './sender.ts'

/**
 * A volunteer has agreed to texts, as his platform recorded it; `already_past`: about each of them something was recorded since.
 * @throws Refusal `not_found`
 */
export const volunteerAgreed: Handler<'volunteer.agreed'> = async ({ store }, sender, data, said) => {
  const { volunteerRef } = data
  const agreed = agreedOf(data.agreements)
  const { id } = await volunteerOf(store, sender, volunteerRef)
  const { facts, state: after } = await store.ledger.change('volunteer', id, sender.op, (state) => {
    if (state === null) throw new Refusal('not_found', { what: 'volunteer' })
    return newlyAgreed(state, agreedSince(state, agreed, said))
  })
  if (facts.length > 0) return { outcome: 'recorded', volunteerRef }
  const isPast = newlyAgreed(after, agreed).length > 0
  return { outcome: isPast ? 'already_past' : 'unchanged', volunteerRef }
}

/** A volunteer takes back his consent (see withdrawVolunteer). @throws Refusal `not_found`, `on_task`, `person_busy` */
export const volunteerWithdrawn: Handler<'volunteer.withdrawn'> = async (context, sender, data) => {
  const { volunteerRef } = data
  const { partner, op } = sender
  const { id, state } = await holderOf(context.store, partner, volunteerRef, op)
  if (state === null) throw new Refusal('not_found', { what: 'volunteer' })
  await withdrawVolunteer(context, op, id)
  return { outcome: 'recorded', volunteerRef }
}
