import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { plusSeconds } from '#contracts/domain/instant.ts'
import { startApiWorld, type ApiWorld } from './api-world.ts'
import { drawnZone, OEBUFU, zoneBody } from './given-zones.ts'

let world: ApiWorld
beforeAll(async () => {
  world = await startApiWorld()
})
afterAll(() => world.stop())

const polygon = (...ring: [number, number][]) => ({ type: 'Polygon', coordinates: [ring] })
const { lng, lat } = OEBUFU
const inHours = (hours: number) => plusSeconds(world.context.clock.now().toISOString(), hours * 3600)
const listed = async (all: 'true' | 'false') =>
  (await (await world.as('pimpinan')).call('listZones', { query: { all } })).zones

describe('a danger zone', () => {
  it('is drawn by an operator and read by everybody, with his name and the reason', async () => {
    const zone = await drawnZone(world, { bars: ['pickup', 'motorcycle'] })
    expect(zone).toMatchObject({
      state: 'active',
      kind: 'banjir',
      bars: ['motorcycle', 'pickup'],
      reason: 'Air setinggi lutut di Jalan Contoh.',
      drill: false,
      endedAt: null,
    })
    expect(zone.drawnBy.displayName).not.toBe('')
    expect(await listed('false')).toContainEqual(zone)
  })

  it.each([
    ['an open ring', () => ({ polygon: polygon([lng, lat], [lng + 0.01, lat], [lng, lat + 0.01]) })],
    [
      'a ring that crosses itself',
      () => ({
        polygon: polygon(
          [lng, lat],
          [lng + 0.02, lat + 0.02],
          [lng + 0.02, lat],
          [lng, lat + 0.01],
          [lng, lat],
        ),
      }),
    ],
    [
      'latitude before longitude',
      () => ({ polygon: polygon([lat, lng], [lat, lng], [lat, lng], [lat, lng]) }),
    ],
    ['a hole', () => ({ polygon: { type: 'Polygon', coordinates: [[], []] } })],
    ['no vehicle', () => ({ bars: [] })],
    ['a vehicle twice', () => ({ bars: ['car', 'car'] })],
    ['no reason', () => ({ reason: '  ' })],
    ['a field of its own', () => ({ colour: 'red' })],
  ])('is not drawn with %s', async (_, over) => {
    const body = { ...zoneBody(world), ...over() }
    const answer = await (await world.as('operator')).try('drawZone', { body })
    expect([answer.status, answer.body['code']]).toEqual([400, 'invalid'])
    expect(answer.body['fields']).not.toEqual([])
  })

  it('is drawn once, however often the call is repeated', async () => {
    const operator = await world.as('operator')
    const call = { body: zoneBody(world), key: 'zona-sekali-saja' }
    const first = await operator.call('drawZone', call)
    expect((await operator.call('drawZone', call)).id).toBe(first.id)
  })

  it('may begin later, and cannot be over before it begins', async () => {
    const operator = await world.as('operator')
    const planned = await drawnZone(world, { from: inHours(1) })
    expect(planned.state).toBe('planned')
    const late = await operator.try('drawZone', { body: zoneBody(world, { until: inHours(-1) }) })
    expect([late.status, late.body['code']]).toEqual([409, 'zone_times'])
  })

  it('is changed in what is told, and keeps the rest', async () => {
    const { id, polygon: outline, until } = await drawnZone(world)
    const commander = await world.as('commander')
    const change = { reason: 'Air sudah setinggi pinggang.', bars: ['motorcycle', 'car'] }
    const changed = await commander.call('changeZone', { params: { id }, body: change })
    expect(changed).toMatchObject({ ...change, polygon: outline, until })
    const again = await commander.try('changeZone', { params: { id }, body: change })
    expect([again.status, again.body['code']]).toEqual([409, 'nothing_to_change'])
  })

  it('ends by a person, and leaves the list of those in force', async () => {
    const { id } = await drawnZone(world)
    const ended = await (await world.as('supervisor')).call('endZone', { params: { id } })
    expect(ended.state).toBe('ended')
    expect(ended.endedBy?.displayName).not.toBe('')
    expect((await listed('false')).map((zone) => zone.id)).not.toContain(id)
    expect((await listed('true')).map((zone) => zone.id)).toContain(id)
  })

  it('has nothing of its reason in the ledger', async () => {
    await drawnZone(world, { reason: 'Rahasia tentang warga' })
    await world.settled()
    const { facts } = await (await world.as('admin')).call('listFacts', { query: { limit: 1000 } })
    expect(facts.filter(({ type }) => type === 'zone.drawn').length).toBeGreaterThan(0)
    expect(JSON.stringify(facts)).not.toContain('Rahasia')
  })
})
