import { describe, expect, test } from 'vitest'
import { explainStall, type StallFound } from '#contracts/domain/incident/commands/explain-stall.ts'
import { minutes, T0, at } from '../scenario.ts'
import { after, given } from './given.ts'
import { asking, controlled, dispatching, needed, offered, stalled } from './story.ts'

/** What stands in the file: nine people who are off duty; widening would help. */
const found = (over: Partial<StallFound> = {}): StallFound => ({
  needId: 'n1',
  wanted: 1,
  ring: 3,
  chance: 0,
  considered: 9,
  reasons: { off_duty: 9 },
  remedies: ['widen'],
  policyVersion: '5371.1',
  roundId: 'rnd_1',
  ...over,
})
const others = { reasons: { off_duty: 7, resting: 2 } }
const fewer = { considered: 8, reasons: { off_duty: 8 } }
const explained = (over: Partial<StallFound>) =>
  ({ type: 'need.stall_explained', data: { ...found(over), wave: 0 } }) as const

describe('a need that is stalled still is explained anew', () => {
  test.each<[string, Partial<StallFound>, number]>([
    ['a reason came', others, 5],
    ['another reason took its place', { reasons: { resting: 9 } }, 5],
    ['a remedy came', { remedies: ['widen', 'call_by_hand'] }, 5],
    ['a remedy went', { remedies: [] }, 5],
    ['the counts are others', fewer, 15],
  ])('when %s, once what stands there is old enough', (_, over, afterMin) => {
    given(...dispatching(), stalled())
      .when((state) => explainStall(state, [found(over)], minutes(afterMin - 0.01)))
      .thenFacts()
    given(...dispatching(), stalled())
      .when((state) => explainStall(state, [found(over)], minutes(afterMin)), minutes(afterMin))
      .thenFacts(explained(over))
      .thenState({
        needs: [
          expect.objectContaining({
            status: 'stalled',
            stalled: {
              considered: 9,
              reasons: { off_duty: 9 },
              remedies: ['widen'],
              ...(over.considered && { considered: over.considered }),
              ...(over.reasons && { reasons: over.reasons }),
              ...(over.remedies && { remedies: over.remedies }),
              since: T0,
              asOf: minutes(afterMin),
            },
          }),
        ],
      })
  })

  test('and what was told last counts, not what was told first', () => {
    given(...dispatching(), stalled(), at(minutes(10), explained(others)))
      .when((state) => explainStall(state, [found()], minutes(14)))
      .thenFacts()
    given(...dispatching(), stalled(), at(minutes(10), explained(others)))
      .when((state) => explainStall(state, [found()], minutes(15)))
      .thenTypes('need.stall_explained')
  })

  test('each need for itself', () => {
    given(...dispatching(), needed('n2', 1), stalled(), stalled('n2'))
      .when((state) => explainStall(state, [found(), found({ needId: 'n2', ...others })], minutes(60)))
      .thenFacts(explained({ needId: 'n2', ...others }))
  })
})

test.each([
  ['the same is found again', [stalled()], {}],
  ['it is not stalled', [offered('v1'), asking()], others],
  ['it is unknown', [stalled()], { ...others, needId: 'n9' }],
  ['nobody is asked any more', [stalled(), controlled], others],
] as const)('nothing is told when %s', (_, facts, over) => {
  given(...dispatching(), ...facts)
    .when((state) => explainStall(state, [found(over)], minutes(600)))
    .thenFacts()
})

test('a forgotten incident stays forgotten, and an alarm that was seen stays seen', () => {
  const seen = { type: 'alarm.acknowledged', data: { alarm: 'stalled:n1' } } as const
  const before = after(...dispatching(), stalled(), seen)
  const { alarms, changedAt, needs } = after(
    ...dispatching(),
    stalled(),
    seen,
    at(minutes(30), explained(others)),
  )
  expect({ alarms, changedAt }).toEqual({ alarms: before.alarms, changedAt: before.changedAt })
  expect(needs[0]?.stalled).toMatchObject({ asOf: minutes(30), ...others })
})

test('an explanation of a need that is no longer stalled changes nothing', () => {
  const asked = [...dispatching(), stalled(), asking()]
  expect(after(...asked, at(minutes(5), explained(others)))).toEqual(after(...asked))
})
