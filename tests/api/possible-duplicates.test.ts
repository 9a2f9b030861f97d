import { afterAll, beforeAll, expect, it } from 'vitest'
import { startApiWorld, type ApiWorld } from './api-world.ts'
import { given } from './given.ts'

let world: ApiWorld
beforeAll(async () => {
  world = await startApiWorld()
})
afterAll(async () => world.stop())

it('finds what a report may repeat, the likeliest first, and says why', async () => {
  const here = given(world)
  const same = await here.reported({ description: 'Air sungai masuk rumah setinggi lutut.' })
  const near = { lat: -10.1789, lng: 123.6235, kelurahan: 'Oebufu' }
  const other = await here.reported({
    hazard: 'pohon_tumbang',
    place: near,
    description: 'Pohon menutup jalan.',
  })
  const drill = await here.reported({ drill: true })
  const over = await here.cancelled()
  const { incident } = await here.reported({ description: 'Rumah terendam, air setinggi lutut.' })
  const operator = await world.as('operator')
  const { candidates } = await operator.call('possibleDuplicates', { params: { id: incident.id } })
  const ids = candidates.map((one) => one.incident.id)
  expect(ids).toEqual([same.incident.id, other.incident.id])
  expect(ids).not.toContain(drill.incident.id)
  expect(ids).not.toContain(over.incident.id)
  expect(candidates[0]).toMatchObject({
    distanceM: 0,
    sameHazard: true,
    words: ['rumah', 'setinggi', 'lutut'],
  })
  expect(candidates[1]).toMatchObject({ sameHazard: false, words: [] })
  expect(candidates[1]?.distanceM).toBeGreaterThan(1000)
})
