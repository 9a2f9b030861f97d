import { describe, expect, test } from 'vitest'
import { dutyMoves, endDuty, setDuty } from '#contracts/domain/volunteer/commands.ts'
import { Duty, type VolunteerFactBody } from '#contracts/domain/volunteer/facts.ts'
import { dutySeconds, dutySecondsOf, nextDutyEnd, type Volunteer } from '#contracts/domain/volunteer/state.ts'
import { at, minutes, T0 } from '../scenario.ts'
import { activated, after, given, onDuty, registered, suspended, wayTo } from './given.ts'

const active = [registered, activated]
const to =
  (duty: Duty, declaredArea: string | null = null) =>
  (state: Volunteer) =>
    setDuty(state, { duty, declaredArea })
const wayToDuty: Record<Duty, ReturnType<typeof onDuty>[]> = {
  off: [],
  on: [onDuty('on')],
  paused: [onDuty('on'), onDuty('paused')],
}

describe('duty', () => {
  const pairs = Duty.options.flatMap((from) => Duty.options.map((next) => [from, next] as const))
  test.each(pairs)('from %s to %s', (from, next) => {
    const outcome = given(...active, ...wayToDuty[from]).when(to(next))
    if (from === next) outcome.thenFacts()
    else if (dutyMoves[from].some((move) => move === next))
      outcome.thenFacts(onDuty(next)).thenState({ duty: next })
    else outcome.thenRefused('illegal_move', { from, to: next })
  })

  test('off cannot be paused, everything else is a move', () => {
    expect(dutyMoves).toEqual({ off: ['on'], on: ['paused', 'off'], paused: ['on', 'off'] })
  })

  test('another declared area is news, the same is none', () => {
    given(...active, onDuty('on', 'A'))
      .when(to('on', 'B'))
      .thenFacts(onDuty('on', 'B'))
      .thenState({ declaredArea: 'B' })
    given(...active, onDuty('on', 'A'))
      .when(to('on', 'A'))
      .thenFacts()
  })

  test.each(['pending', 'suspended', 'withdrawn'] as const)('is refused to somebody %s', (standing) => {
    given(...wayTo[standing])
      .when(to('on'))
      .thenRefused('suspended', { standing })
    given(...wayTo[standing])
      .when(to('off'))
      .thenFacts()
  })
})

const hour = (count: number) => minutes(60 * count)

describe('duty until a moment', () => {
  const until = hour(6)
  const tonight = { duty: 'on', declaredArea: 'A', until } as const
  const night: VolunteerFactBody = { type: 'volunteer.duty_changed', data: tonight }

  test('is told with the duty, and told anew when it changes', () => {
    given(...active)
      .when((state) => setDuty(state, tonight))
      .thenFacts(night)
      .thenState({ duty: 'on', dutyUntil: until })
    given(...active, night)
      .when((state) => setDuty(state, tonight))
      .thenFacts()
    given(...active, night)
      .when(to('on', 'A'))
      .thenFacts(onDuty('on', 'A'))
      .thenState({ dutyUntil: null })
  })

  test('ends with it, not before, and nothing is left of the moment', () => {
    given(...active, night)
      .when((state) => endDuty(state, hour(5)))
      .thenFacts()
    given(...active, night)
      .when((state) => endDuty(state, until))
      .thenFacts(onDuty('off', 'A'))
      .thenState({ duty: 'off', dutyUntil: null })
    expect(nextDutyEnd(after(...active, night))).toBe(until)
    expect(nextDutyEnd(after(...active, night, suspended))).toBeNull()
    expect(nextDutyEnd(after(...active, onDuty('on')))).toBeNull()
  })
})

describe('seconds on duty in the last 24 hours', () => {
  test('count the span that is open', () => {
    const state = after(...active, at(T0, onDuty('on')))
    expect(dutySeconds(state, hour(2))).toBe(7200)
  })

  test('add up the spans, pauses left out; a new area does not begin anew', () => {
    const state = after(
      ...active,
      at(T0, onDuty('on')),
      at(hour(1), onDuty('on', 'B')),
      at(hour(2), onDuty('paused')),
      at(hour(3), onDuty('on')),
      at(hour(4), onDuty('off')),
    )
    expect(dutySeconds(state, hour(5))).toBe(3 * 3600)
  })

  test('forget what lies more than a day back', () => {
    const spans = [at(T0, onDuty('on')), at(hour(2), onDuty('off'))]
    expect(dutySeconds(after(...active, ...spans), hour(25))).toBe(3600)
    expect(dutySeconds(after(...active, ...spans), hour(27))).toBe(0)
    expect(after(...active, ...spans, at(hour(30), onDuty('on'))).dutySpans).toEqual([])
  })

  test('of two records of one person count once where they overlap', () => {
    const on = (from: number, to: number) =>
      after(...active, at(hour(from), onDuty('on')), at(hour(to), onDuty('off')))
    expect(dutySecondsOf([on(0, 6), on(6, 12)], hour(12))).toBe(12 * 3600)
    expect(dutySecondsOf([on(4, 6), on(0, 5), on(1, 2)], hour(12))).toBe(6 * 3600)
  })

  test('end with a suspension', () => {
    const state = after(...active, at(T0, onDuty('on')), at(hour(1), suspended))
    expect(dutySeconds(state, hour(9))).toBe(3600)
  })
})
