import { describe, expect, it } from 'vitest'
import { calmDay, type Day } from '../../../local/simulator/day/day.ts'
import { isAtWork, secondsToChange } from '../../../local/simulator/day/hours.ts'
import { openBook } from '../../../local/simulator/book.ts'
import { metresBetween } from '../../../local/simulator/geo.ts'
import { confirmed, driver, offered, settings } from './given.ts'
import { openWorld } from './world.ts'

type World = Awaited<ReturnType<typeof openWorld>>
const aDay = (day: Partial<Day>, over = {}) => ({ settings: { day: { ...calmDay, ...day }, ...over } })
const one = (volunteerRef = 'd1', over = {}) => ({ roster: [driver(volunteerRef, over)] })

const duties = ({ platform }: World) =>
  platform.heard.flatMap(({ event }) => (event.type === 'volunteer.duty_changed' ? [event.data] : []))
const trips = (world: World) => duties(world).flatMap(({ onTrip }) => (onTrip === undefined ? [] : [onTrip]))
const steps = ({ platform }: World) =>
  platform.heard.flatMap(({ event }) => (event.type === 'assignment.progressed' ? [event.data.state] : []))
const accepts = async (world: World) => {
  await world.deliver('offer.created', offered())
  world.time.advance(60)
  await world.until(() => world.simulator.report().accepted === 1)
  await world.deliver('assignment.confirmed', confirmed())
}

describe('passengers', () => {
  it('are told when they get on and off, and carried without a jump at the speed of people', async () => {
    const world = await openWorld({ ...one(), ...aDay({ tripsPerHour: 4 }) })
    await world.passUntil(() => trips(world).filter((onTrip) => onTrip).length >= 2, 2000)
    expect(trips(world).slice(0, 4)).toEqual([false, true, false, true])
    const fixes = world.platform.positions.flatMap(({ positions }) => positions)
    for (const [n, fix] of fixes.entries()) {
      const before = fixes[n - 1] ?? fix
      const seconds = (Date.parse(fix.at) - Date.parse(before.at)) / 1000
      expect(metresBetween(before, fix)).toBeLessThanOrEqual(seconds * (35 / 3.6) + 40)
    }
  })

  it('come first: an offer is declined because of them', async () => {
    const world = await openWorld({ ...one(), ...aDay({ tripsPerHour: 60 }) })
    await world.passUntil(() => world.simulator.report().onTrip === 1)
    await world.deliver('offer.created', offered({ expiresAt: new Date(Date.now() + 9e6).toISOString() }))
    world.time.advance(60)
    await world.until(() => world.simulator.report().declined === 1)
    expect(world.platform.of('offer.declined')[0]?.event.data).toMatchObject({ reason: 'on_trip' })
  })

  it('are not taken while an offer waits for an answer', async () => {
    const world = await openWorld({ ...one(), ...aDay({ tripsPerHour: 60 }, { script: ['late'] }) })
    await world.deliver('offer.created', offered())
    world.time.advance(150)
    expect(world.simulator.report().onTrip).toBe(0)
  })
})

describe('shifts', () => {
  it('begin and end by everybody’s own hours, told by event', async () => {
    const roster = Array.from({ length: 12 }, (_, n) => driver(`d${n}`))
    const world = await openWorld({ roster, ...aDay({ shifts: true }, { positionsEveryS: 600 }) })
    const { drivers } = openBook(roster, settings())
    const due = () =>
      roster.filter(({ volunteerRef }) => {
        const hours = drivers.get(volunteerRef)?.hours ?? []
        return isAtWork(hours, world.time.now())
      }).length
    expect(duties(world)).toHaveLength(12)
    expect(world.simulator.report().onDuty).toBe(due())
    for (let hour = 0; hour < 24; hour++) {
      world.time.advance(3600)
      await world.passUntil(() => world.simulator.report().onDuty === due())
    }
    await world.until(() => duties(world).length >= 12 + 24)
    expect(new Set(duties(world).map(({ duty }) => duty))).toEqual(new Set(['on', 'off']))
    expect(world.kinds()).toEqual([])
  })

  it('an offer that was on its way to somebody who has just gone home is no surprise, and declined', async () => {
    const world = await openWorld({ ...one(), ...aDay({ shifts: true }, { positionsEveryS: 600 }) })
    const hours = openBook([driver('d1')], settings()).drivers.get('d1')?.hours ?? []
    const onDuty = () => world.simulator.report().onDuty
    if (onDuty() === 0) world.time.advance(secondsToChange(hours, world.time.now()))
    await world.passUntil(() => onDuty() === 1)
    world.time.advance(secondsToChange(hours, world.time.now()) - 1)
    await world.passUntil(() => onDuty() === 0)
    await world.deliver('offer.created', offered({ expiresAt: new Date(Date.now() + 9e8).toISOString() }))
    expect(world.kinds()).toEqual([])
    world.time.advance(200)
    await world.until(() => world.simulator.report().declined === 1)
  })
})

describe('a lost phone', () => {
  it('neither tells where it is nor answers, and then comes back', async () => {
    const world = await openWorld({ ...one(), ...aDay({ lostPerHour: 20 }, { script: ['accept'] }) })
    await world.passUntil(() => world.simulator.report().lost === 1)
    const before = world.platform.positions.length
    await world.deliver('offer.created', offered({ expiresAt: new Date(Date.now() + 9e6).toISOString() }))
    world.time.advance(30)
    expect(world.platform.positions).toHaveLength(before)
    expect(world.simulator.report()).toMatchObject({ ignored: 1, accepted: 0 })
    await world.passUntil(() => world.wrote('phone.found'))
    await world.passUntil(() => world.platform.positions.length > before)
  })

  it('tells the steps of a task when it is found, in their order', async () => {
    const world = await openWorld({ ...one(), ...aDay({ lostPerHour: 12 }, { script: ['accept'] }) })
    await accepts(world)
    await world.passUntil(() => world.simulator.report().completed === 1, 2000)
    expect(steps(world)).toEqual(['en_route', 'on_scene', 'working', 'completed'])
    expect(world.kinds()).toEqual([])
  })

  it('may be silent for good, for as many as said', async () => {
    const roster = Array.from({ length: 1000 }, (_, n) => driver(`d${n}`))
    const { drivers } = openBook(
      roster,
      settings({ day: { ...calmDay, unreachablePct: 40, declaredPct: 30 } }),
    )
    const phones = [...drivers.values()].map(({ phone }) => phone)
    expect(phones.filter(({ lost }) => lost).length / 1000).toBeCloseTo(0.4, 1)
    expect(phones.filter(({ tellsWhere }) => !tellsWhere).length / 1000).toBeCloseTo(0.3, 1)
  })
})

describe('a task', () => {
  it('may be given back on the way, with a reason, and he is free', async () => {
    const world = await openWorld({ ...one(), ...aDay({ releasePct: 100 }, { script: ['accept'] }) })
    await accepts(world)
    await world.passUntil(() => world.simulator.report().released === 1)
    expect(steps(world)).toEqual(['en_route', 'released'])
    expect(world.platform.of('assignment.progressed').at(-1)?.event.data).toHaveProperty('note')
    const expiresAt = new Date(Date.now() + 9e6).toISOString()
    await world.deliver('offer.created', offered({ offerId: 'off-2', expiresAt }))
    expect(world.kinds()).toEqual([])
  })

  it('is given back once, after what came before, however impatient he is', async () => {
    const impatient = { script: ['accept'], repeatPct: 100 }
    const world = await openWorld({ ...one(), ...aDay({ releasePct: 100 }, impatient) })
    await accepts(world)
    await world.passUntil(() => world.simulator.report().released === 1)
    const ids = world.platform.of('assignment.progressed').map(({ id }) => id)
    expect(steps(world).at(-1)).toBe('released')
    expect(steps(world).at(0)).toBe('en_route')
    expect(new Set(ids).size).toBeLessThan(ids.length)
    expect(
      new Set(
        world.platform
          .of('assignment.progressed')
          .slice(-2)
          .map(({ id }) => id),
      ).size,
    ).toBe(1)
  })

  it('may turn out impossible on the scene', async () => {
    const world = await openWorld({ ...one(), ...aDay({ failPct: 100 }, { script: ['accept'] }) })
    await accepts(world)
    await world.passUntil(() => world.simulator.report().failed === 1)
    expect(steps(world)).toEqual(['en_route', 'on_scene', 'failed'])
  })

  it('may need a word, or help', async () => {
    const world = await openWorld({
      ...one(),
      ...aDay({ sosPct: 100, messagePct: 100 }, { script: ['accept'] }),
    })
    await accepts(world)
    await world.passUntil(() => world.simulator.report().completed === 1)
    expect(world.platform.of('message.received')).toHaveLength(1)
    expect(world.platform.of('volunteer.sos')[0]?.event.data).toMatchObject({
      volunteerRef: 'd1',
      lat: expect.any(Number) as number,
    })
    expect(world.simulator.report()).toMatchObject({ calledForHelp: 1, unexpected: [] })
  })
})

describe('on the road', () => {
  it('somebody sees an incident and reports it', async () => {
    const world = await openWorld(aDay({ observedPerHour: 10 }))
    await world.passUntil(() => world.simulator.report().observed >= 1)
    expect(world.platform.of('incident.observed')[0]?.event.data).toMatchObject({
      note: expect.any(String) as string,
    })
  })

  it('nothing of all this happens on a calm day', async () => {
    const world = await openWorld()
    for (let part = 0; part < 200; part++) {
      world.time.advance(60)
      await new Promise((resolve) => setImmediate(resolve))
    }
    expect(new Set(world.platform.heard.map(({ event }) => event.type))).toEqual(
      new Set(['volunteer.duty_changed']),
    )
    expect(duties(world)).toHaveLength(2)
  })
})
