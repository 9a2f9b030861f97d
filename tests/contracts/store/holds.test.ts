import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestPlatform } from '../../world/platform.ts'
import { AGENCY, anAskingIncident, offerTo, op } from './given.ts'

type World = Awaited<ReturnType<typeof openTestPlatform>>
let world: World
beforeAll(async () => {
  world = await openTestPlatform()
})
afterAll(() => world.close())

let count = 0
const person = () => `person-${(count += 1)}`
const held = (...personKeys: string[]) => ({ agencyId: AGENCY, volunteerId: 'vol_1', personKeys })
const claimed = async (personKey: string) => (await world.store.claims.boundOf(personKey)) !== null

describe('a hold', () => {
  it('keeps both persons from being bound while it lasts, and no longer', async () => {
    const [old, fresh] = [person(), person()]
    const incident = await anAskingIncident(world, 2)
    const people = [old, fresh].map((personKey) => ({ volunteerId: `vol-${personKey}`, personKey }))
    await world.store.whileHeld(held(old, fresh), async (isBound) => {
      expect(isBound).toBe(false)
      expect(await offerTo(world, incident, people)).toEqual([])
    })
    expect(await offerTo(world, incident, people)).toHaveLength(2)
  })

  it('says that one of them is bound, and takes nothing away from him', async () => {
    const [old, fresh] = [person(), person()]
    await offerTo(world, await anAskingIncident(world), [{ volunteerId: 'vol_x', personKey: fresh }])
    await world.store.whileHeld(held(old, fresh), async (isBound) => expect(isBound).toBe(true))
    expect([await claimed(old), await claimed(fresh)]).toEqual([false, true])
  })

  it('ends also when the work fails', async () => {
    const key = person()
    await expect(
      world.store.whileHeld(held(key), async () => {
        throw new Error('no')
      }),
    ).rejects.toThrow('no')
    expect(await claimed(key)).toBe(false)
  })

  it('left behind by a process that died is freed like any claim', async () => {
    const key = person()
    const at = '2026-01-01T00:00:00.000Z'
    const left = {
      _id: key,
      agencyId: AGENCY,
      incidentId: '',
      offerId: 'hold_left',
      volunteerId: 'v',
      base: 0,
      at,
    }
    await world.store.claims.take(left)
    expect(await world.store.claims.free(left)).toBe('freed')
    expect(await claimed(key)).toBe(false)
  })
})

it('somebody who has become another person since he was chosen is not asked as the old one', async () => {
  const [old, fresh] = [person(), person()]
  const id = `vol-${old}`
  await world.store.ledger.change('volunteer', id, op(), () => [
    {
      type: 'volunteer.registered',
      data: { partnerId: 'ptn_a', ref: id, personKey: old, vehicle: 'car', skills: [], channel: 'link' },
    },
    { type: 'volunteer.updated', data: { personKey: fresh } },
  ])
  const other = person()
  const incident = await anAskingIncident(world, 2)
  const chosen = [
    { volunteerId: id, personKey: old },
    { volunteerId: `vol-${other}`, personKey: other },
  ]
  const offers = await offerTo(world, incident, chosen)
  expect(offers.map(({ volunteerId }) => volunteerId)).toEqual([`vol-${other}`])
  expect([await claimed(old), await claimed(other)]).toEqual([false, true])
  expect(world.store.counts()['person_changed']).toBe(1)
})
