import { describe, expect, test } from 'vitest'
import { setNeeds, type NeedInput } from '#contracts/domain/incident/commands/needs.ts'
import type { Incident } from '#contracts/domain/incident/state.ts'
import { minutes } from '../scenario.ts'
import { given } from './given.ts'
import {
  asking,
  controlled,
  dispatching,
  need,
  needed,
  offered,
  oneOut,
  reported,
  stalled,
  wayTo,
  withdrawn,
} from './story.ts'

const set =
  (...needs: NeedInput[]) =>
  (state: Incident) =>
    setNeeds(state, { needs, standDown: [] })
const changed = (quantity: number, over: Partial<NeedInput> = {}) => {
  const { task: _, ...data } = need('n1', quantity, over)
  return { type: 'need.changed', data } as const
}

describe('setting needs', () => {
  test('adds them, open', () => {
    given(reported())
      .when(set(need('n1', 2), need('n2', 1, { task: 'p3k', vehicle: 'car', skill: 'p3k' })))
      .thenFacts(needed('n1', 2), needed('n2', 1, { task: 'p3k', vehicle: 'car', skill: 'p3k' }))
      .thenState({ needs: [expect.objectContaining({ id: 'n1', status: 'open' }), expect.anything()] })
  })

  test('those not named stay', () => {
    given(...dispatching(2))
      .when(set(need('n2', 1)))
      .thenFacts(needed('n2', 1))
  })

  test('a new need of an asking incident is asked for at once', () => {
    given(...dispatching(2))
      .when(set(need('n2', 1)), minutes(30))
      .thenState({ nextWaveAt: minutes(30) })
  })

  test('raising an asking need keeps it asking', () => {
    given(...dispatching(1), offered('v1'), asking())
      .when(set(need('n1', 3)))
      .thenFacts(changed(3))
  })

  test('raising a filled need makes it ask again', () => {
    given(...oneOut(1))
      .when(set(need('n1', 2)), minutes(20))
      .thenFacts(changed(2), asking())
      .thenState({ needs: [expect.objectContaining({ status: 'asking', openSince: minutes(20) })] })
  })

  test('raising a filled need of a controlled incident says that it lacks people, but nobody is asked', () => {
    given(...oneOut(1), controlled)
      .when(set(need('n1', 2)))
      .thenFacts(changed(2), asking())
      .thenState({ nextWaveAt: null })
  })

  test('changing a stalled need makes it ask again, and the alarm rests', () => {
    given(...dispatching(2), stalled())
      .when(set(need('n1', 2, { vehicle: 'car' })))
      .thenFacts(changed(2, { vehicle: 'car' }), asking())
      .thenState({ alarms: [], nextWaveAt: expect.any(String) })
  })

  test('another vehicle or skill takes back the offers made on the old terms', () => {
    given(...dispatching(2), offered('v1'), asking())
      .when(set(need('n1', 2, { vehicle: 'car' })))
      .thenFacts(changed(2, { vehicle: 'car' }), withdrawn('v1', 'replanned'))
    given(...dispatching(2), offered('v1'), asking())
      .when(set(need('n1', 2, { skill: 'p3k' })))
      .thenFacts(changed(2, { skill: 'p3k' }), withdrawn('v1', 'replanned'))
  })

  test('any vehicle and no skill suit everybody who was asked', () => {
    given(
      reported(),
      needed('n1', 1, { vehicle: 'car', skill: 'p3k' }),
      ...dispatching().slice(2),
      offered('v1'),
    )
      .when(set(need('n1', 1)))
      .thenFacts(changed(1))
  })

  test('a filled need with other terms stays filled', () => {
    given(...oneOut(1))
      .when(set(need('n1', 1, { vehicle: 'car' })))
      .thenFacts(changed(1, { vehicle: 'car' }))
  })

  test('the last word counts when a need is named twice', () => {
    given(reported())
      .when(set(need('n1', 2), need('n1', 3)))
      .thenFacts(needed('n1', 3))
  })
})

describe('setting needs is refused', () => {
  test('when nothing is different', () => {
    given(...dispatching(2))
      .when(set(need('n1', 2)))
      .thenRefused('nothing_to_change')
    given(...dispatching(2))
      .when(set())
      .thenRefused('nothing_to_change')
  })

  test('beyond 200 slots, counting those that stay', () => {
    given(...dispatching(50))
      .when(set(need('n2', 150)))
      .thenTypes('need.added')
    given(...dispatching(50))
      .when(set(need('n2', 151)))
      .thenRefused('too_many_slots', { slots: 201, limit: 200 })
    given(...dispatching(50))
      .when(set(need('n1', 200)))
      .thenTypes('need.changed')
  })

  test('for a need that was dropped after people were asked for it', () => {
    const dropped = { type: 'need.dropped', data: { needId: 'n1', reason: null } } as const
    given(...dispatching(1), offered('v1'), withdrawn('v1', 'need_dropped'), dropped)
      .when(set(need('n1', 1)))
      .thenRefused('unknown_need', { needId: 'n1' })
    given(...dispatching(1), dropped)
      .when(set(need('n1', 1)))
      .thenTypes('need.added')
  })

  test('after the end', () => {
    given(...wayTo.cancelled)
      .when(set(need('n1', 1)))
      .thenRefused('closed_incident')
  })
})
