import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { decline } from '#contracts/domain/incident/commands/answer.ts'
import { audit, chainFaults } from '../../world/audit.ts'
import { openTestPlatform } from '../../world/platform.ts'
import { anAskingIncident, offerTo, op } from './given.ts'

type World = Awaited<ReturnType<typeof openTestPlatform>>
let world: World
beforeAll(async () => {
  world = await openTestPlatform()
  const incident = await anAskingIncident(world, 2)
  const [offer] = await offerTo(world, incident, [{ volunteerId: 'vol_1' }, { volunteerId: 'vol_2' }])
  if (!offer) throw new Error('no offer')
  const who = { offerId: offer.id, volunteerId: offer.volunteerId, partnerId: offer.partnerId }
  await world.store.incidents.change(incident.id, op(), (s) => decline(s, who, 'unsafe'))
  await world.store.settled()
  // Person keys of this test are not those of registered volunteers.
  await world.connection.collection('claims').deleteMany({})
  await world.connection.collection('incidents').updateMany({}, { $set: { 'state.offers': [] } })
})
afterAll(() => world.close())

const facts = async () =>
  (await world.connection.collection('facts').find({}).toArray()) as never as { _id: string }[]

describe('the audit', () => {
  it('finds a chain without a fault', async () => {
    expect(chainFaults(await facts())).toEqual([])
  })

  it('finds a document that does not follow from its facts', async () => {
    const { faults } = await audit(world.connection)
    expect(faults.join()).toContain('do not fold to the stored state')
  })

  it.each([
    [
      'a changed fact',
      (rows: Record<string, unknown>[]) =>
        rows.map((row, i) => (i === 3 ? { ...row, at: '2026-01-01T00:00:00.000Z' } : row)),
    ],
    ['a fact that was taken out', (rows: Record<string, unknown>[]) => rows.filter((_, i) => i !== 3)],
    [
      'two facts that changed places',
      (rows: Record<string, unknown>[]) =>
        rows.map((row, i) => (i === 3 ? { ...row, seq: 5 } : i === 4 ? { ...row, seq: 4 } : row)),
    ],
  ])('finds %s', async (_, tamper) => {
    const rows = (await facts()) as never as Record<string, unknown>[]
    rows.sort((a, b) => Number(a['seq']) - Number(b['seq']))
    expect(chainFaults(tamper(rows) as never)).not.toEqual([])
  })
})
