import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { plusSeconds } from '#contracts/domain/instant.ts'
import type { Platform } from '#contracts/store/open.ts'
import { createService } from '#contracts/store/service.ts'
import { nothingTold, type Service, serviceAt, tell, type Told } from '#contracts/store/service-fold.ts'
import { openTestPlatform } from '../../world/platform.ts'

const HOUR_S = 3600
const START = '2026-01-01T00:00:00.000Z'
const after = (hours: number) => plusSeconds(START, hours * HOUR_S)
const cut = ['assignment.stood_down', 'assignment.reassigned', 'assignment.released']

const counted = (of: readonly Told[]) => {
  const counts = new Map<string, number>()
  for (const { data } of of) counts.set(data.volunteerId, (counts.get(data.volunteerId) ?? 0) + 1)
  return counts
}

/** The plain reading: everything that lies in the window, looked at anew. */
const plain = (facts: readonly Told[], now: string): Service => {
  const lately = (days: number) => {
    const since = plusSeconds(now, -days * 24 * HOUR_S)
    return facts.filter(({ at }) => at > since)
  }
  const tasks = lately(7).filter(({ type }) => type !== 'offer.created')
  const told = (task: Told, ...states: string[]) =>
    tasks.some(
      ({ data }) => data.assignmentId === task.data.assignmentId && states.includes(data.state ?? ''),
    )
  const wasThere = (task: Told) => told(task, 'on_scene', 'working')
  const wasOut = (task: Told) =>
    wasThere(task) || (task.type !== 'assignment.released' && told(task, 'en_route'))
  const completed = tasks.filter(({ data }) => data.state === 'completed')
  const short = tasks.filter(({ type }) => cut.includes(type))
  const failed = tasks.filter(({ type }) => type === 'assignment.failed')
  const lastTaskAt = new Map<string, string>()
  for (const { at, data } of [...completed, ...failed, ...short.filter(wasOut)])
    if (at > (lastTaskAt.get(data.volunteerId) ?? '')) lastTaskAt.set(data.volunteerId, at)
  return {
    asked: counted(lately(1).filter(({ type }) => type === 'offer.created')),
    served: counted([...completed, ...short.filter(wasThere)]),
    lastTaskAt,
  }
}

const states = ['accepted', 'en_route', 'on_scene', 'working', 'completed']
/** A fact of one of six tasks of three people; it may be placed a little after others that are younger. */
const aFact = fc
  .record({ hours: fc.integer({ min: 0, max: 20 * 24 }), late: fc.integer({ min: 0, max: 2 * HOUR_S }) })
  .chain(({ hours, late }) =>
    fc.record({
      order: fc.constant(hours * HOUR_S + late),
      at: fc.constant(after(hours)),
      task: fc.integer({ min: 0, max: 5 }),
      what: fc.constantFrom('offer.created', 'offer.created', 'assignment.failed', ...cut, ...states),
    }),
  )
const factsOf = (given: readonly { order: number; at: string; task: number; what: string }[]): Told[] =>
  given
    .toSorted((a, b) => a.order - b.order)
    .map(({ at, task, what }) => {
      const who = { volunteerId: `vol_${task % 3}`, assignmentId: `as_${task}` }
      return states.includes(what)
        ? { type: 'assignment.progressed', at, data: { ...who, state: what } }
        : { type: what, at, data: who }
    })

it('what is held counts at every moment as what is read anew', () => {
  const given = fc.array(aFact, { maxLength: 80, size: 'max' })
  fc.assert(
    fc.property(
      given,
      fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 8, maxLength: 12 }),
      (some, steps) => {
        const facts = factsOf(some)
        const placedUpTo = (now: number) => some.filter(({ order }) => order <= now * HOUR_S).length
        const told = nothingTold()
        let [hours, known] = [0, 0]
        for (const step of steps) {
          hours += step
          const now = after(hours)
          tell(told, facts.slice(known, placedUpTo(hours)))
          known = placedUpTo(hours)
          expect(serviceAt(told, now, 60)).toEqual(plain(facts.slice(0, known), now))
        }
      },
    ),
    { numRuns: 40 },
  )
})

let platform: Platform & { close: () => Promise<void> }
beforeAll(async () => {
  platform = await openTestPlatform()
})
afterAll(() => platform.close())

it('two workers read the same, each fact once, and one that begins anew knows all', async () => {
  const { facts: model } = platform.store.models
  const reads: number[] = []
  const counting = new Proxy(model, {
    get: (target, key) => {
      if (key !== 'find') return Reflect.get(target, key) as unknown
      return (filter: object) => {
        reads.push(1)
        return target.find(filter)
      }
    },
  })
  const facts = factsOf(fc.sample(aFact, { numRuns: 300, seed: 7 }))
  const [one, two] = [createService(platform.store.models), createService(platform.store.models)]
  const held = createService({ ...platform.store.models, facts: counting })
  for (let known = 0; known < facts.length; known += 60) {
    const newer = facts.slice(known, known + 60)
    const rows = newer.map((fact, i) => ({
      _id: `fct_${known + i}` as never,
      agencyId: '5371',
      seq: known + i + 1,
      ...fact,
    }))
    await model.collection.insertMany(rows)
    const now = newer.at(-1)?.at ?? START
    const expected = plain(facts.slice(0, known + 60), now)
    expect(await one.read('5371', now)).toEqual(expected)
    if (known % 120 === 0) expect(await two.read('5371', now)).toEqual(expected)
    expect(await createService(platform.store.models).read('5371', now)).toEqual(expected)
    await held.read('5371', now)
    await held.read('5371', now)
  }
  // Twice at the beginning (offers, tasks), then once for what is new, and never when nothing is.
  expect(reads).toHaveLength(2 + 4)
})
