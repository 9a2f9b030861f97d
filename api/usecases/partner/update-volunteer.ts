import type { Fact } from '#contracts/domain/fact.ts'
import { Refusal } from '#contracts/domain/refusal.ts'
import type { Said } from '#contracts/domain/volunteer/said.ts'
import { sayProfile, standing, type Profile, type ProfileChange } from '#contracts/domain/volunteer/say.ts'
import type { Volunteer } from '#contracts/domain/volunteer/state.ts'
import { personKey } from '#contracts/runtime/ids.ts'
import type { Person } from '#contracts/store/documents.ts'
import type { ToldOfPerson } from '#contracts/store/texts.ts'
import type { PartnerEventData, PartnerOutcome } from '#contracts/wire/partner/events.ts'
import { mustBePhone } from '../phone.ts'
import { whilePersonFree } from '../volunteer/person-free.ts'
import { volunteerOf, type Handler } from './sender.ts'

type Data = PartnerEventData<'volunteer.updated'>
/** Of each thing that is told: what changes of the volunteer, and the texts that lie apart from the facts. */
type Telling = Map<ReturnType<typeof standing>[number], { change: ProfileChange; texts: ToldOfPerson }>

/** @throws Trouble `invalid` for a phone that is none */
const tellingOf = (serverKey: string, { displayName, phone, vehicle, skills }: Data): Telling => {
  const telling: Telling = new Map()
  if (displayName !== undefined) telling.set('displayName', { change: {}, texts: { displayName } })
  if (phone !== undefined) {
    const number = mustBePhone('data.phone', phone)
    telling.set('phone', { change: { personKey: personKey(serverKey, number) }, texts: { phone: number } })
  }
  if (vehicle !== undefined)
    telling.set('vehicle', { change: { vehicle: vehicle.kind }, texts: { plate: vehicle.plate } })
  if (skills !== undefined) telling.set('skills', { change: { skills }, texts: {} })
  return telling
}

const profileOf = (telling: Telling, present: Person): Profile =>
  new Map(
    [...telling].map(([told, { change, texts }]) => {
      const personChanged = JSON.stringify({ ...present, ...texts }) !== JSON.stringify(present)
      return [told, personChanged ? { ...change, personChanged } : change]
    }),
  )

const outcomeOf = (
  facts: readonly Fact[],
  after: Volunteer,
  profile: Profile,
  said: Said,
): PartnerOutcome['outcome'] => {
  if (facts.some(({ type }) => type === 'volunteer.updated')) return 'updated'
  const isPast = profile.size > 0 && standing(after, profile, said).length === 0
  return facts.length === 0 && isPast ? 'already_past' : 'unchanged'
}

/**
 * What is known of a volunteer has changed. Of each thing the last word of his platform counts: `already_past` when it has
 * said something newer about all of this.
 * @throws Refusal `not_found`, `person_busy` when another phone comes while one of the two persons is bound
 */
export const updateVolunteer: Handler<'volunteer.updated'> = async (context, sender, data, said) => {
  const { store, serverKey } = context
  const { volunteerRef } = data
  const volunteer = await volunteerOf(store, sender, volunteerRef)
  const { id, agencyId } = volunteer
  const telling = tellingOf(serverKey, data)
  const known = (await store.texts.persons([id])).get(id)
  const present: Person = known ?? { _id: id, agencyId, displayName: null, phone: null, plate: null }
  const profile = profileOf(telling, present)
  const { facts, state } = await whilePersonFree(
    store,
    volunteer,
    telling.get('phone')?.change.personKey,
    (isBound) =>
      store.ledger.change('volunteer', id, sender.op, (before) => {
        if (before === null) throw new Refusal('not_found', { what: 'volunteer' })
        return sayProfile(before, profile, said, isBound(before))
      }),
  )
  const [fact] = facts
  // After the fact, which may be refused; the sender hears nothing before both are kept, and sends again until they are. What
  // his platform has said anew meanwhile stays, and what it has said of something else.
  if (fact !== undefined)
    await store.texts.keepTold(
      { _id: id, agencyId },
      Object.assign({}, ...standing(state, profile, said).map((told) => telling.get(told)?.texts)),
      fact.version,
    )
  return { outcome: outcomeOf(facts, state, profile, said), volunteerRef }
}
