import { wholeAgreement } from '#contracts/domain/volunteer/agreements.ts'
import { activate, raiseVolunteerSos, register, setDuty } from '#contracts/domain/volunteer/commands.ts'
import type { VolunteerFactBody } from '#contracts/domain/volunteer/facts.ts'
import type { Volunteer } from '#contracts/domain/volunteer/state.ts'
import { derivedId, personKey } from '#contracts/runtime/ids.ts'
import type { VolunteerView } from '#contracts/wire/routes/views.ts'
import { AGENCY, BY, type ApiWorld } from './api-world.ts'

let phones = 0
/** A phone that nobody else in this test file has. */
export const freshPhone = (): string => {
  phones += 1
  return `+62812000${String(phones).padStart(5, '0')}`
}

const must = (state: Volunteer | null): Volunteer => {
  if (state === null) throw new Error('no such volunteer')
  return state
}

/** Volunteers as a coordinator brings them about, and what they do beside the api. */
export const givenVolunteers = (world: ApiWorld) => {
  const order = async (
    name: 'activateVolunteer' | 'limitDuty' | 'recordTraining' | 'setDuty' | 'suspendVolunteer',
    { id }: { id: string },
    body?: object,
  ): Promise<VolunteerView> => (await world.as('coordinator')).call(name, { params: { id }, body })

  const beside = async (
    id: string,
    decide: (state: Volunteer | null) => VolunteerFactBody[],
  ): Promise<void> => {
    const op = { opId: world.context.ids.next('given'), agencyId: AGENCY, by: BY }
    await world.context.store.ledger.change('volunteer', id, op, decide)
  }

  const registered = async (more: object = {}): Promise<VolunteerView> => {
    const person = { displayName: 'Contoh Bria', phone: freshPhone(), plate: 'DH 1 AA' }
    const body = { ...person, vehicle: 'motorcycle', ...more }
    return (await world.as('coordinator')).call('registerVolunteer', { body })
  }
  const active = async () => order('activateVolunteer', await registered(), { agreements: wholeAgreement })
  const onDuty = async () => order('setDuty', await active(), { duty: 'on', declaredArea: 'Oebufu' })
  const suspended = async () => order('suspendVolunteer', await active(), { note: 'Ditegur.' })
  const trained = async () => order('recordTraining', await active(), { course: 'dasar', until: null })
  const limited = async () => order('limitDuty', await active(), { hours: 6 })
  /** He has called for help outside a task. */
  const calling = async (): Promise<VolunteerView> => {
    const view = await active()
    await beside(view.id, (state) => raiseVolunteerSos(must(state), { point: null }))
    return view
  }

  /** Of the partner with an integration, active and on duty. */
  const ofPartner = async (phone = freshPhone()): Promise<string> => {
    const { store, serverKey } = world.context
    const { partnerId } = world
    const ref = `ref-${phone.slice(-5)}`
    const id = derivedId('vol', partnerId, ref)
    const person = personKey(serverKey, phone)
    await store.texts.keepPerson({
      _id: id,
      agencyId: AGENCY,
      displayName: 'Contoh Lado',
      phone,
      plate: 'DH 2 BB',
    })
    await beside(id, (state) =>
      register(state, {
        partnerId,
        ref,
        personKey: person,
        vehicle: 'motorcycle',
        skills: [],
        channel: 'webhook',
      }),
    )
    await beside(id, (state) => activate(must(state), wholeAgreement))
    await beside(id, (state) => setDuty(must(state), { duty: 'on', declaredArea: null }))
    return id
  }

  return { registered, active, onDuty, suspended, trained, limited, calling, ofPartner }
}
