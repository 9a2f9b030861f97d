import { Refusal } from '#contracts/domain/refusal.ts'
import { update } from '#contracts/domain/volunteer/commands.ts'
import { personKey } from '#contracts/runtime/ids.ts'
import type { Person } from '#contracts/store/documents.ts'
import { mustBePhone } from '../phone.ts'
import { whilePersonFree } from '../volunteer/person-free.ts'
import { volunteerOf, type Handler } from './sender.ts'

/**
 * What is known of a volunteer has changed.
 * @throws Refusal `not_found`, `person_busy` when another phone comes while one of the two persons is bound
 */
export const updateVolunteer: Handler<'volunteer.updated'> = async (context, sender, data) => {
  const { store, serverKey } = context
  const volunteer = await volunteerOf(store, sender, data.volunteerRef)
  const { id, agencyId } = volunteer
  const phone = data.phone === undefined ? undefined : mustBePhone('data.phone', data.phone)
  const known = (await store.texts.persons([id])).get(id)
  const present: Person = known ?? { _id: id, agencyId, displayName: null, phone: null, plate: null }
  const person: Person = {
    ...present,
    displayName: data.displayName ?? present.displayName,
    phone: phone ?? present.phone,
    plate: data.vehicle?.plate ?? present.plate,
  }
  const change = {
    personKey: phone === undefined ? undefined : personKey(serverKey, phone),
    vehicle: data.vehicle?.kind,
    skills: data.skills,
    personChanged: JSON.stringify(person) !== JSON.stringify(present),
  }
  try {
    await whilePersonFree(store, volunteer, change.personKey, (isBound) =>
      store.ledger.change('volunteer', id, sender.op, (state) => {
        if (state === null) throw new Refusal('not_found', { what: 'volunteer' })
        return update(state, change, isBound(state))
      }),
    )
  } catch (error) {
    if (error instanceof Refusal && error.code === 'nothing_to_change')
      return { outcome: 'unchanged', volunteerRef: data.volunteerRef }
    throw error
  }
  // After the fact, which may be refused; the sender hears nothing before both are kept, and sends again until they are.
  await store.texts.keepPerson(person)
  return { outcome: 'updated', volunteerRef: data.volunteerRef }
}
