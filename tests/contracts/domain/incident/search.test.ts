import { describe, expect, test } from 'vitest'
import { askAgain, dispatch, widen } from '#contracts/domain/incident/commands/search.ts'
import { minutes } from '../scenario.ts'
import { given } from './given.ts'
import {
  asking,
  declined,
  dispatched,
  dispatching,
  needed,
  offered,
  oneOut,
  reported,
  stalled,
  verified,
  wayTo,
} from './story.ts'

const repeated = { type: 'search.repeated', data: { search: 2 } } as const
const widened = { type: 'search.widened', data: { ring: 1 } } as const

describe('dispatching', () => {
  test('starts the asking: the first wave is due at once, the deadline of an acceptance counts from now', () => {
    given(reported(), needed('n1', 1), verified)
      .when(dispatch, minutes(4))
      .thenFacts(dispatched)
      .thenState({
        status: 'dispatching',
        dispatchedAt: minutes(4),
        nextWaveAt: minutes(4),
        needs: [expect.objectContaining({ status: 'open', openSince: minutes(4) })],
      })
  })

  test('wants needs', () => {
    given(reported(), verified).when(dispatch).thenRefused('no_needs')
  })

  test('wants a verified report', () => {
    given(reported(), needed('n1', 1)).when(dispatch).thenRefused('illegal_move')
  })

  test('does not bring a duplicate back', () => {
    given(...wayTo.duplicate)
      .when(dispatch)
      .thenRefused('closed_incident')
  })
})

describe('asking again', () => {
  test('opens a new search in the nearest ring', () => {
    given(...dispatching(), widened, declined('v1'))
      .when(askAgain, minutes(2))
      .thenFacts(repeated)
      .thenState({ search: 2, ring: 0, nextWaveAt: minutes(2) })
  })

  test('leaves the open offers open', () => {
    given(...dispatching(), offered('v1'), asking())
      .when(askAgain)
      .thenState({ offers: [expect.objectContaining({ id: 'o1' })] })
  })

  test('lets stalled needs ask, so that the alarm rests and can rise again', () => {
    given(...dispatching(), stalled())
      .when(askAgain)
      .thenFacts(repeated, asking())
      .thenState({ alarms: [] })
  })
})

describe('widening', () => {
  test('opens the next ring at once', () => {
    given(...dispatching())
      .when((state) => widen(state, 3), minutes(2))
      .thenFacts(widened)
      .thenState({ ring: 1, nextWaveAt: minutes(2) })
  })

  test('lets stalled needs ask', () => {
    given(...dispatching(), stalled())
      .when((state) => widen(state, 3))
      .thenFacts(widened, asking())
  })

  test('ends at the last ring', () => {
    given(...dispatching(), widened)
      .when((state) => widen(state, 1))
      .thenRefused('nothing_to_change', { ring: 1 })
  })
})

describe.each([
  ['asking again', askAgain],
  ['widening', (state: Parameters<typeof widen>[0]) => widen(state, 3)],
] as const)('%s is refused', (_, command) => {
  test('when nobody is missing', () => {
    given(...oneOut(1))
      .when(command)
      .thenRefused('need_filled')
  })

  test('when all needs were dropped', () => {
    given(reported(), verified, dispatched).when(command).thenRefused('need_filled')
  })

  test('while the incident does not ask', () => {
    given(...wayTo.controlled)
      .when(command)
      .thenRefused('illegal_move')
    given(...wayTo.closed)
      .when(command)
      .thenRefused('closed_incident')
  })
})
