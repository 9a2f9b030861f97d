import { afterAll, beforeAll, expect, it } from 'vitest'
import { startApiWorld, type ApiWorld } from './api-world.ts'
import { given } from './given.ts'

let world: ApiWorld
beforeAll(async () => {
  world = await startApiWorld()
})
afterAll(async () => world.stop())

it('whoever may not look at volunteers reads a file without their names, and why without their places', async () => {
  const { incidentId: id, volunteerId } = await given(world).offered()
  const position = { lat: -10.16, lng: 123.62, source: 'live', ageS: 20 }
  const { incident } = world.context.store.models
  await incident.updateOne({ _id: id }, { $set: { 'state.offers.0.position': position } }).exec()
  const seen = async (role: 'operator' | 'pimpinan') => {
    const reader = await world.as(role)
    const { people } = await reader.call('getIncident', { params: { id } })
    const { offers } = await reader.call('readExplanation', { params: { id } })
    return [Object.keys(people), offers.map((offer) => offer.position)]
  }
  expect(await seen('operator')).toEqual([[volunteerId], [position]])
  expect(await seen('pimpinan')).toEqual([[], [null]])
})
