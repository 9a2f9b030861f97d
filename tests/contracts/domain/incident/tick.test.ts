import { describe, expect, test } from 'vitest'
import { tick } from '#contracts/domain/incident/commands/tick.ts'
import type { Incident } from '#contracts/domain/incident/state.ts'
import { defaultSla } from '#contracts/domain/sla.ts'
import { minutes } from '../scenario.ts'
import { given } from './given.ts'
import {
  asking,
  dispatching,
  expired,
  filled,
  offered,
  oneOut,
  progressed,
  reported,
  wayTo,
} from './story.ts'

const tickAt = (minute: number) => (state: Incident) => tick(state, defaultSla, minutes(minute))
const missed = (what: string, subject: string, minute: number) =>
  ({ type: 'deadline.missed', data: { what, subject, dueAt: minutes(minute) } }) as const

describe('time alone', () => {
  test('does nothing before anything is due', () => {
    given(reported()).when(tickAt(4.9)).thenFacts()
    given(...dispatching(), offered('v1'), asking())
      .when(tickAt(2.9))
      .thenFacts()
  })

  test('ends offers without an answer, and somebody else is looked for at once', () => {
    given(...dispatching(), offered('v1'), offered('v2', { expiresAt: minutes(10) }), asking())
      .when(tickAt(3), minutes(3))
      .thenFacts(expired('v1'))
      .thenState({ nextWaveAt: minutes(3), offers: [expect.objectContaining({ id: 'o2' })] })
  })

  test('leaves waves to the match round', () => {
    given(...dispatching())
      .when(tickAt(0))
      .thenFacts()
  })

  test.each([
    ['verify', [reported()], 'inc_1', 5],
    ['dispatch', wayTo.verified, 'inc_1', 1],
    ['accept', dispatching(2), 'n1', 4],
    ['arrive', [...oneOut(1)], 'a1', 30],
    ['arrive', [...oneOut(1), progressed('v1', 'en_route')], 'a1', 30],
    ['review', [...wayTo.controlled], 'inc_1', 60],
  ] as const)('a missed %s is an alarm, once', (what, facts, subject, minute) => {
    given(...facts)
      .when(tickAt(minute), minutes(minute))
      .thenFacts(missed(what, subject, minute))
      .thenState({
        alarms: [expect.objectContaining({ id: `deadline:${what}:${subject}`, acknowledgedAt: null })],
      })
    given(...facts, missed(what, subject, minute))
      .when(tickAt(Math.min(minute, 59)))
      .thenFacts()
  })

  test('a critical incident wants volunteers in 15 minutes and the agency’s own team in an hour', () => {
    given(reported({ severity: 'kritis' }), ...oneOut(1).slice(1))
      .when(tickAt(15))
      .thenFacts(missed('arrive', 'a1', 15))
    given(reported({ severity: 'kritis' }), missed('verify', 'inc_1', 5))
      .when(tickAt(60))
      .thenFacts(missed('trc', 'inc_1', 60), missed('review', 'inc_1', 60))
  })

  test('a forgotten incident asks for a look again and again', () => {
    const review = missed('review', 'inc_1', 60)
    given(...wayTo.controlled, { ...review, at: minutes(60), by: { kind: 'system', id: 'sweeper' } })
      .when(tickAt(119))
      .thenFacts()
    given(...wayTo.controlled, { ...review, at: minutes(60), by: { kind: 'system', id: 'sweeper' } })
      .when(tickAt(120))
      .thenFacts(missed('review', 'inc_1', 120))
  })

  test('brings nothing about after the end', () => {
    given(...wayTo.closed)
      .when(tickAt(9999))
      .thenFacts()
  })

  test('a filled need misses no acceptance', () => {
    given(...oneOut(1).slice(0, -1), filled())
      .when(tickAt(29))
      .thenFacts()
  })
})
