import { afterAll, beforeAll, expect, it } from 'vitest'
import { progress } from '#contracts/domain/incident/commands/assignment.ts'
import { op } from '../contracts/store/given.ts'
import { startApiWorld, type ApiWorld } from './api-world.ts'
import { given } from './given.ts'
import { openHouse, type House } from './live/house.ts'

let world: ApiWorld
let house: House
beforeAll(async () => {
  world = await startApiWorld()
  house = openHouse(world)
})
afterAll(async () => {
  house.leave()
  await world.stop()
})

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

it('where a volunteer was stands neither in his file, nor its history, nor the ledger, nor is it told live to whoever may not look at volunteers', async () => {
  const { incident } = await given(world).assigned()
  const { id, assignments } = incident
  const { id: assignmentId, volunteerId, partnerId } = assignments[0]!
  const roles = ['supervisor', 'pimpinan'] as const
  const early = await Promise.all(roles.map(async (role) => house.watch(role)))
  const at = world.context.clock.now().toISOString()
  const step = { state: 'en_route', at, point: { lat: -10.17654, lng: 123.61234 } } as const
  const by = { kind: 'volunteer', id: volunteerId } as const
  await world.context.store.incidents.change(id, { ...op(), by }, (state) =>
    state === null ? [] : progress(state, { assignmentId, volunteerId, partnerId }, step),
  )
  await world.settled()
  await house.mustBeWhole()

  const isTold = async (role: (typeof roles)[number]) => {
    const reader = await world.as(role)
    const said = await Promise.all([
      reader.call('getIncident', { params: { id } }),
      reader.call('incidentFacts', { params: { id } }),
      reader.call('listFacts', { query: { limit: 1000 } }),
      reader.call('browseLedger', { query: { limit: 100 } }),
      house.watch(role).then(({ heard }) => heard),
    ])
    return [...said, early[roles.indexOf(role)]!.heard].map((one) =>
      JSON.stringify(one).includes('-10.17654'),
    )
  }
  expect(await isTold('supervisor')).toEqual([true, true, true, true, true, true])
  expect(await isTold('pimpinan')).toEqual([false, false, false, false, false, false])
  const names = async (role: (typeof roles)[number]) => {
    const { facts } = await (await world.as(role)).call('incidentFacts', { params: { id } })
    return facts.filter(({ by }) => by.kind === 'volunteer').map(({ byName }) => byName)
  }
  expect(await names('supervisor')).toEqual([expect.any(String)])
  expect(await names('pimpinan')).toEqual([null])
})
