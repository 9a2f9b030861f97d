import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { isActive } from '#contracts/domain/incident/read.ts'
import { AGENCY, ask, sweep } from '../api/partner/city.ts'
import { type Arena, openArena } from './arena.ts'
import { rounds, saySeed } from './chance.ts'

let arena: Arena
beforeAll(async () => {
  saySeed('late-yes')
  arena = await openArena()
})
afterEach(() => arena.mustBeInOrder())
afterAll(async () => {
  expect(arena.counts()['lost_race']).toBeGreaterThan(0)
  expect(arena.counts()['claim_lost']).toBeGreaterThan(0)
  await arena.close()
})

/** Offers whose time is over, some of them ended already. */
const given = async (people: number, isSwept: boolean) => {
  const incident = await arena.incident()
  const team = await Promise.all(Array.from({ length: people }, () => arena.member()))
  const offers = await ask(arena.first.context, incident, team, -1)
  if (isSwept) await sweep(arena.first.context, incident.id)
  return { incident, team, offers }
}

it('he says it twice, under two ids: one task on a new offer, and both hear of that one', () =>
  rounds(async (turn) => {
    const { incident, team, offers } = await given(1, turn.int(2) === 0)
    const [ana] = team
    const offerId = offers.get(ana!.id)
    const said = await arena.race(turn, incident, [arena.yes(ana!, offerId), arena.yes(ana!, offerId)])
    const { assignments, asked } = await arena.file(incident)
    expect(assignments).toHaveLength(1)
    const [task] = assignments
    expect(task!.offerId).not.toBe(offerId)
    expect(asked.map(({ ended }) => ended)).toEqual(['expired', 'accepted'])
    for (const { body } of said) expect(body).toEqual({ outcome: 'confirmed', assignmentId: task!.id })
  }))

it('another yes of his own has bound him and written nothing: no reason for a no', async () => {
  const { incident, team, offers } = await given(1, true)
  const [ana] = team
  const { ledger, claims } = arena.first.context.store
  const { version } = (await ledger.load('incident', incident.id))!
  const inFlight = { agencyId: AGENCY, incidentId: incident.id, volunteerId: ana!.id, base: version }
  const at = new Date().toISOString()
  await claims.take({ ...inFlight, _id: ana!.personKey, offerId: 'of_in_flight', at })
  expect((await arena.yes(ana!, offers.get(ana!.id)).go(0)).word).toBe('confirmed')
})

it('three come late for one slot: one is engaged, the others hear a no that stays a no', () =>
  rounds(async (turn) => {
    const { incident, team, offers } = await given(3, turn.int(2) === 0)
    const yeses = team.map((one) => arena.yes(one, offers.get(one.id)))
    const said = await arena.race(turn, incident, [...yeses, arena.time(incident)])
    const words = said.slice(0, 3).map(({ word }) => word)
    expect(words.sort()).toEqual(['confirmed', 'standby', 'standby'])
    const { assignments, needs } = await arena.file(incident)
    expect([assignments.filter(isActive).length, needs[0]!.status]).toEqual([1, 'filled'])
  }))

it('one comes late while the incident ends: he is engaged and called home, or hears how it ended', async () => {
  const seen = new Set<string>()
  await rounds(async (turn) => {
    const { incident, team, offers } = await given(1, true)
    const [ana] = team
    const cancel = arena.order('cancelIncident', incident.id, { reason: 'Sudah reda.' })
    const said = await arena.race(turn, incident, [arena.yes(ana!, offers.get(ana!.id)), cancel])
    expect(said[1]!.word).toBe('done')
    expect(['confirmed', 'expired']).toContain(said[0]!.word)
    const states = (await arena.file(incident)).assignments.map(({ state }) => state)
    expect(states).toEqual(said[0]!.word === 'confirmed' ? ['stood_down'] : [])
    seen.add(said[0]!.word)
  })
  expect(seen.size).toBe(2)
})

it('he is late for one incident while another asks him through another partner: he is bound to one of them', async () => {
  const seen = new Set<string>()
  await rounds(async (turn) => {
    const person = `twofold-${turn.round}`
    const { incident } = await given(0, false)
    const ana = await arena.member({ person })
    const offers = await ask(arena.first.context, incident, [ana], -1)
    await sweep(arena.first.context, incident.id)
    const elsewhere = await arena.incident()
    const anaThere = await arena.rivalMember({ person })
    const asking = arena.asks(elsewhere, anaThere)
    const said = await arena.race(turn, incident, [arena.yes(ana, offers.get(ana.id)), asking])
    const words = said.map(({ word }) => word).join()
    expect(['confirmed,bound', 'expired,asked']).toContain(words)
    seen.add(words)
  })
  expect(seen.size).toBe(2)
})
