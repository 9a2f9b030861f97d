import { describe, expect, test } from 'vitest'
import { acknowledge, raiseSos } from '#contracts/domain/incident/commands/assignment.ts'
import type { Incident } from '#contracts/domain/incident/state.ts'
import { minutes } from '../scenario.ts'
import { exitBy } from './exits.ts'
import { given } from './given.ts'
import { bearer, dispatching, oneOut, progressed, stoodDown } from './story.ts'

const receipt =
  (what: 'confirmed' | 'stood_down', how: 'delivered' | 'read', partnerId = 'p1') =>
  (state: Incident) =>
    acknowledge(state, { ...bearer('v1'), partnerId }, { what, how })
const got = (what: 'confirmed' | 'stood_down', how: 'delivered' | 'read') =>
  ({
    type: 'assignment.acknowledged',
    data: { assignmentId: 'a1', volunteerId: 'v1', what, how },
  }) as const

describe('a receipt', () => {
  test.each([
    ['confirmed', [...oneOut(1)]],
    ['stood_down', [...oneOut(1), stoodDown('v1')]],
    ['stood_down', [...oneOut(1), exitBy('reassigned')]],
  ] as const)('of %s goes from delivered to read', (what, facts) => {
    given(...facts)
      .when(receipt(what, 'delivered'))
      .thenFacts(got(what, 'delivered'))
    given(...facts, got(what, 'delivered'))
      .when(receipt(what, 'read'))
      .thenFacts(got(what, 'read'))
      .thenState({
        assignments: [expect.objectContaining({ acks: expect.objectContaining({ [what]: 'read' }) })],
      })
  })

  test('may skip delivered, never moves back, and once is enough', () => {
    given(...oneOut(1))
      .when(receipt('confirmed', 'read'))
      .thenFacts(got('confirmed', 'read'))
    given(...oneOut(1), got('confirmed', 'read'))
      .when(receipt('confirmed', 'delivered'))
      .thenFacts()
    given(...oneOut(1), got('confirmed', 'delivered'))
      .when(receipt('confirmed', 'delivered'))
      .thenFacts()
  })

  test.each([
    ['still out', []],
    ['done', [progressed('v1', 'completed')]],
    ['home by himself', [exitBy('released')]],
  ] as const)('of a stand-down never sent is refused: he is %s', (_, facts) => {
    given(...oneOut(1), ...facts)
      .when(receipt('stood_down', 'read'))
      .thenRefused('illegal_move')
  })

  test('is refused for an assignment unknown or of another', () => {
    given(...dispatching())
      .when(receipt('confirmed', 'read'))
      .thenRefused('not_found')
    given(...oneOut(1))
      .when(receipt('confirmed', 'read', 'p2'))
      .thenRefused('not_yours')
  })
})

describe('"butuh bantuan"', () => {
  const point = { lat: -10.17, lng: 123.6 }
  const sos = (at: typeof point | null) =>
    ({ type: 'sos.raised', data: { assignmentId: 'a1', volunteerId: 'v1', point: at } }) as const
  const call = (state: Incident) => raiseSos(state, bearer('v1'), point)

  test('is an alarm that says where', () => {
    given(...oneOut(1))
      .when(call, minutes(7))
      .thenFacts(sos(point))
      .thenState({
        alarms: [
          expect.objectContaining({ id: 'sos:a1', what: 'sos', since: minutes(7), acknowledgedAt: null }),
        ],
        assignments: [expect.objectContaining({ sosAt: minutes(7), lastPoint: point })],
      })
  })

  test('without a point keeps the last one known', () => {
    given(...oneOut(1), sos(point))
      .when((state) => raiseSos(state, bearer('v1'), null))
      .thenFacts(sos(null))
      .thenState({ assignments: [expect.objectContaining({ lastPoint: point })] })
  })

  test('is heard again after somebody has seen it', () => {
    given(...oneOut(1), sos(point), { type: 'alarm.acknowledged', data: { alarm: 'sos:a1' } })
      .when(call)
      .thenState({ alarms: [expect.objectContaining({ id: 'sos:a1', acknowledgedAt: null })] })
  })

  test.each([
    ['the task is done', [progressed('v1', 'completed')]],
    [
      'he was called home and the incident is over',
      [stoodDown('v1'), { type: 'incident.cancelled', data: { reason: null } }],
    ],
  ] as const)('is heard though %s', (_, facts) => {
    given(...oneOut(1), ...facts)
      .when(call)
      .thenFacts(sos(point))
      .thenState({ alarms: [expect.objectContaining({ id: 'sos:a1' })] })
  })

  test('is refused for an assignment unknown or of another', () => {
    given(...dispatching())
      .when(call)
      .thenRefused('not_found')
    given(...oneOut(1))
      .when((state) => raiseSos(state, { ...bearer('v1'), volunteerId: 'v2' }, null))
      .thenRefused('not_yours')
  })
})
