import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { standDown } from '#contracts/domain/incident/commands/finish.ts'
import type { Volunteer } from '#contracts/domain/volunteer/state.ts'
import { anIncident, ask, fileOf, op } from './city.ts'
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

describe('in time', () => {
  it('is confirmed, whoever asks again and however', async () => {
    const incident = await anIncident(api.context)
    const [ana] = (await world.members(1)) as [Volunteer]
    const offerId = (await ask(api.context, incident, [ana])).get(ana.id) ?? ''
    const id = anEventId()
    const first = await world.yes(offerId, ana, id)
    expect([first.status, first.body['outcome']]).toEqual([200, 'confirmed'])
    const other = await world.yes(offerId, ana)
    expect(other.body).toEqual(first.body)
    await world.sameAnywhere(incident, offerId, ana, id, first)
  })

  it('gives one slot to one of two, the other stands by', async () => {
    const incident = await anIncident(api.context)
    const [ana, ben] = (await world.members(2)) as [Volunteer, Volunteer]
    const offers = await ask(api.context, incident, [ana, ben])
    const ids = [anEventId(), anEventId()] as const
    const replies = await Promise.all([
      world.yes(offers.get(ana.id), ana, ids[0]),
      world.yes(offers.get(ben.id), ben, ids[1], world.atTwin),
    ])
    expect(replies.map(({ body }) => body['outcome'])).toEqual(
      expect.arrayContaining(['confirmed', 'standby']),
    )
    const { assignments, needs } = await fileOf(api.context, incident.id)
    expect([assignments.length, needs[0]?.status]).toEqual([1, 'filled'])
    const loser = replies[0]?.body['outcome'] === 'standby' ? 0 : 1
    const who = loser === 0 ? ana : ben
    const reply = replies[loser]
    if (reply === undefined) throw new Error('no reply')
    await world.sameAnywhere(incident, offers.get(who.id) ?? '', who, ids[loser], reply)
  })

  it('keeps five spare people and thanks the rest', async () => {
    const incident = await anIncident(api.context)
    const team = await world.members(7)
    const offers = await ask(api.context, incident, team)
    const outcomes: unknown[] = []
    for (const one of team) outcomes.push((await world.yes(offers.get(one.id), one)).body['outcome'])
    const spare = Array.from({ length: 5 }, () => 'standby')
    expect(outcomes).toEqual(['confirmed', ...spare, 'already_filled'])
  })

  it('has one effect when twenty copies come at once to two processes', async () => {
    const incident = await anIncident(api.context, { quantity: 2 })
    const [ana] = (await world.members(1)) as [Volunteer]
    const offerId = (await ask(api.context, incident, [ana])).get(ana.id)
    const id = anEventId()
    const sides = [world.ours, world.atTwin]
    const replies = await Promise.all(
      Array.from({ length: 20 }, (_, copy) => world.yes(offerId, ana, id, sides[copy % 2])),
    )
    expect(new Set(replies.map(({ text }) => text)).size).toBe(1)
    expect(replies[0]?.body['outcome']).toBe('confirmed')
    expect((await fileOf(api.context, incident.id)).assignments).toHaveLength(1)
  })
})

describe('after his own answer', () => {
  it('a no stays a no', async () => {
    const incident = await anIncident(api.context)
    const [ana] = (await world.members(1)) as [Volunteer]
    const offerId = (await ask(api.context, incident, [ana])).get(ana.id)
    const no = { offerId, volunteerRef: ana.ref }
    expect((await world.ours.send('offer.declined', no)).body).toEqual({ outcome: 'declined' })
    expect((await world.ours.send('offer.declined', no)).body).toEqual({ outcome: 'declined' })
    const reply = await world.yes(offerId, ana)
    expect([reply.status, reply.body['code']]).toEqual([409, 'terminal'])
  })

  it('a yes is taken back by releasing the task, not by declining the offer', async () => {
    const incident = await anIncident(api.context)
    const [ana] = (await world.members(1)) as [Volunteer]
    const offerId = (await ask(api.context, incident, [ana])).get(ana.id)
    await world.yes(offerId, ana)
    const reply = await world.ours.send('offer.declined', { offerId, volunteerRef: ana.ref })
    expect([reply.status, reply.body['code']]).toEqual([409, 'terminal'])
  })

  it('a yes does not outlive a stand-down', async () => {
    const incident = await anIncident(api.context)
    const [ana] = (await world.members(1)) as [Volunteer]
    const offerId = (await ask(api.context, incident, [ana])).get(ana.id)
    const { body } = await world.yes(offerId, ana)
    const home = { assignmentIds: [String(body['assignmentId'])] }
    await api.context.store.incidents.change(incident.id, op(), (state) => standDown(state, home))
    const reply = await world.yes(offerId, ana)
    expect([reply.status, reply.body['code']]).toEqual([409, 'terminal'])
  })

  it('a no says how the offer had ended, when it came too late', async () => {
    const incident = await anIncident(api.context)
    const [ana, ben] = (await world.members(2)) as [Volunteer, Volunteer]
    const offers = await ask(api.context, incident, [ana, ben])
    await world.yes(offers.get(ana.id), ana)
    const late = { offerId: offers.get(ben.id), volunteerRef: ben.ref }
    expect((await world.ours.send('offer.declined', late)).body).toEqual({ outcome: 'withdrawn' })
  })
})
