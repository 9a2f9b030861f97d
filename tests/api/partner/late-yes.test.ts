import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { progress } from '#contracts/domain/incident/commands/assignment.ts'
import { cancel } from '#contracts/domain/incident/commands/finish.ts'
import { setNeeds } from '#contracts/domain/incident/commands/needs.ts'
import { plusSeconds } from '#contracts/domain/instant.ts'
import { suspend } from '#contracts/domain/volunteer/commands.ts'
import type { Volunteer } from '#contracts/domain/volunteer/state.ts'
import { endZone } from '#contracts/domain/zone/commands.ts'
import { circle } from '#contracts/domain/zone/ring.ts'
import { draw } from '../../../api/usecases/zones/draw-zone.ts'
import { anIncident, aPartner, aPhone, ask, aVolunteer, fileOf, op, sweep } from './city.ts'
import { anEventId } from './platform-of.ts'
import { twoProcesses, type TwoProcesses } from './two-processes.ts'

let world: TwoProcesses
let api: TwoProcesses['api']
beforeAll(async () => {
  world = await twoProcesses()
  api = world.api
})
afterEach(() => world.mustBeInOrder())
afterAll(() => world.close())

const mustBe = <State>(state: State | null): State => {
  if (state === null) throw new Error('there is no such thing')
  return state
}

/** One offer whose time is over before it could be answered. */
const overdue = async (quantity = 1) => {
  const incident = await anIncident(api.context, { quantity })
  const [ana] = (await world.members(1)) as [Volunteer]
  const offerId = (await ask(api.context, incident, [ana], -1)).get(ana.id) ?? ''
  return { incident, ana, offerId }
}

it.each(['before anybody ended the offer', 'after the offer had expired'])(
  'a late yes is confirmed on a new offer while there is room, %s',
  async (when) => {
    const { incident, ana, offerId } = await overdue()
    if (when.startsWith('after')) await sweep(api.context, incident.id)
    const id = anEventId()
    const first = await world.yes(offerId, ana, id)
    expect([first.status, first.body['outcome']]).toEqual([200, 'confirmed'])
    const { assignments, asked } = await fileOf(api.context, incident.id)
    expect(assignments).toHaveLength(1)
    expect(assignments[0]?.id).toBe(first.body['assignmentId'])
    expect(assignments[0]?.offerId).not.toBe(offerId)
    expect(asked.map(({ ended }) => ended)).toEqual(['expired', 'accepted'])
    expect(await world.typesUnder(incident, id)).toContain('offer.created')
    await world.sameAnywhere(incident, offerId, ana, id, first)
  },
)

it('a late yes is confirmed once, also when the volunteer says it again under another id', async () => {
  const { ana, offerId, incident } = await overdue(2)
  const first = await world.yes(offerId, ana)
  expect((await world.yes(offerId, ana)).body).toEqual(first.body)
  expect((await fileOf(api.context, incident.id)).assignments).toHaveLength(1)
})

it('a late yes is a no for ever when the slot was taken, also when it falls free afterwards', async () => {
  const incident = await anIncident(api.context)
  const [ana, ben] = (await world.members(2)) as [Volunteer, Volunteer]
  const offers = await ask(api.context, incident, [ana, ben])
  const taken = await world.yes(offers.get(ana.id), ana)
  const id = anEventId()
  const first = await world.yes(offers.get(ben.id), ben, id)
  expect(first.body).toEqual({ outcome: 'standby' })
  const assignmentId = String(taken.body['assignmentId'])
  await world.ours.send('assignment.progressed', {
    assignmentId,
    state: 'released',
    at: '2026-01-17T07:00:00Z',
  })
  await api.context.store.settled()
  await world.sameAnywhere(incident, offers.get(ben.id) ?? '', ben, id, first)
  expect((await world.yes(offers.get(ben.id), ben)).body['outcome']).toBe('confirmed')
})

it('a late yes stays a yes when the incident is over by the time of the repeat', async () => {
  const { incident, ana, offerId } = await overdue()
  const id = anEventId()
  const first = await world.yes(offerId, ana, id)
  await api.context.store.incidents.change(incident.id, op(), (state) => cancel(state, { reason: null }))
  await world.sameAnywhere(incident, offerId, ana, id, first)
})

it('a late yes is refused when the person is bound elsewhere, also through another partner', async () => {
  const { context } = api
  const rival = await aPartner(context, 'rival')
  const phone = aPhone()
  const mine = await aVolunteer(context, world.partner, { phone })
  const theirs = await aVolunteer(context, rival, { phone })
  const first = await anIncident(context)
  const offerId = (await ask(context, first, [mine], -1)).get(mine.id) ?? ''
  await sweep(context, first.id)
  const second = await anIncident(context)
  expect((await ask(context, second, [theirs])).has(theirs.id)).toBe(true)
  const id = anEventId()
  const reply = await world.yes(offerId, mine, id)
  expect(reply.body).toEqual({ outcome: 'expired' })
  await world.sameAnywhere(first, offerId, mine, id, reply)
})

it('a late yes is refused when the incident has ended, the need is another one, or he may not be sent', async () => {
  const { store } = api.context
  const over = await overdue()
  await sweep(api.context, over.incident.id)
  await store.incidents.change(over.incident.id, op(), (state) => cancel(state, { reason: null }))
  expect((await world.yes(over.offerId, over.ana)).body).toEqual({ outcome: 'expired' })

  const other = await overdue()
  await sweep(api.context, other.incident.id)
  const { needId, id } = other.incident
  const pickup = { needId, task: 'antar_bantuan', vehicle: 'pickup', skill: null, quantity: 1 } as const
  await store.incidents.change(id, op(), (state) => setNeeds(state, { needs: [pickup], standDown: [] }))
  expect((await world.yes(other.offerId, other.ana)).body).toEqual({ outcome: 'expired' })

  const barred = await overdue()
  await store.ledger.change('volunteer', barred.ana.id, op(), (state) =>
    suspend(mustBe(state), { reason: 'txt_1' }),
  )
  expect((await world.yes(barred.offerId, barred.ana)).body).toEqual({ outcome: 'expired' })
})

it('a late yes is refused when his papers have expired since, and the no says why', async () => {
  const { store } = api.context
  const { incident, ana, offerId } = await overdue()
  await sweep(api.context, incident.id)
  await store.ledger.change('volunteer', ana.id, op(), () => [
    { type: 'volunteer.updated', data: { insuredUntil: '2020-01-01T00:00:00.000Z' } },
  ])
  const id = anEventId()
  const first = await world.yes(offerId, ana, id)
  expect(first.body).toEqual({ outcome: 'expired' })
  await world.sameAnywhere(incident, offerId, ana, id, first)
  const facts = await store.cursors.of(incident.id)
  const no = facts.find(({ type }) => type === 'acceptance.refused')
  expect(no?.data['against']).toEqual(['insurance_expired'])
})

it('a late yes is refused when he has been on duty for too long, though it was for another partner', async () => {
  const { context } = api
  const rival = await aPartner(context, 'rival-on-duty')
  const phone = aPhone()
  const mine = await aVolunteer(context, world.partner, { phone })
  const theirs = await aVolunteer(context, rival, { phone })
  const incident = await anIncident(context)
  const offerId = (await ask(context, incident, [mine], -1)).get(mine.id) ?? ''
  await sweep(context, incident.id)
  const spans = async (dutySpans: object[]) =>
    context.store.models.volunteer
      .updateOne({ _id: theirs.id }, { $set: { 'state.dutySpans': dutySpans } })
      .exec()
  const now = context.clock.now().toISOString()
  await spans([{ from: plusSeconds(now, -43_200), to: plusSeconds(now, -3600) }])
  expect((await world.yes(offerId, mine)).body).toEqual({ outcome: 'expired' })
  await spans([])
  expect((await world.yes(offerId, mine)).body['outcome']).toBe('confirmed')
})

it('a late yes is refused when a danger zone lies in his way by now, and confirmed when it is over', async () => {
  const { context } = api
  // Between where he was when he was asked and the place of the incident.
  const half = { lat: -10.16185, lng: 123.62455 }
  const polygon = { type: 'Polygon' as const, coordinates: [circle(half, 200)] as [[number, number][]] }
  const { incident, ana, offerId } = await overdue()
  await sweep(context, incident.id)
  const until = plusSeconds(context.clock.now().toISOString(), 3600)
  const flood = {
    kind: 'banjir',
    bars: ['motorcycle'],
    until,
    drill: false,
    reason: 'Jembatan terendam.',
  } as const
  const zone = await draw(context, op(), { ...flood, bars: [...flood.bars], polygon })
  const id = anEventId()
  const first = await world.yes(offerId, ana, id)
  expect(first.body).toEqual({ outcome: 'expired' })
  await world.sameAnywhere(incident, offerId, ana, id, first)

  await context.store.ledger.change('zone', zone.id, op(), (state, now) => endZone(mustBe(state), now))
  expect((await world.yes(offerId, ana)).body['outcome']).toBe('confirmed')
})

it('decides a race of a late yes against the expiry, a release and other answers one way only', async () => {
  const { store } = api.context
  for (let round = 0; round < 8; round += 1) {
    const incident = await anIncident(api.context)
    const [ana, ben] = (await world.members(2)) as [Volunteer, Volunteer]
    const offers = await ask(api.context, incident, [ana, ben], 0)
    const id = anEventId()
    const [first, again] = await Promise.all([
      world.yes(offers.get(ana.id), ana, id),
      world.yes(offers.get(ana.id), ana, id, world.atTwin),
      world.yes(offers.get(ben.id), ben, anEventId(), world.atTwin),
      sweep(api.context, incident.id),
    ])
    expect(again.text).toBe(first.text)
    const { assignments } = await fileOf(api.context, incident.id)
    expect(assignments).toHaveLength(1)
    const [winner] = assignments
    if (winner === undefined) throw new Error('nobody won')
    expect(first.body['outcome'] === 'confirmed').toBe(winner.volunteerId === ana.id)
    const { id: assignmentId, volunteerId, partnerId } = winner
    const who = { assignmentId, volunteerId, partnerId }
    await store.incidents.change(incident.id, op(), (state, now) =>
      progress(state, who, { state: 'completed', at: now, point: null }),
    )
    await world.sameAnywhere(incident, offers.get(ana.id) ?? '', ana, id, first)
  }
})
