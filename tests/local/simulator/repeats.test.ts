import { describe, expect, it } from 'vitest'
import { confirmed, offered } from './given.ts'
import { ok, problem } from './fake-platform.ts'
import { openWorld } from './world.ts'

const impatient = { settings: { script: ['accept' as const], repeatPct: 100 } }
type World = Awaited<ReturnType<typeof openWorld>>

const accept = async (world: World) => {
  await world.deliver('offer.created', offered())
  world.time.advance(60)
  await world.until(() => world.simulator.report().accepted === 1)
}

describe('somebody impatient', () => {
  it('says the same twice under one webhook-id, then once more under another', async () => {
    const world = await openWorld(impatient)
    await accept(world)
    await world.until(() => world.platform.of('offer.accepted').length === 4)
    const ids = world.platform.of('offer.accepted').map(({ id }) => id)
    expect(new Set(ids).size).toBe(2)
    expect(ids[0]).toBe(ids[1])
    expect(world.simulator.report().duplicatesSent).toBeGreaterThanOrEqual(3)
    expect(world.kinds()).toEqual([])
  })

  it('is surprised by two answers to one webhook-id', async () => {
    const world = await openWorld(impatient)
    world.platform.answers(({ event, time }) =>
      event.type === 'offer.accepted' && time === 2 ? ok('standby') : undefined,
    )
    await accept(world)
    await world.until(() => world.kinds().includes('repeat_answered_differently'))
  })

  it('is surprised when a second yes wins a second place', async () => {
    const world = await openWorld(impatient)
    world.platform.answers(({ event, id }) =>
      event.type === 'offer.accepted' ? ok('confirmed', `asg-${id}`) : undefined,
    )
    await accept(world)
    await world.until(() => world.kinds().includes('accepted_twice'))
  })

  it('takes a refusal of the second yes', async () => {
    const world = await openWorld(impatient)
    const first = new Set<string>()
    world.platform.answers(({ event, id }) => {
      if (event.type !== 'offer.accepted') return undefined
      if (first.size === 0) first.add(id)
      return first.has(id) ? undefined : problem(409, 'terminal')
    })
    await accept(world)
    await world.until(() => world.platform.of('offer.accepted').length === 4)
    expect(world.kinds()).toEqual([])
  })

  it('tells that he left after he has arrived: it must be taken as already past', async () => {
    const world = await openWorld(impatient)
    await accept(world)
    await world.deliver('assignment.confirmed', confirmed())
    const told = () =>
      world.platform.heard.flatMap(({ event }) =>
        event.type === 'assignment.progressed' ? [{ state: event.data.state, at: event.data.at }] : [],
      )
    await world.passUntil(() => world.simulator.report().completed === 1)
    const states = told().map(({ state }) => state)
    expect(states.indexOf('on_scene')).toBeLessThan(states.indexOf('en_route'))
    const at = (wanted: string) => told().find(({ state }) => state === wanted)?.at ?? ''
    expect(at('en_route') < at('on_scene')).toBe(true)
  })
})

describe('a platform that does not take it', () => {
  it.each(['hang_up', 503, 429] as const)('is told again with the same webhook-id: %s', async (trouble) => {
    const world = await openWorld({ settings: { script: ['decline'] } })
    world.platform.answers(({ event, time }) => {
      if (event.type !== 'offer.declined' || time > 2) return undefined
      return trouble === 'hang_up' ? 'hang_up' : problem(trouble, 'not_saved')
    })
    const declined = () => world.platform.of('offer.declined')
    const postponed = () => world.simulator.timeline().filter(({ what }) => what === 'told.later')
    await world.deliver('offer.created', offered())
    world.time.advance(30)
    for (const tries of [1, 2]) {
      await world.until(() => postponed().length === tries)
      // After 1 s, then after 2 s, and not before.
      world.time.advance(tries - 0.1)
      expect(declined()).toHaveLength(tries)
      world.time.advance(0.1)
    }
    await world.until(() => world.simulator.report().declined === 1)
    expect(new Set(declined().map(({ id }) => id)).size).toBe(1)
    expect(new Set(declined().map(({ event }) => JSON.stringify(event))).size).toBe(1)
    expect(world.kinds()).toEqual([])
  })

  it('is not asked again after a plain no, which is a surprise', async () => {
    const world = await openWorld({ settings: { script: ['decline'] } })
    world.platform.answers(({ event }) =>
      event.type === 'offer.declined' ? problem(404, 'not_found') : undefined,
    )
    await world.deliver('offer.created', offered())
    world.time.advance(30)
    await world.until(() => world.kinds().length === 1)
    expect(world.simulator.report().unexpected).toMatchObject([
      { kind: 'refused', detail: 'offer.declined: 404 not_found' },
    ])
    world.time.advance(600)
    expect(world.platform.of('offer.declined')).toHaveLength(1)
  })

  it('must answer as its contract says', async () => {
    const world = await openWorld({ settings: { script: ['decline'] } })
    world.platform.answers(({ event }) =>
      event.type === 'offer.declined' ? { status: 200, body: { outcome: 'maybe' } } : undefined,
    )
    await world.deliver('offer.created', offered())
    world.time.advance(30)
    await world.until(() => world.kinds().includes('answer_schema'))
  })
})
