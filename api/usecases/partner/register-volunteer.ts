import { register } from '#contracts/domain/volunteer/commands.ts'
import { isLongBefore } from '#contracts/domain/volunteer/said.ts'
import { personKey } from '#contracts/runtime/ids.ts'
import { agreedOf } from '../volunteer/agreements.ts'
import { mustBePhone } from '../phone.ts'
import { holderOf, type Handler } from './sender.ts'

/**
 * A driver has agreed to help. He is pending until a coordinator admits him. `already_past`: he has left since he said so.
 * @throws Refusal `already_registered`
 */
export const registerVolunteer: Handler<'volunteer.registered'> = async (
  context,
  { partner, op },
  data,
  said,
) => {
  const { store, serverKey } = context
  const { volunteerRef, displayName, vehicle, skills } = data
  const phone = mustBePhone('data.phone', data.phone)
  const { id, state: known, leftAt } = await holderOf(store, partner, volunteerRef, op)
  // He has taken back his consent since.
  if (known === null && leftAt !== null && isLongBefore(said, leftAt))
    return { outcome: 'already_past', volunteerRef }
  const { facts } = await store.ledger.change('volunteer', id, op, (state) => [
    ...register(state, {
      partnerId: partner.id,
      ref: volunteerRef,
      personKey: personKey(serverKey, phone),
      vehicle: vehicle.kind,
      skills,
      channel: 'webhook',
      saidAt: said.at,
    }),
    ...agreedOf(data.agreements).map((agreed) => ({ type: 'volunteer.agreed' as const, data: agreed })),
  ])
  // After the fact: a second registration is refused and must not touch what is known of the person. A repeat makes good
  // a crash here.
  const person = { _id: id, agencyId: partner.agencyId }
  await store.texts.keepTold(person, { displayName, phone, plate: vehicle.plate }, facts[0]?.version ?? 1)
  return { outcome: 'registered', volunteerRef }
}
