import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { wholeAgreement } from '#contracts/domain/volunteer/agreements.ts'
import { circle } from '#contracts/domain/zone/ring.ts'
import type { IncidentDetail } from '#contracts/wire/routes/views.ts'
import { BY, startApiWorld, type ApiWorld } from './api-world.ts'
import { given } from './given.ts'
import { freshPhone } from './given-volunteers.ts'
import { drawnZone } from './given-zones.ts'

let world: ApiWorld
beforeAll(async () => {
  world = await startApiWorld()
})
afterAll(async () => world.stop())

const assign = async (id: string, body: object, key?: string) =>
  (await world.as('operator')).try('assignByHand', {
    params: { id },
    body: { reason: 'Sanggup lewat telepon.', ...body },
    key,
  })
const teamOf = (body: Record<string, unknown>) =>
  (body as unknown as IncidentDetail).incident.assignments.map(({ volunteerId, state }) => [
    volunteerId,
    state,
  ])
const claimOf = async (volunteerId: string) =>
  world.context.connection.collection('claims').findOne({ volunteerId })
const claims = async () => world.context.connection.collection('claims').countDocuments()

describe('assigning by hand', () => {
  it('binds a fit volunteer, once for each key, with the reason beside the facts', async () => {
    const { incident } = await given(world).dispatching()
    const { id: volunteerId } = await given(world).onDuty()
    const needId = incident.needs[0]?.id
    const first = await assign(incident.id, { needId, volunteerId }, 'assign-1')
    const again = await assign(incident.id, { needId, volunteerId }, 'assign-1')
    expect(teamOf(again.body)).toEqual([[volunteerId, 'accepted']])
    expect(Object.values(first.body['texts'] as object)).toContain('Sanggup lewat telepon.')
    const view = await (await world.as('operator')).call('getVolunteer', { params: { id: volunteerId } })
    expect(view.bound).toMatchObject({ incidentId: incident.id })
    expect(view.position).toMatchObject({ source: 'declared' })
  })

  it('refuses whoever is not fit, with the reason', async () => {
    const g = given(world)
    const { incident } = await g.dispatching()
    const drill = await g.reported({ drill: true, verified: true })
    const needId = incident.needs[0]?.id
    const why = async (id: string, volunteerId: string, need = needId) =>
      (await assign(id, { needId: need, volunteerId })).body['detail']
    expect(await why(incident.id, (await g.suspended()).id)).toEqual({ why: 'standing' })
    expect(await why(incident.id, (await g.active()).id)).toEqual({ why: 'duty' })
    expect(await why(drill.incident.id, (await g.onDuty()).id)).toEqual({ why: 'drill' })
    const car = await g.registered({ vehicle: 'car' })
    const coordinator = await world.as('coordinator')
    await coordinator.call('activateVolunteer', {
      params: { id: car.id },
      body: { agreements: wholeAgreement },
    })
    await coordinator.call('setDuty', { params: { id: car.id }, body: { duty: 'on' } })
    expect(await why(incident.id, car.id)).toEqual({ why: 'need' })
  })

  it('warns of danger zones in the way, and sends only who names each of them', async () => {
    const { incident } = await given(world).dispatching()
    const { id: volunteerId } = await given(world).onDuty()
    const needId = incident.needs[0]?.id
    const around = (radiusM: number) => ({
      type: 'Polygon' as const,
      coordinates: [circle(incident.place, radiusM)] as [[number, number][]],
    })
    const cars = await drawnZone(world, { polygon: around(300), bars: ['car'] })
    const flood = await drawnZone(world, { polygon: around(300) })
    const first = await assign(incident.id, { needId, volunteerId })
    expect(first.status).toBe(409)
    const warning = { why: 'zone_at_incident', zoneIds: [flood.id] }
    expect(first.body).toMatchObject({ code: 'danger_zone', detail: warning })
    expect(await claimOf(volunteerId)).toBeNull()

    const landslide = await drawnZone(world, { polygon: around(200), kind: 'tanah_longsor' })
    const stale = await assign(incident.id, { needId, volunteerId, despiteZones: [flood.id, cars.id] })
    expect(stale.body['code']).toBe('danger_zone')

    const named = [flood.id, landslide.id].sort()
    const despite = await assign(incident.id, { needId, volunteerId, despiteZones: named })
    expect(teamOf(despite.body)).toEqual([[volunteerId, 'accepted']])
    const facts = await world.context.store.cursors.of(incident.id)
    const chosen = facts.find(({ type }) => type === 'offer.created')?.data['despiteZones'] as string[]
    expect(chosen.toSorted()).toEqual(named)
    for (const { id } of [cars, flood, landslide])
      await (await world.as('operator')).call('endZone', { params: { id } })
  })

  it('warns of every rule against him, and sends only who names each of them', async () => {
    const g = given(world)
    const { incident } = await g.dispatching()
    const { id: volunteerId } = await g.onDuty()
    const needId = incident.needs[0]?.id
    const { store } = world.context
    const op = { opId: 'lapsed', agencyId: incident.agencyId, by: { kind: 'system' as const, id: 'test' } }
    const PAST = '2020-01-01T00:00:00.000Z'
    await store.ledger.change('volunteer', volunteerId, op, () => [
      { type: 'volunteer.updated', data: { insuredUntil: PAST, trainedUntil: PAST } },
    ])
    const first = await assign(incident.id, { needId, volunteerId })
    expect(first.status).toBe(409)
    const rules = ['insurance_expired', 'training_expired']
    expect(first.body).toMatchObject({ code: 'against_rules', detail: { rules } })
    expect(await claimOf(volunteerId)).toBeNull()
    const half = await assign(incident.id, { needId, volunteerId, despiteRules: ['insurance_expired'] })
    expect(half.body['code']).toBe('against_rules')

    const despite = await assign(incident.id, { needId, volunteerId, despiteRules: rules })
    expect(teamOf(despite.body)).toEqual([[volunteerId, 'accepted']])
    const facts = await store.cursors.of(incident.id)
    expect(facts.find(({ type }) => type === 'offer.created')?.data['despiteRules']).toEqual(rules)
  })

  it('warns of what a person did through another partner: hours on duty, and a task that ended a moment ago', async () => {
    const g = given(world)
    const { store, ids, clock } = world.context
    const phone = freshPhone()
    const { id: volunteerId } = await g.registered({ phone })
    const other = await g.ofPartner(phone)
    const coordinator = await world.as('coordinator')
    const params = { id: volunteerId }
    await coordinator.call('activateVolunteer', { params, body: { agreements: wholeAgreement } })
    await coordinator.call('setDuty', { params, body: { duty: 'on' } })
    const { incident } = await g.dispatching()
    const needId = incident.needs[0]?.id
    const rulesNow = async () => (await assign(incident.id, { needId, volunteerId })).body['detail']

    const ago = (hours: number) => new Date(clock.now().getTime() - hours * 3_600_000).toISOString()
    await store.models.volunteer
      .updateOne({ _id: other }, { $set: { 'state.dutySpans': [{ from: ago(12), to: ago(1) }] } })
      .exec()
    expect(await rulesNow()).toEqual({ rules: ['duty_limit'] })

    const done = { assignmentId: 'as_other', volunteerId: other, partnerId: world.partnerId }
    const op = { opId: ids.next('done'), agencyId: incident.agencyId, by: BY }
    await store.incidents.change(incident.id, op, (_, at) => [
      { type: 'assignment.progressed', data: { ...done, state: 'completed', at, point: null } },
    ])
    await world.settled()
    expect(await rulesNow()).toEqual({ rules: ['duty_limit', 'resting'] })
  })

  it('refuses whoever is bound elsewhere, and leaves no claim behind', async () => {
    const g = given(world)
    const { volunteerId } = await g.offered()
    const { incident } = await g.dispatching()
    const before = await claims()
    const needId = incident.needs[0]?.id
    expect((await assign(incident.id, { needId, volunteerId })).body['code']).toBe('busy')
    expect(await claims()).toBe(before)
  })

  it('accepts the open offer of a volunteer who says yes on the phone, and notes the reason', async () => {
    const { incidentId, offerId, volunteerId } = await given(world).offered()
    const { incident } = await (
      await world.as('operator')
    ).call('getIncident', { params: { id: incidentId } })
    const { body } = await assign(incidentId, { needId: incident.needs[0]?.id, volunteerId })
    const detail = body as unknown as IncidentDetail
    expect(detail.incident.assignments).toMatchObject([{ offerId, volunteerId, state: 'accepted' }])
    expect(detail.incident.offers).toEqual([])
    expect(detail.incident.notes).toHaveLength(1)
  })

  it('replaces somebody who is out, and sets him free', async () => {
    const g = given(world)
    const { incident } = await g.assigned()
    const [old] = incident.assignments
    const { id: volunteerId } = await g.onDuty()
    const { body } = await assign(incident.id, { needId: old?.needId, volunteerId, replaces: old?.id })
    expect(teamOf(body)).toEqual([
      [old?.volunteerId, 'reassigned'],
      [volunteerId, 'accepted'],
    ])
    await world.settled()
    const freed = await (
      await world.as('operator')
    ).call('getVolunteer', { params: { id: old?.volunteerId ?? '' } })
    expect(freed.bound).toBeNull()
  })

  it('two operators take one volunteer for two incidents: one of them gets him', async () => {
    const g = given(world)
    const [a, b] = [await g.dispatching(), await g.dispatching()]
    const { id: volunteerId } = await g.onDuty()
    const answers = await Promise.all(
      [a, b].map(({ incident }) => assign(incident.id, { needId: incident.needs[0]?.id, volunteerId })),
    )
    expect(answers.map(({ status }) => status).sort((x, y) => x - y)).toEqual([200, 409])
  })
})
