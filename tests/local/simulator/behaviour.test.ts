import { describe, expect, it } from 'vitest'
import { confirmed, driver, offered } from './given.ts'
import { ok, problem } from './fake-platform.ts'
import { openWorld } from './world.ts'

type World = Awaited<ReturnType<typeof openWorld>>

/** He accepts off-1 and hears of it. */
const accepts = async (world: World) => {
  await world.deliver('offer.created', offered())
  world.time.advance(60)
  await world.until(() => world.simulator.report().accepted === 1)
  await world.deliver('assignment.confirmed', confirmed())
}
const steps = ({ platform }: World) =>
  platform.heard.flatMap(({ event }) => (event.type === 'assignment.progressed' ? [event.data.state] : []))
const acknowledged = ({ platform }: World) =>
  platform.heard.flatMap(({ event }) =>
    event.type === 'assignment.acknowledged' ? [`${event.data.what} ${event.data.how}`] : [],
  )
describe('on start', () => {
  it('tells who is on duty, where he declares to be, and under which partner', async () => {
    const { platform } = await openWorld({
      roster: [
        driver('d1'),
        driver('d2', { duty: 'paused', declaredArea: undefined }),
        driver('d3', { duty: 'off' }),
      ],
    })
    const told = platform.of('volunteer.duty_changed')
    expect(told.map(({ event }) => event.data)).toEqual([
      { volunteerRef: 'd1', duty: 'on', declaredArea: 'Oebufu' },
      { volunteerRef: 'd2', duty: 'paused' },
    ])
    expect(told.every(({ partner }) => partner === 'ojek-contoh')).toBe(true)
  })

  it('sends positions of those whose phones tell, every few seconds', async () => {
    const { platform, passUntil } = await openWorld({
      roster: [driver('d1'), driver('d2', { positions: false }), driver('d3', { duty: 'off' })],
    })
    await passUntil(() => platform.positions.length > 1)
    const refs = platform.positions.map(({ positions }) => positions.map(({ volunteerRef }) => volunteerRef))
    expect(refs.slice(0, 2)).toEqual([['d1'], ['d1']])
  })
})

describe('somebody who accepts', () => {
  it('acknowledges twice, goes there, works and completes', async () => {
    const world = await openWorld({ settings: { script: ['accept'] } })
    await accepts(world)
    await world.passUntil(() => world.simulator.report().completed === 1)
    expect(steps(world)).toEqual(['en_route', 'on_scene', 'working', 'completed'])
    expect(acknowledged(world)).toEqual(['confirmed delivered', 'confirmed read'])
    expect(world.simulator.report()).toMatchObject({ accepted: 1, arrived: 1, completed: 1, unexpected: [] })
  })

  it('waits for the exact place, and says so when it does not come', async () => {
    const world = await openWorld({ settings: { script: ['accept'] } })
    await world.deliver('offer.created', offered())
    world.time.advance(60)
    await world.until(() => world.simulator.report().accepted === 1)
    world.time.advance(61)
    expect(world.kinds()).toEqual(['confirmation_missing'])
    expect(steps(world)).toEqual([])
    await world.deliver('assignment.confirmed', confirmed())
    expect(world.kinds()).toEqual([])
    await world.passUntil(() => world.simulator.report().completed === 1)
  })

  it('tells where he is only if his phone tells', async () => {
    const world = await openWorld({
      roster: [driver('d1', { positions: false })],
      settings: { script: ['accept'] },
    })
    await accepts(world)
    await world.passUntil(() => steps(world).length > 0)
    expect(world.platform.of('assignment.progressed')[0]?.event.data).not.toHaveProperty('lat')
  })

  it('stops and acknowledges when he is called home', async () => {
    const world = await openWorld({ settings: { script: ['accept'] } })
    await accepts(world)
    await world.passUntil(() => steps(world).length === 1)
    await world.deliver('assignment.stood_down', {
      assignmentId: 'asg-off-1',
      volunteerRef: 'd1',
      reason: 'stand_down',
    })
    await world.passUntil(() => acknowledged(world).includes('stood_down read'))
    world.time.advance(3600)
    expect(steps(world)).toEqual(['en_route'])
    expect(world.simulator.report()).toMatchObject({ calledHome: 1, arrived: 0, unexpected: [] })
  })

  it('turns to the new place when it is corrected on the way', async () => {
    const world = await openWorld({ settings: { script: ['accept'] } })
    await accepts(world)
    await world.passUntil(() => steps(world).length === 1)
    const { incident, place } = confirmed()
    const corrected = { ...place, lat: -10.2, lng: 123.58 }
    const update = { assignmentId: 'asg-off-1', volunteerRef: 'd1', incident, place: corrected }
    await world.deliver('assignment.updated', update)
    await world.passUntil(() => steps(world).includes('on_scene'))
    const arrival = world.platform
      .of('assignment.progressed')
      .map(({ event }) => event.data)
      .at(1)
    expect(arrival).toMatchObject({ state: 'on_scene' })
    expect(arrival).toHaveProperty('lat', expect.closeTo(-10.2, 4))
  })
})

describe('somebody who does not come', () => {
  it('declines with a reason', async () => {
    const world = await openWorld({ settings: { script: ['decline'] } })
    await world.deliver('offer.created', offered())
    world.time.advance(60)
    await world.until(() => world.simulator.report().declined === 1)
    expect(world.platform.of('offer.declined')[0]?.event.data).toMatchObject({
      offerId: 'off-1',
      volunteerRef: 'd1',
    })
  })

  it('says nothing at all', async () => {
    const world = await openWorld({ settings: { script: ['silent'] } })
    await world.deliver('offer.created', offered())
    world.time.advance(600)
    expect(world.simulator.report()).toMatchObject({ ignored: 1, accepted: 0, declined: 0 })
    expect(world.platform.of('offer.accepted')).toEqual([])
  })

  it.each(['expired', 'already_filled', 'standby', 'withdrawn'] as const)(
    'answers yes after the offer has died, and is told: %s',
    async (outcome) => {
      const world = await openWorld({ settings: { script: ['late'] } })
      world.platform.answers(({ event }) => (event.type === 'offer.accepted' ? ok(outcome) : undefined))
      await world.deliver('offer.created', offered())
      world.time.advance(170)
      expect(world.platform.of('offer.accepted')).toEqual([])
      world.time.advance(60)
      await world.until(() => world.simulator.report().late === 1)
      expect(world.simulator.report()).toMatchObject({ late: 1, accepted: 0, unexpected: [] })
    },
  )

  it('answers yes soon after it was taken back, without waiting for its end', async () => {
    const world = await openWorld({ settings: { script: ['late'] } })
    world.platform.answers(({ event }) => (event.type === 'offer.accepted' ? ok('standby') : undefined))
    await world.deliver('offer.created', offered())
    await world.deliver('offer.withdrawn', { offerId: 'off-1', volunteerRef: 'd1', reason: 'filled' })
    world.time.advance(10)
    await world.until(() => world.simulator.report().late === 1)
  })

  it('does not answer what was taken back before he made up his mind', async () => {
    const world = await openWorld({ settings: { script: ['accept'] } })
    await world.deliver('offer.created', offered())
    await world.deliver('offer.withdrawn', { offerId: 'off-1', volunteerRef: 'd1', reason: 'filled' })
    world.time.advance(600)
    expect(world.simulator.report()).toMatchObject({ gone: 1, accepted: 0 })
    expect(world.platform.of('offer.accepted')).toEqual([])
  })

  it('may be late with a no: 409 is no surprise', async () => {
    const world = await openWorld({ settings: { script: ['decline'] } })
    world.platform.answers(({ event }) =>
      event.type === 'offer.declined' ? problem(409, 'terminal') : undefined,
    )
    await world.deliver('offer.created', offered())
    world.time.advance(60)
    await world.until(() => world.simulator.report().gone === 1)
    expect(world.kinds()).toEqual([])
  })
})
