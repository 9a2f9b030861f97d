import { describe, expect, test } from 'vitest'
import {
  dutyLimitOf,
  limitDuty,
  mayServe,
  recordTraining,
  strikeTraining,
  trainingOf,
  type Demands,
} from '#contracts/domain/volunteer/fitness.ts'
import type { VolunteerFactBody } from '#contracts/domain/volunteer/facts.ts'
import type { TaskType } from '#contracts/domain/words.ts'
import { at, minutes, T0 } from '../scenario.ts'
import { activated, after, given, onDuty, registered, wayTo } from './given.ts'

const past = minutes(-1)
const future = minutes(60)
const insured = (insuredUntil: string | null): VolunteerFactBody => ({
  type: 'volunteer.updated',
  data: { insuredUntil },
})
const updated = (trainedUntil: string | null): VolunteerFactBody => ({
  type: 'volunteer.updated',
  data: { trainedUntil },
})
const trained = (course: 'dasar' | 'lanjutan', until: string | null): VolunteerFactBody => ({
  type: 'volunteer.trained',
  data: { course, until },
})
const limited = (dutyLimitS: number | null): VolunteerFactBody => ({
  type: 'volunteer.duty_limited',
  data: { dutyLimitS },
})
const both: Demands = { insurance: true, training: true }
const fitness = (facts: VolunteerFactBody[], task: TaskType | null = 'antar_bantuan', demands?: Demands) =>
  mayServe(after(registered, activated, ...facts), task, T0, demands)

describe('whether somebody may serve', () => {
  test.each(['pending', 'suspended', 'withdrawn'] as const)('%s: no', (standing) => {
    expect(mayServe(after(...wayTo[standing]), null, T0)).toBe('not_active')
  })

  test('what was never recorded stops him only where it is demanded', () => {
    expect(fitness([])).toBeNull()
    expect(fitness([], 'antar_bantuan', both)).toBe('no_insurance')
    expect(fitness([insured(future)], 'antar_bantuan', both)).toBe('no_training')
    expect(fitness([insured(future), trained('dasar', future)], 'antar_bantuan', both)).toBeNull()
  })

  test('what has expired stops him always, at the very moment', () => {
    expect(fitness([insured(past)])).toBe('insurance_expired')
    expect(fitness([insured(T0)])).toBe('insurance_expired')
    expect(fitness([insured(future)])).toBeNull()
    expect(fitness([trained('dasar', past)])).toBe('training_expired')
    expect(fitness([updated(past)])).toBe('training_expired')
    expect(fitness([trained('dasar', past), trained('dasar', future)])).toBeNull()
  })

  test.each<[TaskType, 'training_expired' | null]>([
    ['pantau', null],
    ['antar_bantuan', null],
    ['antar_personel', null],
    ['pandu_jalur', null],
    ['evakuasi_ringan', 'training_expired'],
    ['p3k', 'training_expired'],
  ])('an expired advanced training and %s: %s', (task, reason) => {
    expect(fitness([trained('dasar', future), trained('lanjutan', past)], task)).toBe(reason)
  })

  test('advanced training is demanded for people in need only, and need not expire', () => {
    const basic = [insured(future), trained('dasar', null)]
    expect(fitness(basic, 'pantau', both)).toBeNull()
    expect(fitness(basic, 'p3k', both)).toBe('no_training')
    expect(fitness([...basic, trained('lanjutan', null)], 'p3k', both)).toBeNull()
  })

  test('his own duty limit counts within 24 hours', () => {
    const state = after(registered, activated, limited(7200), at(T0, onDuty('on')))
    expect(mayServe(state, null, minutes(119))).toBeNull()
    expect(mayServe(state, null, minutes(120))).toBe('duty_limit')
    expect(mayServe({ ...state, dutyLimitS: null }, null, minutes(120))).toBeNull()
  })
})

describe('the record', () => {
  test('takes the newest training of each course', () => {
    given(registered, trained('dasar', past))
      .when((state) => recordTraining(state, { course: 'dasar', until: future }))
      .thenFacts(trained('dasar', future))
      .thenState({ trainings: [{ course: 'dasar', until: future }], trainedUntil: future })
    given(registered, trained('dasar', past))
      .when((state) => recordTraining(state, { course: 'lanjutan', until: null }))
      .thenState({ trainedUntil: past })
  })

  test.each<[string, VolunteerFactBody[], 'dasar' | 'lanjutan', { until: string | null } | null]>([
    ['nothing', [], 'dasar', null],
    ['a date alone, as it was edited', [updated(future)], 'dasar', { until: future }],
    ['a later date over the record', [trained('dasar', future), updated(past)], 'dasar', { until: past }],
    ['the date taken away', [trained('dasar', future), updated(null)], 'dasar', null],
    ['one without an end', [trained('dasar', null)], 'dasar', { until: null }],
    ['another course', [trained('dasar', future)], 'lanjutan', null],
    ['the advanced one', [trained('lanjutan', past), updated(future)], 'lanjutan', { until: past }],
  ])('tells the training that counts: %s', (_, facts, course, held) => {
    expect(trainingOf(after(registered, ...facts), course)).toEqual(held && { course, ...held })
  })

  test('strikes out what was recorded by mistake: it is as if it had never been', () => {
    const basic = { course: 'dasar', reason: 'txt_1' } as const
    for (const until of [future, null])
      given(registered, trained('dasar', until), trained('lanjutan', null))
        .when((state) => strikeTraining(state, basic, T0))
        .thenState({ trainings: [{ course: 'lanjutan', until: null }], trainedUntil: null })
    const struck = strikeTraining(
      after(registered, trained('lanjutan', past)),
      { course: 'lanjutan', reason: 'txt_1' },
      T0,
    )
    // A release that does not know of the reason takes it for one that is over.
    expect(struck).toEqual([
      { type: 'volunteer.trained', data: { course: 'lanjutan', until: T0, reason: 'txt_1' } },
    ])
    expect(fitness([trained('lanjutan', past)], 'p3k')).toBe('training_expired')
    expect(fitness([trained('lanjutan', past), ...struck], 'p3k')).toBeNull()
    given(registered, trained('dasar', null), ...struck)
      .when((state) => strikeTraining(state, { course: 'lanjutan', reason: 'txt_2' }, T0))
      .thenRefused('nothing_to_change')
  })

  test('takes a training again when its date was changed or taken away since', () => {
    for (const until of [past, null])
      given(registered, trained('dasar', future), updated(until))
        .when((state) => recordTraining(state, { course: 'dasar', until: future }))
        .thenFacts(trained('dasar', future))
        .thenState({ trainedUntil: future })
  })

  test('the lower of both limits on duty counts', () => {
    expect([dutyLimitOf(null, 36_000), dutyLimitOf(7200, 36_000), dutyLimitOf(72_000, 36_000)]).toEqual([
      36_000, 7200, 36_000,
    ])
  })

  test('refuses what is known, and anything about somebody who has left', () => {
    given(registered, trained('dasar', null))
      .when((state) => recordTraining(state, { course: 'dasar', until: null }))
      .thenRefused('nothing_to_change')
    given(registered)
      .when((state) => limitDuty(state, null))
      .thenRefused('nothing_to_change')
    given(registered)
      .when((state) => limitDuty(state, 3600))
      .thenFacts(limited(3600))
      .thenState({ dutyLimitS: 3600 })
    for (const command of [
      (state: Parameters<typeof limitDuty>[0]) => limitDuty(state, 3600),
      (state: Parameters<typeof limitDuty>[0]) => recordTraining(state, { course: 'dasar', until: null }),
    ])
      given(...wayTo.withdrawn)
        .when(command)
        .thenRefused('illegal_move', { from: 'withdrawn' })
  })
})
