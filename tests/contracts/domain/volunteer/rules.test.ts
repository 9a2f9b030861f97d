import { describe, expect, test } from 'vitest'
import { defaultMatchPolicy } from '#contracts/domain/policy/defaults.ts'
import { rulesAgainst } from '#contracts/domain/volunteer/rules.ts'
import type { Volunteer } from '#contracts/domain/volunteer/state.ts'
import { minutes, T0 } from '../scenario.ts'
import { activated, after, onDuty, registered } from './given.ts'

const fit = after(registered, activated, onDuty('on'))
const against = (
  over: Partial<Volunteer> = {},
  policy = {},
  lastTaskAt: string | null = null,
  others: readonly Volunteer[] = [],
) => {
  const volunteer = { ...fit, ...over }
  const person = { records: [volunteer, ...others], lastTaskAt }
  return rulesAgainst(volunteer, 'antar_bantuan', T0, { ...defaultMatchPolicy, ...policy }, person)
}

const hours = (from: number, to: number) => ({ from: minutes(-60 * from), to: minutes(-60 * to) })

describe('the rules against sending somebody', () => {
  test('none for whoever a round would ask', () => {
    expect(against()).toEqual([])
    expect(against({ insuredUntil: minutes(1), trainedUntil: minutes(1) })).toEqual([])
  })

  test('every paper that lacks is named, not the first alone', () => {
    const expired = { insuredUntil: minutes(-1), trainedUntil: minutes(-1) }
    expect(against(expired)).toEqual(['insurance_expired', 'training_expired'])
    expect(against({}, { demands: { insurance: true, training: true } })).toEqual([
      'no_insurance',
      'no_training',
    ])
  })

  test('rest after a task, to the second, and as long as the policy says', () => {
    expect(against({}, {}, minutes(-14))).toEqual(['resting'])
    expect(against({}, {}, minutes(-15))).toEqual([])
    expect(against({}, { restS: 3_600 }, minutes(-15))).toEqual(['resting'])
  })

  test('the limit on duty counts what he did through another record, and an hour that two count once', () => {
    const own = { dutySince: null, dutySpans: [hours(6, 3)] }
    const other = { ...fit, dutySince: null, dutySpans: [hours(10, 4)] }
    const limit = { dutyLimitS: 7 * 3600 }
    expect(against(own, limit)).toEqual([])
    expect(against(own, limit, null, [other])).toEqual(['duty_limit'])
    expect(against(own, { dutyLimitS: 7 * 3600 + 1 }, null, [other])).toEqual([])
    expect(against(own, {}, null, [{ ...other, dutyLimitS: 6 * 3600 }])).toEqual(['duty_limit'])
  })

  test('the limit on duty: the agency’s, or his own where that is lower', () => {
    expect(against({}, { dutyLimitS: 0 })).toEqual(['duty_limit'])
    expect(against({ dutyLimitS: 0 })).toEqual(['duty_limit'])
    expect(against({ dutyLimitS: 100_000, insuredUntil: minutes(-1) }, { dutyLimitS: 0 })).toEqual([
      'insurance_expired',
      'duty_limit',
    ])
  })
})
