import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { wholeAgreement } from '#contracts/domain/volunteer/agreements.ts'
import { audit } from '../world/audit.ts'
import { until } from '../world/client.ts'
import { AGENCY, startApiWorld, type ApiWorld } from './api-world.ts'
import { given } from './given.ts'
import { freshPhone } from './given-volunteers.ts'

let world: ApiWorld
beforeAll(async () => {
  world = await startApiWorld()
})
afterAll(async () => world.stop())

const leave = async (id: string, key?: string) =>
  (await world.as('coordinator')).try('withdrawVolunteer', { params: { id }, key })
const incidentOf = async (id: string) => {
  const doc = await world.context.store.ledger.load('incident', id)
  if (doc === null) throw new Error(`no incident ${id}`)
  return doc.state
}
/** Everything that is stored, as text, but what only keys and codes are meant to be in. */
const stored = async (collections: string[]): Promise<string> => {
  const { connection } = world.context
  const all = await Promise.all(collections.map((name) => connection.collection(name).find().toArray()))
  return JSON.stringify(all)
}
/** Nothing waits for its place and nothing is wrong with chain, states and claims. */
const mustBeSound = async (): Promise<void> => {
  await world.settled()
  expect((await audit(world.context.connection)).faults).toEqual([])
}

describe('who takes back his consent', () => {
  it('is forgotten: no name, phone, plate, text or place of him is left, and the chain is valid', async () => {
    const { context } = world
    const phone = freshPhone()
    const person = { displayName: 'Contoh Pergi Jauh', phone, plate: 'DH 4711 XY' }
    const { id } = await given(world).registered(person)
    const coordinator = await world.as('coordinator')
    await coordinator.call('activateVolunteer', { params: { id }, body: { agreements: wholeAgreement } })
    await coordinator.call('suspendVolunteer', {
      params: { id },
      body: { note: 'Catatan tentang orang ini.' },
    })
    await coordinator.call('reinstateVolunteer', { params: { id } })
    await coordinator.call('setDuty', { params: { id }, body: { duty: 'on', declaredArea: 'Oebufu' } })
    const fix = { lat: -10.16, lng: 123.6, accuracyM: 10, at: context.clock.now().toISOString() }
    await context.presence.keep(AGENCY, new Map([[id, fix]]))
    await context.presence.keepCoarse(AGENCY, new Map([[id, fix]]), context.clock.now())
    const texts = ['persons', 'texts', 'lastPlaces']
    expect(await stored(texts)).toMatch(/Contoh Pergi Jauh.*Catatan tentang orang ini/)

    const { status, body } = await leave(id)
    expect([status, body['standing'], body['duty'], body['displayName'], body['phoneMasked']]).toEqual([
      200,
      'withdrawn',
      'off',
      '',
      '',
    ])
    await world.settled()
    const left = await stored([...texts, 'facts', 'volunteers'])
    for (const word of [person.displayName, phone, person.plate, 'Catatan tentang orang ini'])
      expect(left).not.toContain(word)
    expect(await stored(['lastPlaces'])).not.toContain(id)
    expect(await context.presence.all(AGENCY)).not.toHaveProperty(id)
    await mustBeSound()
  })

  it('has nothing written about him any more: a note comes after he has left, and is not kept', async () => {
    const { id } = await given(world).active()
    await leave(id)
    const as = await world.as('coordinator')
    const note = 'Catatan yang datang terlambat.'
    const params = { id }
    const answers = [
      await as.try('suspendVolunteer', { params, body: { note } }),
      await as.try('strikeTraining', { params, body: { course: 'dasar', note } }),
      await as.try('showVolunteerPhone', { params, body: { reason: 'lainnya', note } }),
    ]
    expect(answers.map(({ status, body }) => [status, body['code']])).toEqual(
      answers.map(() => [409, 'illegal_move']),
    )
    expect(await stored(['texts'])).not.toContain(note)
  })

  it('is asked no longer: his offer is withdrawn and somebody else is wanted at once', async () => {
    const { incidentId, offerId, volunteerId } = await given(world).offered()
    expect((await leave(volunteerId)).status).toBe(200)
    const { offers, asked, nextWaveAt } = await incidentOf(incidentId)
    expect(offers).toEqual([])
    expect(asked).toMatchObject([{ offerId, ended: 'withdrawn', endReason: 'volunteer_left' }])
    expect(nextWaveAt).not.toBeNull()
    await mustBeSound()
  })

  it('waits while he is out on a task, until an operator has called him home', async () => {
    const { incident } = await given(world).assigned()
    const [task] = incident.assignments
    const id = task?.volunteerId ?? ''
    const refused = await leave(id)
    expect([refused.status, refused.body['code'], refused.body['detail']]).toEqual([
      409,
      'on_task',
      { incidentId: incident.id, assignmentId: task?.id },
    ])
    const person = (await world.context.store.texts.persons([id])).get(id)
    expect(person?.displayName).toBe('Contoh Bria')
    await (
      await world.as('operator')
    ).call('standDown', { params: { id: incident.id }, body: { assignmentIds: [task?.id] } })
    // The claim ends behind the answer.
    await until('he is free', async () => (await leave(id)).status === 200)
    await mustBeSound()
  })

  it('is told the same again under the same key, and is gone for every other order', async () => {
    const { id } = await given(world).active()
    const first = await leave(id, 'leave-once')
    const again = await leave(id, 'leave-once')
    expect([first.status, again.status]).toEqual([200, 200])
    expect((await leave(id)).body['code']).toBe('illegal_move')
    await mustBeSound()
  })

  it('an interrupted erasure is made good by the next try, whatever that is answered', async () => {
    const { id } = await given(world).active()
    await leave(id)
    const { texts } = world.context.store
    await texts.keepPerson({ _id: id, agencyId: AGENCY, displayName: 'Sisa', phone: null, plate: null })
    expect((await texts.persons([id])).size).toBe(1)
    expect((await leave(id)).status).toBe(409)
    expect((await texts.persons([id])).size).toBe(0)
  })

  it('may come anew, as somebody of whom nothing is known', async () => {
    const coordinator = await world.as('coordinator')
    const phone = freshPhone()
    const before = await given(world).registered({ phone })
    await coordinator.call('activateVolunteer', {
      params: { id: before.id },
      body: { agreements: wholeAgreement },
    })
    await leave(before.id)
    const after = await given(world).registered({ phone, displayName: 'Contoh Baru' })
    expect(after.id).not.toBe(before.id)
    expect(after).toMatchObject({
      standing: 'pending',
      agreements: [],
      alsoAs: [],
      displayName: 'Contoh Baru',
    })
    const activation = await coordinator.try('activateVolunteer', { params: { id: after.id } })
    expect(activation.body['code']).toBe('no_agreement')
    await mustBeSound()
  })

  it('is not asked by a round that read him before he left', async () => {
    const { store } = world.context
    const { id } = await given(world).onDuty()
    const doc = await store.ledger.load('volunteer', id)
    const personKey = doc?.state.personKey ?? ''
    const { incident } = await given(world).dispatching()
    await leave(id)
    const by = { kind: 'system', id: 'test' } as const
    const op = { opId: 'late-round', agencyId: AGENCY, by }
    let won: readonly unknown[] = ['not asked']
    await store.offer(
      incident.id,
      op,
      () => [{ volunteerId: id, personKey }],
      (_state, bound) => {
        won = bound
        return []
      },
    )
    expect(won).toEqual([])
    expect(await store.claims.boundOf(personKey)).toBeNull()
  })
})
