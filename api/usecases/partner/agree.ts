import { Refusal } from '#contracts/domain/refusal.ts'
import { newlyAgreed } from '#contracts/domain/volunteer/agreements.ts'
import { agreedOf } from '../volunteer/agreements.ts'
import { withdrawVolunteer } from '../volunteer/withdraw-volunteer.ts'
import { holderOf, volunteerOf, type Handler } from './sender.ts'

/** A volunteer has agreed to a text, as his platform recorded it. @throws Refusal `not_found` */
export const volunteerAgreed: Handler<'volunteer.agreed'> = async ({ store }, sender, data) => {
  const { volunteerRef } = data
  const { id } = await volunteerOf(store, sender, volunteerRef)
  const { facts } = await store.ledger.change('volunteer', id, sender.op, (state) => {
    if (state === null) throw new Refusal('not_found', { what: 'volunteer' })
    return newlyAgreed(state, agreedOf(data.agreements))
  })
  return { outcome: facts.length > 0 ? 'recorded' : 'unchanged', volunteerRef }
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
