import { describe, expect, test } from 'vitest'
import { remediesFor } from '../../../worker/matching/explain.ts'
import { tally } from '../../../worker/matching/reasons.ts'

describe('what would help a stalled need', () => {
  test('it can always be handed over or dropped', () => {
    expect(remediesFor({})).toEqual(['hand_over', 'drop'])
  })

  test.each([
    ['ask_again', { already_asked: 2 }],
    ['widen', { outside_ring: 1 }],
    ['call_by_hand', { too_far: 1 }],
    ['call_by_hand', { too_costly: 1 }],
    ['change_vehicle', { wrong_vehicle: 1 }],
    ['check_zones', { across_zone: 1 }],
    ['call_by_hand', { paused: 1 }],
    ['call_by_hand', { implausible_position: 1 }],
    ['renew_papers', { insurance_expired: 1 }],
    ['renew_papers', { no_training: 2 }],
    ['call_by_hand', { asked_elsewhere: 1 }],
  ] as const)('%s, because of %j', (remedy, reasons) => {
    expect(remediesFor(reasons)).toEqual([remedy, 'hand_over', 'drop'])
  })

  test('a search in the last ring cannot be widened', () => {
    expect(remediesFor({ outside_ring: 1 }, true)).toEqual(['hand_over', 'drop'])
  })

  test('a suspended volunteer is no remedy', () => {
    expect(remediesFor({ not_active: 9 })).toEqual(['hand_over', 'drop'])
  })
})

describe('a tally', () => {
  test('adds to the one before, in the order of the list, without zeros', () => {
    expect(
      Object.entries(tally(['wrong_vehicle', 'paused', 'wrong_vehicle'], { paused: 1, claimed: 4 })),
    ).toEqual([
      ['paused', 2],
      ['claimed', 4],
      ['wrong_vehicle', 2],
    ])
  })
})
