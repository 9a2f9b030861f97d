import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { runRound } from '../../worker/round/round.ts'
import { AGENCY, type Asking, ask } from '../api/partner/city.ts'
import { type Bench, openBench, twoEach } from '../worker/world.ts'
import { type Arena, openArena } from './arena.ts'
import { rounds, ROUNDS, saySeed } from './chance.ts'

let arena: Arena
let benches: Bench[]
beforeAll(async () => {
  saySeed('one-person')
  arena = await openArena()
  benches = [await openBench(twoEach, arena.first.home), await openBench(twoEach, arena.first.home)]
})
const settled = () => Promise.all(benches.map(({ ctx }) => ctx.store.settled()))
afterEach(async () => {
  await settled()
  await arena.mustBeInOrder()
})
afterAll(async () => {
  expect(arena.counts()['claim_lost']).toBeGreaterThan(0)
  const counts = benches.map(({ ctx }) => ctx.store.counts())
  expect(counts.some((count) => (count['claim_lost'] ?? 0) + (count['lost_race'] ?? 0) > 0)).toBe(true)
  for (const bench of benches) await bench.close()
  await arena.close()
})

it('two incidents ask one person through two partners: one of them gets him, and he is free again afterwards', () =>
  rounds(async (turn) => {
    const person = `twice-registered-${turn.round}`
    const ana = await arena.member({ person })
    const anaThere = await arena.rivalMember({ person })
    const [one, two] = [await arena.incident(), await arena.incident()]
    const said = await arena.race(turn, one, [arena.asks(one, ana), arena.asks(two, anaThere)])
    expect(said.map(({ word }) => word).sort()).toEqual(['asked', 'bound'])
    const files = await Promise.all([one, two].map(arena.file))
    expect(files.flatMap(({ offers }) => offers)).toHaveLength(1)

    await Promise.all([one, two].map(arena.finish))
    await arena.settled()
    const three = await arena.incident()
    expect((await ask(arena.first.context, three, [anaThere])).has(anaThere.id)).toBe(true)
    await arena.finish(three)
  }))

it('he becomes another person while he is asked: he is asked as the old one, or changed, never both', async () => {
  const seen = new Set<string>()
  await rounds(async (turn) => {
    const ana = await arena.member()
    const incident = await arena.incident()
    const said = await arena.race(turn, incident, [arena.renumbers(ana), arena.asks(incident, ana)])
    const words = said.map(({ word }) => word).join()
    expect(['updated,bound', 'person_busy,asked']).toContain(words)
    seen.add(words)
    await arena.finish(incident)
  })
  expect(seen.size).toBe(2)
})

it('two waves ask the same twelve people for two incidents: everybody once', () =>
  rounds(async () => {
    const team = await Promise.all(Array.from({ length: 12 }, () => arena.member()))
    const incidents = [await arena.incident(6), await arena.incident(6)]
    const sides = [arena.first.context, arena.second.context]
    const offers = await Promise.all(
      incidents.map((incident, i) => ask(sides[i]!, incident, i === 0 ? team : [...team].reverse())),
    )
    const asked = offers.flatMap((some) => [...some.keys()])
    expect(asked.length).toBe(12)
    expect(new Set(asked).size).toBe(12)
    await Promise.all(incidents.map(arena.finish))
  }, ROUNDS / 2))

it('two workers match at once: nobody is asked twice, nobody too many, no slot is forgotten', async () => {
  const [first, second] = benches as [Bench, Bench]
  for (let round = 0; round < ROUNDS / 2; round += 1) {
    const incidents: Asking[] = await Promise.all([1, 2, 3].map(arena.incident))
    const team = await Promise.all(Array.from({ length: 12 }, () => arena.member()))
    const at = first.ctx.clock.now().toISOString()
    const fixes = team.map(
      ({ id }, i) => [id, { lat: -10.17 + i / 1000, lng: 123.62, accuracyM: 20, at }] as const,
    )
    await first.ctx.presence.keep(AGENCY, new Map(fixes))
    await Promise.all([runRound(first.ctx, AGENCY), runRound(second.ctx, AGENCY)])
    await runRound(first.ctx, AGENCY)
    await settled()
    const files = await Promise.all(incidents.map(arena.file))
    // Two for each slot of needs of one, two and three.
    expect(files.map(({ offers }) => offers.length)).toEqual([2, 4, 6])
    const asked = files.flatMap(({ offers }) => offers.map(({ volunteerId }) => volunteerId))
    expect(new Set(asked).size).toBe(asked.length)
    for (const incident of incidents) await arena.finish(incident)
    await arena.settled()
  }
})
