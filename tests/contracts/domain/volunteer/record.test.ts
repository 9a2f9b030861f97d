import { describe, expect, test } from 'vitest'
import {
  acknowledgeVolunteerSos,
  raiseVolunteerSos,
  register,
  update,
} from '#contracts/domain/volunteer/commands.ts'
import type { VolunteerFact } from '#contracts/domain/volunteer/facts.ts'
import { evolveVolunteer } from '#contracts/domain/volunteer/state.ts'
import { minutes, T0 } from '../scenario.ts'
import {
  activated,
  after,
  birth,
  fold,
  given,
  givenNothing,
  registered,
  registration,
  wayTo,
} from './given.ts'

describe('registering', () => {
  test('makes a volunteer: pending, off duty', () => {
    givenNothing.when(() => register(null, registration)).thenFacts(registered)
    expect(after(registered)).toMatchObject({
      ...birth,
      ...registration,
      standing: 'pending',
      duty: 'off',
      declaredArea: null,
      registeredAt: T0,
      sosAt: null,
    })
  })

  test('happens once', () => {
    given(registered)
      .when((state) => register(state, registration))
      .thenRefused('already_registered')
  })
})

describe('updating', () => {
  test('tells only what is different', () => {
    const data: Parameters<typeof update>[1] = {
      vehicle: 'motorcycle',
      skills: ['p3k', 'radio'],
      trainedUntil: minutes(99),
      insuredUntil: null,
    }
    given(registered)
      .when((state) => update(state, data, false), minutes(1))
      .thenFacts({ type: 'volunteer.updated', data: { skills: ['p3k', 'radio'], trainedUntil: minutes(99) } })
      .thenState({ skills: ['p3k', 'radio'], trainedUntil: minutes(99), changedAt: minutes(1) })
  })

  test('a change of his texts alone is news too', () => {
    given(registered)
      .when((state) => update(state, { personChanged: true }, true))
      .thenFacts({ type: 'volunteer.updated', data: { personChanged: true } })
      .thenState({ personKey: 'key-17' })
  })

  test.each<[string, Parameters<typeof update>[1]]>([
    ['nothing', {}],
    ['the same', { vehicle: 'motorcycle', skills: ['p3k'], personChanged: false }],
    ['a field left out', { vehicle: undefined }],
  ])('%s is no change', (_, change) => {
    given(registered)
      .when((state) => update(state, change, false))
      .thenRefused('nothing_to_change')
  })

  test('he may not become another person while he is bound', () => {
    given(registered)
      .when((state) => update(state, { personKey: 'key-18' }, true))
      .thenRefused('person_busy')
    given(registered)
      .when((state) => update(state, { personKey: 'key-18' }, false))
      .thenState({ personKey: 'key-18' })
    given(registered)
      .when((state) => update(state, { personKey: 'key-17', vehicle: 'car' }, true))
      .thenState({ vehicle: 'car' })
  })

  test('is refused to somebody withdrawn', () => {
    given(...wayTo.withdrawn)
      .when((state) => update(state, { vehicle: 'car' }, false))
      .thenRefused('illegal_move', { from: 'withdrawn' })
  })
})

describe('a call for help outside a task', () => {
  const point = { lat: -10.17, lng: 123.6 }
  const called = { type: 'volunteer.sos', data: { point } } as const

  test('is always heard, and stands until somebody has seen it', () => {
    given(...wayTo.suspended)
      .when((state) => raiseVolunteerSos(state, { point }), minutes(2))
      .thenFacts(called)
      .thenState({ sosAt: minutes(2) })
    given(registered, called)
      .when(acknowledgeVolunteerSos)
      .thenFacts({ type: 'volunteer.sos_acknowledged', data: {} })
      .thenState({ sosAt: null })
  })

  test('keeps his words and his place, also when somebody has seen it; an older release took no words', () => {
    const words = { textId: 'txt_1', digest: 'd1' }
    const sos = { at: minutes(2), point: { ...point, at: minutes(2) }, textId: 'txt_1' }
    given(registered)
      .when((state) => raiseVolunteerSos(state, { point, ...words }), minutes(2))
      .thenFacts({ type: 'volunteer.sos', data: { point, ...words } })
      .thenState({ sosAt: minutes(2), sos })
    const told = { type: 'volunteer.sos', data: { point, ...words } } as const
    given(registered, told)
      .when(acknowledgeVolunteerSos)
      .thenState({ sosAt: null, sos: expect.objectContaining({ textId: 'txt_1' }) })
    given(registered)
      .when((state) => raiseVolunteerSos(state, { point }), minutes(2))
      .thenState({ sos: { ...sos, textId: null } })
  })

  test('who calls again with fewer words takes nothing back', () => {
    const told = { type: 'volunteer.sos', data: { point, textId: 'txt_1', digest: 'd1' } } as const
    given(registered, told)
      .when((state) => raiseVolunteerSos(state, { point: null }), minutes(3))
      .thenState({
        sosAt: minutes(3),
        sos: { at: minutes(3), point: { ...point, at: T0 }, textId: 'txt_1' },
      })
  })

  test('without a call there is nothing to see', () => {
    given(registered).when(acknowledgeVolunteerSos).thenRefused('unknown_alarm')
  })
})

describe('folding', () => {
  test('facts before the birth bring nothing to life', () => expect(fold([activated])).toBeNull())

  test('a fact of a newer release changes nothing', () => {
    const state = after(registered)
    const newer: VolunteerFact = JSON.parse(
      '{"type":"volunteer.praised","data":{},"at":"2027-01-01T00:00:00.000Z"}',
    )
    expect(evolveVolunteer(state, newer, birth)).toBe(state)
    expect(evolveVolunteer(null, newer, birth)).toBeNull()
  })
})
