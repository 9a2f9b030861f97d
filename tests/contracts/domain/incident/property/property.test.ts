import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { incidentFacts } from '#contracts/domain/incident/facts.ts'
import { incidentStatuses } from '#contracts/domain/incident/words.ts'
import { fold } from '../given.ts'
import { attempts } from './attempts.ts'
import { play, run, type Moment } from './game.ts'
import { invariants } from './invariants.ts'

// One seed, so that a failure here is a failure everywhere; the path in the message replays and shrinks it.
const parameters = { seed: 20260117, numRuns: 400 }

const brokenBy = (moment: Moment): string[] =>
  Object.entries(invariants)
    .filter(([, holds]) => !holds(moment))
    .map(([name]) => `${moment.name}: ${name}`)

describe('whatever is tried, in whatever order', () => {
  test('every invariant holds after every command', () => {
    fc.assert(
      fc.property(play, (game) => {
        run(game, (moment) => expect(brokenBy(moment)).toEqual([]))
      }),
      parameters,
    )
  })

  test('every fact is as its schema wants it, without a field too many', () => {
    fc.assert(
      fc.property(play, (game) => {
        run(game, ({ facts }) =>
          facts.forEach(({ type, data }) => expect(incidentFacts[type].parse(data)).toEqual(data)),
        )
      }),
      parameters,
    )
  })

  test('folding the facts gives the state', () => {
    fc.assert(
      fc.property(play, (game) => {
        const { history, state } = run(game, () => undefined)
        expect(fold(history)).toEqual(state)
        expect(fold(JSON.parse(JSON.stringify(history)))).toEqual(state)
      }),
      parameters,
    )
  })

  test('facts folded in any order, some twice, some never, throw nothing', () => {
    const shuffled = fc.tuple(play, fc.array(fc.nat(10_000), { maxLength: 150, size: 'max' }))
    fc.assert(
      fc.property(shuffled, ([game, order]) => {
        const { history } = run(game, () => undefined)
        const [birth] = history
        const odd = order.flatMap((index) => history[index % history.length] ?? [])
        expect(() => fold(odd)).not.toThrow()
        expect(fold([...(birth === undefined ? [] : [birth]), ...odd])).not.toBeNull()
      }),
      parameters,
    )
  })
})

test('these games reach everything: each command granted and refused, each status, each kind of alarm', () => {
  const seen = new Set<string>()
  fc.assert(
    fc.property(play, (game) => {
      run(game, ({ name, after, facts, refused }) => {
        seen.add(refused === null ? `${name} granted` : `${name} refused`)
        seen.add(after.status)
        facts.forEach(({ type }) => seen.add(type))
        after.alarms.forEach(({ what }) => seen.add(what))
      })
    }),
    parameters,
  )
  // A game is too short for more photos than a file may hold.
  const always = ['note', 'addPhoto', 'recordImpact', 'tick', 'undeliverable', 'deliveryFailed']
  const expected = [
    ...Object.keys(attempts).map((name) => `${name} granted`),
    ...Object.keys(attempts)
      .filter((name) => !always.includes(name))
      .map((name) => `${name} refused`),
    ...incidentStatuses,
    ...Object.keys(incidentFacts).filter((type) => type !== 'incident.reported'),
    'stalled',
    'sos',
    'undelivered',
    'deadline',
  ]
  expect(expected.filter((what) => !seen.has(what))).toEqual([])
})
