import { describe, expect, test } from 'vitest'
import { setNeeds, suggestStandDown } from '#contracts/domain/incident/commands/needs.ts'
import type { Incident } from '#contracts/domain/incident/state.ts'
import { after, given } from './given.ts'
import {
  accepted,
  asking,
  dispatching,
  filled,
  need,
  needed,
  offered,
  progressed,
  responding,
  reported,
  stoodDown,
  verified,
  withdrawn,
} from './story.ts'

/** v1 on scene, v2 en route, v3 and v4 not yet moving, v4 farthest; n1 wants so many. */
const team = (quantity: number) => [
  ...dispatching(quantity),
  ...['v1', 'v2', 'v3', 'v4'].map((id, slot) => offered(id, { slot })),
  asking(),
  ...['v1', 'v2', 'v3', 'v4'].map((id, slot) => accepted(id, { slot, etaS: 100 * (slot + 1) })),
  responding,
  ...(quantity === 4 ? [filled()] : []),
  progressed('v1', 'on_scene'),
  progressed('v2', 'en_route'),
]
const lowerTo =
  (quantity: number, ...standDown: string[]) =>
  (state: Incident) =>
    setNeeds(state, { needs: [need('n1', quantity)], standDown })
const changedTo = (quantity: number) =>
  ({ type: 'need.changed', data: { needId: 'n1', vehicle: 'any', skill: null, quantity } }) as const

describe('lowering a need', () => {
  test('above the people bound to it calls nobody home and leaves the offers', () => {
    given(...team(6), offered('v5'))
      .when(lowerTo(5))
      .thenFacts(changedTo(5))
  })

  test('to exactly the people bound fills it and takes the surplus offers back', () => {
    given(...team(6), offered('v5'), offered('v6'))
      .when(lowerTo(4))
      .thenFacts(changedTo(4), withdrawn('v5', 'need_lowered'), withdrawn('v6', 'need_lowered'), filled())
      .thenState({ offers: [], needs: [expect.objectContaining({ quantity: 4, status: 'filled' })] })
  })

  test('to exactly the people bound calls nobody home, though somebody was named', () => {
    given(...team(6))
      .when(lowerTo(4, 'a1'))
      .thenFacts(changedTo(4), filled())
  })

  test('below them wants names, and suggests those not yet moving, the longest way first', () => {
    given(...team(4))
      .when(lowerTo(1))
      .thenRefused('confirm_stand_down', {
        needId: 'n1',
        suggested: ['a4', 'a3', 'a2'],
      })
  })

  test('below them stands those down who were named; a filled need stays filled', () => {
    given(...team(4))
      .when(lowerTo(2, 'a4', 'a3'))
      .thenFacts(changedTo(2), stoodDown('v3', 'need_lowered'), stoodDown('v4', 'need_lowered'))
      .thenState({ needs: [expect.objectContaining({ quantity: 2, status: 'filled' })] })
  })

  test('below them takes the open offers back too', () => {
    given(...team(5), offered('v5'))
      .when(lowerTo(3, 'a4'))
      .thenFacts(changedTo(3), withdrawn('v5', 'need_lowered'), stoodDown('v4', 'need_lowered'), filled())
  })

  test.each([
    ['too few', ['a4']],
    ['too many', ['a4', 'a3', 'a2']],
    ['people of nowhere', ['a8', 'a9']],
  ])('%s named is refused', (_, named) => {
    given(...team(4))
      .when(lowerTo(2, ...named))
      .thenRefused('confirm_stand_down', {
        needId: 'n1',
        suggested: ['a4', 'a3'],
      })
  })

  test('those who have finished stay: nobody is called home for them', () => {
    const done = ['v1', 'v2', 'v3'].map((id) => progressed(id, 'completed'))
    given(...team(4), ...done)
      .when(lowerTo(1, 'a4'))
      .thenFacts(changedTo(1), stoodDown('v4', 'need_lowered'))
    given(...team(4), ...done, progressed('v4', 'completed'))
      .when(lowerTo(1))
      .thenFacts(changedTo(1))
  })

  test('two needs at once share the list of names', () => {
    const both = [
      reported(),
      needed('n1', 2),
      needed('n2', 1),
      verified,
      ...dispatching().slice(3),
      offered('v1'),
      offered('v2', { needId: 'n2' }),
      asking('n1'),
      asking('n2'),
      accepted('v1'),
      accepted('v2', { needId: 'n2' }),
      responding,
      filled('n2'),
    ]
    given(...both)
      .when((state) => setNeeds(state, { needs: [need('n1', 1), need('n2', 3)], standDown: ['a2'] }))
      .thenTypes('need.changed', 'need.filled', 'need.changed', 'need.asking')
  })
})

test('a suggestion names no more than the surplus', () => {
  expect(suggestStandDown(after(...team(4)), 'n1', 1).map(({ id }) => id)).toEqual(['a4'])
  expect(suggestStandDown(after(...team(4)), 'n9', 1)).toEqual([])
})
