import { describe, expect, test } from 'vitest'
import { whyNotIncident, whyNotNeed, whyNotPerson } from '../../../worker/matching/filter.ts'
import { at, candidate, incident, need, north, NOW, POLICY } from './given.ts'

const nobodyAsked = new Set<string>()

describe('who may be asked at all', () => {
  test('an active volunteer on duty with a position', () => {
    expect(whyNotPerson(candidate('v1'), NOW, POLICY)).toBeNull()
  })

  test.each([
    ['not_active', { standing: 'pending' }],
    ['not_active', { standing: 'suspended' }],
    ['not_active', { standing: 'withdrawn' }],
    ['insurance_expired', { unfit: 'insurance_expired' }],
    ['training_expired', { unfit: 'training_expired', duty: 'off' }],
    ['no_insurance', { unfit: 'no_insurance' }],
    ['no_training', { unfit: 'no_training' }],
    ['duty_limit', { unfit: 'duty_limit' }],
    ['off_duty', { duty: 'off' }],
    ['paused', { duty: 'paused' }],
    ['claimed', { claimed: true }],
    ['resting', { restUntil: at(1) }],
    ['duty_limit', { dutyS: 36_000 }],
    ['budget_spent', { askedToday: 60 }],
    ['no_channel', { channelHealthy: false }],
    ['no_position', { position: null }],
    ['no_position', { position: north(NaN) }],
    ['no_position', { position: { ...north(0), lng: Infinity } }],
    ['no_position', { position: north(0, { uncertaintyM: NaN }) }],
    ['no_position', { position: north(0, { ageS: NaN }) }],
    ['implausible_position', { implausibility: 3 }],
    ['bad_record', { askedToday: NaN }],
    ['bad_record', { servedThisWeek: -1 }],
    ['bad_record', { dutyS: NaN }],
  ] as const)('%s: %j', (reason, over) => {
    expect(whyNotPerson(candidate('v1', over), NOW, POLICY)).toBe(reason)
  })

  test('a rest that is over, and a second below the duty limit, are no reasons', () => {
    expect(whyNotPerson(candidate('v1', { restUntil: NOW, dutyS: 35_999 }), NOW, POLICY)).toBeNull()
  })

  test('a passenger excludes only when the policy says never', () => {
    const driver = candidate('v1', { onTrip: true })
    expect(whyNotPerson(driver, NOW, POLICY)).toBeNull()
    expect(whyNotPerson(driver, NOW, { ...POLICY, onTrip: 'after_drop_off' })).toBeNull()
    expect(whyNotPerson(driver, NOW, { ...POLICY, onTrip: 'never' })).toBe('with_passenger')
  })

  test('the first reason in the order of the list counts', () => {
    const driver = candidate('v1', { standing: 'suspended', duty: 'off', position: null })
    expect(whyNotPerson(driver, NOW, POLICY)).toBe('not_active')
  })
})

describe('who may be asked for an incident', () => {
  test('no_place: the incident lies nowhere', () => {
    expect(whyNotIncident(candidate('v1'), incident('i1', { lat: NaN }), nobodyAsked)).toBe('no_place')
  })

  test('not_for_drills: a drill asks only those who may receive drills', () => {
    const drill = incident('i1', { drill: true })
    expect(whyNotIncident(candidate('v1'), drill, nobodyAsked)).toBe('not_for_drills')
    expect(whyNotIncident(candidate('v1', { sandbox: true }), drill, nobodyAsked)).toBeNull()
  })

  test('sandbox_only: the invented volunteers of a sandbox never go to a real incident', () => {
    const toy = candidate('v1', { sandbox: true })
    expect(whyNotIncident(toy, incident('i1'), nobodyAsked)).toBe('sandbox_only')
  })

  test('cooling_down: he refused another incident a moment ago; the same one may search again', () => {
    const person = candidate('v1', { refused: 'i1' })
    expect(whyNotIncident(person, incident('i2'), nobodyAsked)).toBe('cooling_down')
    expect(whyNotIncident(person, incident('i1'), nobodyAsked)).toBeNull()
  })

  test('already_asked: the person was asked in this search, through whichever record', () => {
    expect(whyNotIncident(candidate('v1'), incident('i1'), new Set(['person-v1']))).toBe('already_asked')
  })
})

describe('who may be asked for a need', () => {
  test('training_expired: his papers forbid this kind of task and no other', () => {
    const basic = candidate('v1', { unfit: null, unfitFor: { p3k: 'training_expired' } })
    expect(whyNotPerson(basic, NOW, POLICY)).toBeNull()
    expect(whyNotNeed(basic, need('n1', { taskType: 'p3k' }))).toBe('training_expired')
    expect(whyNotNeed(basic, need('n1', { taskType: 'pantau' }))).toBeNull()
  })

  test('wrong_vehicle: it asks for another one', () => {
    expect(whyNotNeed(candidate('v1'), need('n1', { vehicle: 'pickup' }))).toBe('wrong_vehicle')
    expect(whyNotNeed(candidate('v1'), need('n1', { vehicle: 'motorcycle' }))).toBeNull()
    expect(whyNotNeed(candidate('v1'), need('n1', { vehicle: 'any' }))).toBeNull()
  })

  test('no_skill: it asks for one he has not', () => {
    const swimming = need('n1', { skill: 'berenang' })
    expect(whyNotNeed(candidate('v1', { skills: ['radio'] }), swimming)).toBe('no_skill')
    expect(whyNotNeed(candidate('v1', { skills: ['radio', 'berenang'] }), swimming)).toBeNull()
  })
})
