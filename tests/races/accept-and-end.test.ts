import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { isActive } from '#contracts/domain/incident/read.ts'
import { ask } from '../api/partner/city.ts'
import { type Arena, openArena } from './arena.ts'
import { rounds, saySeed, type Turn } from './chance.ts'

let arena: Arena
beforeAll(async () => {
  saySeed('accept-and-end')
  arena = await openArena()
})
afterEach(() => arena.mustBeInOrder())
afterAll(async () => {
  expect(arena.counts()['lost_race']).toBeGreaterThan(0)
  await arena.close()
})

const given = async (quantity = 1, expiresInS?: number) => {
  const incident = await arena.incident(quantity)
  const ana = await arena.member()
  const offerId = (await ask(arena.first.context, incident, [ana], expiresInS)).get(ana.id)
  return { incident, ana, offerId, yes: arena.yes(ana, offerId) }
}

/** Seconds that an offer lives when his yes comes first, and when time does. */
const lives: Partial<Record<Turn['order'], number>> = { 'in turn': 180, 'in reverse': -1 }

it('accept against expiry: he is confirmed on the old offer or on a new one, never on one that has expired', async () => {
  const seen = new Set<string>()
  await rounds(async (turn) => {
    const { incident, ana, offerId, yes } = await given(1, lives[turn.order] ?? turn.int(160) / 1000)
    const time = Array.from({ length: 5 }, () => arena.time(incident))
    const [said] = await arena.race(turn, incident, [yes, ...time])
    expect(said!.word).toBe('confirmed')
    const { assignments, asked } = await arena.file(incident)
    expect(assignments).toMatchObject([{ id: said!.body['assignmentId'], volunteerId: ana.id }])
    const ends = asked.map(({ ended }) => ended).join()
    expect(['accepted', 'expired,accepted']).toContain(ends)
    expect(assignments[0]!.offerId === offerId).toBe(ends === 'accepted')
    seen.add(ends)
  })
  expect(seen.size).toBe(2)
})

it('accept against a stand-down: whoever was confirmed is called home, whoever was not hears that it was withdrawn', async () => {
  const seen = new Set<string>()
  await rounds(async (turn) => {
    const { incident, yes } = await given()
    const cancel = arena.order('cancelIncident', incident.id, { reason: 'Salah lokasi.' })
    const [answer, cancelled] = await arena.race(turn, incident, [yes, cancel])
    expect(cancelled!.word).toBe('done')
    const { status, offers, assignments } = await arena.file(incident)
    expect([status, offers, assignments.filter(isActive)]).toEqual(['cancelled', [], []])
    expect(['confirmed', 'withdrawn']).toContain(answer!.word)
    expect(assignments.map(({ state }) => state)).toEqual(answer!.word === 'confirmed' ? ['stood_down'] : [])
    seen.add(answer!.word)
  })
  expect(seen.size).toBe(2)
})

it('accept against control: whoever was confirmed goes on, nobody else comes', async () => {
  const seen = new Set<string>()
  await rounds(async (turn) => {
    const { incident, yes } = await given()
    const control = arena.order('controlIncident', incident.id, {})
    const [answer, controlled] = await arena.race(turn, incident, [yes, control])
    expect(controlled!.word).toBe('done')
    expect(['confirmed', 'withdrawn']).toContain(answer!.word)
    const { status, offers, assignments } = await arena.file(incident)
    expect([status, offers]).toEqual(['controlled', []])
    expect(assignments.filter(isActive)).toHaveLength(answer!.word === 'confirmed' ? 1 : 0)
    seen.add(answer!.word)
  })
  expect(seen.size).toBe(2)
})

it('accept against lowering the need: nobody beyond the need is out, and nobody is called home without a name', async () => {
  const seen = new Set<string>()
  await rounds(async (turn) => {
    const { incident, yes } = await given(2)
    const ben = await arena.member()
    const bens = (await ask(arena.second.context, incident, [ben])).get(ben.id)
    expect((await arena.yes(ben, bens).go(0)).word).toBe('confirmed')
    const need = { needId: incident.needId, task: 'pantau', quantity: 1 }
    const lower = arena.order('setNeeds', incident.id, { needs: [need] })
    const words = (await arena.race(turn, incident, [yes, lower])).map(({ word }) => word).join()
    expect(['confirmed,confirm_stand_down', 'standby,done']).toContain(words)
    const { needs, offers, assignments } = await arena.file(incident)
    expect([needs[0]!.status, offers]).toEqual(['filled', []])
    expect(assignments.filter(isActive)).toHaveLength(needs[0]!.quantity)
    seen.add(words)
  })
  expect(seen.size).toBe(2)
})
