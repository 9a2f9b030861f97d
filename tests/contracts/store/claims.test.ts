import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accept, decline } from '#contracts/domain/incident/commands/answer.ts'
import { cancel } from '#contracts/domain/incident/commands/finish.ts'
import { isLive } from '#contracts/domain/incident/read.ts'
import { openTestPlatform } from '../../world/platform.ts'
import { aVolunteer } from '../../races/given.ts'
import { AGENCY, anAskingIncident, offerTo, op } from './given.ts'

type World = Awaited<ReturnType<typeof openTestPlatform>>
let world: World
beforeAll(async () => {
  world = await openTestPlatform()
})
afterAll(() => world.close())

const person = () => `p${Math.random()}`
const answerer = (offer: { id: string; volunteerId: string; partnerId: string }) => ({
  offerId: offer.id,
  volunteerId: offer.volunteerId,
  partnerId: offer.partnerId,
})
const yes = { assignmentId: `as_${Math.random()}`, etaS: null }

describe('claims', () => {
  it('bind a person to one offer, whichever partner asks him', async () => {
    const [a, b] = await Promise.all([anAskingIncident(world), anAskingIncident(world)])
    const personKey = person()
    const results = await Promise.all([
      offerTo(world, a, [{ volunteerId: 'vol_at_one', personKey }]),
      offerTo(world, b, [{ volunteerId: 'vol_at_two', personKey }]),
    ])
    expect(results.flat()).toHaveLength(1)
  })

  it('are not kept by somebody who has left duty since he was chosen: he is not asked', async () => {
    const incident = await anAskingIncident(world)
    const { id: volunteerId, personKey } = await aVolunteer(world, 'ptn_a')
    const duty = { type: 'volunteer.duty_changed', data: { duty: 'paused', declaredArea: null } } as const
    await world.store.ledger.change('volunteer', volunteerId, op(), () => [duty])
    expect(await offerTo(world, incident, [{ volunteerId, personKey }])).toEqual([])
    expect(await world.store.claims.boundOf(personKey)).toBeNull()

    const back = { ...duty, data: { duty: 'on', declaredArea: null } } as const
    await world.store.ledger.change('volunteer', volunteerId, op(), () => [back])
    expect(await offerTo(world, incident, [{ volunteerId, personKey }])).toHaveLength(1)
  })

  it('are given back when nothing can be made of them, and what is wrong is said at once', async () => {
    const incident = await anAskingIncident(world)
    const personKey = person()
    let tries = 0
    const broken = world.store.offer(
      incident.id,
      op(),
      () => [{ volunteerId: 'vol_1', personKey }],
      () => {
        tries += 1
        throw new TypeError('nothing to be made of this')
      },
    )
    await expect(broken).rejects.toThrow('nothing to be made of this')
    expect(tries).toBe(1)
    expect(await world.store.claims.boundOf(personKey)).toBeNull()
  })

  it('are taken back after a decline, once the decline has its place in the ledger', async () => {
    const incident = await anAskingIncident(world)
    const personKey = person()
    const [offer] = await offerTo(world, incident, [{ volunteerId: 'vol_1', personKey }])
    if (!offer) throw new Error('no offer')
    expect(await world.store.claims.boundOf(personKey)).toMatchObject({ offerId: offer.id })
    await world.store.incidents.change(incident.id, op(), (s) => decline(s, answerer(offer), 'personal'))
    await world.store.settled()
    expect(await world.store.claims.boundOf(personKey)).toBeNull()
    const facts = await world.store.cursors.of(incident.id)
    expect(facts.at(-1)).toMatchObject({ type: 'offer.declined' })
  })

  it('stay while the volunteer works, and go when he is stood down', async () => {
    const incident = await anAskingIncident(world)
    const personKey = person()
    const [offer] = await offerTo(world, incident, [{ volunteerId: 'vol_1', personKey }])
    if (!offer) throw new Error('no offer')
    await world.store.incidents.change(incident.id, op(), (s, now) => accept(s, answerer(offer), yes, now))
    await world.store.settled()
    expect(await world.store.claims.boundOf(personKey)).not.toBeNull()
    await world.store.incidents.change(incident.id, op(), (s) => cancel(s, { reason: null }))
    await world.store.settled()
    expect(await world.store.claims.boundOf(personKey)).toBeNull()
  })

  it('left by a writer that died before its write are freed, and his write can never succeed afterwards', async () => {
    const incident = await anAskingIncident(world)
    const doc = await world.store.ledger.load('incident', incident.id)
    if (!doc) throw new Error('no incident')
    const claim = {
      _id: person(),
      agencyId: AGENCY,
      incidentId: incident.id,
      offerId: world.ids.next('of'),
      volunteerId: 'vol_1',
      base: doc.version,
      at: '2026-01-01T00:00:00.000Z',
    }
    await world.store.claims.take(claim)
    expect(await world.store.claims.olderThan('2026-01-02T00:00:00.000Z')).toContainEqual(claim)
    expect(await world.store.claims.free(claim)).toBe('freed')
    expect(await world.store.claims.boundOf(claim._id)).toBeNull()
    const late = await world.store.ledger.attempt('incident', doc, op(), [
      { type: 'trc.departed', data: { at: claim.at } },
    ])
    expect(late).toBe('lost')
  })

  it('whose offer was written after all are kept', async () => {
    const incident = await anAskingIncident(world)
    const personKey = person()
    await offerTo(world, incident, [{ volunteerId: 'vol_1', personKey }])
    const claim = await world.store.claims.boundOf(personKey)
    if (!claim) throw new Error('no claim')
    expect(await world.store.claims.free(claim)).toBe('kept')
  })

  it('hold under a storm: five waves race for the same twenty people, nobody is asked twice', async () => {
    const others = await Promise.all([openTestPlatform(world.home), openTestPlatform(world.home)])
    const platforms = [world, ...others]
    const incidents = await Promise.all(Array.from({ length: 5 }, () => anAskingIncident(world, 20)))
    const people = Array.from({ length: 20 }, (_, i) => ({ volunteerId: `vol_s${i}`, personKey: person() }))
    await Promise.all(incidents.map((incident, i) => offerTo(platforms[i % 3] ?? world, incident, people)))
    const docs = await Promise.all(incidents.map(({ id }) => world.store.ledger.load('incident', id)))
    const asked = docs.flatMap((doc) => doc?.state.offers.map((offer) => offer.volunteerId) ?? [])
    expect(asked).toHaveLength(20)
    expect(new Set(asked).size).toBe(20)
    const bound = await world.store.claims.boundAmong(people.map(({ personKey }) => personKey))
    for (const claim of bound.values()) {
      const doc = docs.find((candidate) => candidate?._id === claim.incidentId)
      expect(doc && isLive(doc.state, claim.offerId)).toBe(true)
    }
    await Promise.all(others.map((w) => w.close()))
  })
})
