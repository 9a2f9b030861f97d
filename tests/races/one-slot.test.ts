import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { holdsSlot } from '#contracts/domain/incident/read.ts'
import type { Incident } from '#contracts/domain/incident/state.ts'
import { ask } from '../api/partner/city.ts'
import { type Arena, openArena } from './arena.ts'
import { rounds, ROUNDS, saySeed } from './chance.ts'

let arena: Arena
beforeAll(async () => {
  saySeed('one-slot')
  arena = await openArena()
})
afterEach(() => arena.mustBeInOrder())
afterAll(async () => {
  // A run in which no stale write was ever refused proves nothing.
  expect(arena.counts()['lost_race']).toBeGreaterThan(0)
  await arena.close()
})

const given = async (people: number, quantity = 1) => {
  const incident = await arena.incident(quantity)
  const team = await Promise.all(Array.from({ length: people }, () => arena.member()))
  const offers = await ask(arena.first.context, incident, team)
  return { incident, team, offers }
}
const holders = ({ assignments }: Incident) => assignments.filter(holdsSlot)

it('two accepts for one slot: one is confirmed, the other stands by', () =>
  rounds(async (turn) => {
    const { incident, team, offers } = await given(2)
    const said = await arena.race(
      turn,
      incident,
      team.map((one) => arena.yes(one, offers.get(one.id))),
    )
    expect(said.map(({ word }) => word).sort()).toEqual(['confirmed', 'standby'])
    const winner = said.findIndex(({ word }) => word === 'confirmed')
    const file = await arena.file(incident)
    expect(holders(file).map(({ volunteerId }) => volunteerId)).toEqual([team[winner]!.id])
    expect(file.offers).toEqual([])
  }, ROUNDS * 2))

it('his yes against his own no: one of them counts, the other is refused for ever', async () => {
  const seen = new Set<string>()
  await rounds(async (turn) => {
    const { incident, team, offers } = await given(1)
    const [ana] = team
    const offerId = offers.get(ana!.id)
    const said = await arena.race(turn, incident, [arena.yes(ana!, offerId), arena.no(ana!, offerId)])
    const words = said.map(({ word }) => word).join()
    expect(['confirmed,terminal', 'terminal,declined']).toContain(words)
    seen.add(words)
    const { assignments, tally } = await arena.file(incident)
    expect([assignments.length, tally.accepted, tally.declined]).toEqual(
      words === 'confirmed,terminal' ? [1, 1, 0] : [0, 0, 1],
    )
  })
  expect(seen.size).toBe(2)
})

it('an operator binds somebody else by hand while a volunteer accepts: one of the two has the slot', async () => {
  const seen = new Set<string>()
  await rounds(async (turn) => {
    const { incident, team, offers } = await given(1)
    const [ana] = team
    const ben = await arena.member()
    const body = { needId: incident.needId, volunteerId: ben.id, reason: 'Sanggup lewat telepon.' }
    const said = await arena.race(turn, incident, [
      arena.yes(ana!, offers.get(ana!.id)),
      arena.order('assignByHand', incident.id, body),
    ])
    const words = said.map(({ word }) => word).join()
    expect(['confirmed,need_filled', 'standby,done']).toContain(words)
    seen.add(words)
    const [holder, ...others] = holders(await arena.file(incident))
    expect(others).toEqual([])
    expect(holder?.volunteerId).toBe(words === 'standby,done' ? ben.id : ana!.id)
  })
  expect(seen.size).toBe(2)
})

it('an operator takes his yes on the phone while he taps yes: one task, both hear that it is his', async () => {
  await rounds(async (turn) => {
    const { incident, team, offers } = await given(1)
    const [ana] = team
    const offerId = offers.get(ana!.id)
    const body = { needId: incident.needId, volunteerId: ana!.id, reason: 'Sanggup lewat telepon.' }
    const [yes, hand] = await arena.race(turn, incident, [
      arena.yes(ana!, offerId),
      arena.order('assignByHand', incident.id, body),
    ])
    expect(yes!.word).toBe('confirmed')
    // Whoever comes second finds him out for this very incident.
    expect(['done', 'busy']).toContain(hand!.word)
    expect(holders(await arena.file(incident))).toMatchObject([{ volunteerId: ana!.id, offerId }])
  })
})

it('a storm: 120 accepts at once for 30 slots in three incidents, one winner for each slot', async () => {
  const incidents = await Promise.all([1, 2, 3].map(() => given(40, 10)))

  const words = await Promise.all(
    incidents.flatMap(({ team, offers }) =>
      team.map(async (one, i) => (await arena.yes(one, offers.get(one.id)).go(i % 2)).word),
    ),
  )
  const many = (word: string) => words.filter((said) => said === word).length
  expect([many('confirmed'), many('standby'), many('already_filled')]).toEqual([30, 15, 75])
  for (const { incident } of incidents) {
    const slots = holders(await arena.file(incident)).map(({ slot }) => slot)
    expect(slots.sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
  }
})
