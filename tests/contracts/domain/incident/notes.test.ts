import { describe, expect, test } from 'vitest'
import { acknowledgeAlarm, deliveryFailed, note, trc } from '#contracts/domain/incident/commands/notes.ts'
import { minutes, T0 } from '../scenario.ts'
import { given } from './given.ts'
import { bearer, dispatching, oneOut, reported, stalled, stoodDown, wayTo } from './story.ts'

describe('a note', () => {
  test.each(['note', 'message', 'evidence'] as const)('may be a %s', (about) => {
    const data = { textId: 'txt_8', digest: 'd8', about }
    given(reported())
      .when((state) => note(state, data), minutes(1))
      .thenFacts({ type: 'incident.noted', data })
      .thenState({ notes: [{ textId: 'txt_8', about, at: minutes(1) }] })
  })

  test('is possible after the end, and opens nothing', () => {
    given(...wayTo.closed)
      .when((state) => note(state, { textId: 'txt_8', digest: 'd8', about: 'note' }))
      .thenState({ status: 'closed', notes: [expect.anything()] })
  })
})

describe('the agency’s own team', () => {
  test('departs, then arrives, at the moments told', () => {
    given(reported())
      .when((state) => trc(state, { step: 'departed', at: minutes(2) }))
      .thenFacts({ type: 'trc.departed', data: { at: minutes(2) } })
      .thenState({ trc: { departedAt: minutes(2), arrivedAt: null } })
    given(reported(), { type: 'trc.departed', data: { at: minutes(2) } })
      .when((state) => trc(state, { step: 'arrived', at: minutes(12) }))
      .thenFacts({ type: 'trc.arrived', data: { at: minutes(12) } })
      .thenState({ trc: { departedAt: minutes(2), arrivedAt: minutes(12) } })
  })

  test('may arrive without anybody having told of its departure', () => {
    given(reported())
      .when((state) => trc(state, { step: 'arrived', at: minutes(12) }))
      .thenState({ trc: { departedAt: null, arrivedAt: minutes(12) } })
  })

  test('departs once and arrives once', () => {
    given(reported(), { type: 'trc.departed', data: { at: T0 } })
      .when((state) => trc(state, { step: 'departed', at: T0 }))
      .thenRefused('already_done')
    given(reported(), { type: 'trc.arrived', data: { at: T0 } })
      .when((state) => trc(state, { step: 'arrived', at: T0 }))
      .thenRefused('already_done')
  })

  test('is not for an incident that has ended', () => {
    given(...wayTo.closed)
      .when((state) => trc(state, { step: 'arrived', at: T0 }))
      .thenRefused('closed_incident')
  })
})

describe('a delivery that failed', () => {
  const { volunteerId, partnerId } = bearer('v1')
  const failed = (what: 'offer' | 'stand_down' | 'withdrawal', subject: string) => ({
    what,
    subject,
    volunteerId,
    partnerId,
  })

  test('of a stand-down is an alarm, also after the end', () => {
    given(...oneOut(1), stoodDown('v1'), { type: 'incident.cancelled', data: { reason: null } })
      .when((state) => deliveryFailed(state, failed('stand_down', 'a1')), minutes(1))
      .thenFacts({ type: 'delivery.failed', data: failed('stand_down', 'a1') })
      .thenState({
        alarms: [
          {
            id: 'undelivered:a1',
            what: 'undelivered',
            detail: 'stand_down',
            subject: 'a1',
            since: minutes(1),
            acknowledgedAt: null,
          },
        ],
      })
  })

  test.each(['offer', 'withdrawal'] as const)('of an %s is a fact, no alarm', (what) => {
    given(...oneOut(1))
      .when((state) => deliveryFailed(state, failed(what, 'o1')))
      .thenTypes('delivery.failed')
      .thenState({ alarms: [] })
  })
})

describe('acknowledging an alarm', () => {
  const seen = { alarm: 'stalled:n1' }
  test('tells when', () => {
    given(...dispatching(), stalled())
      .when((state) => acknowledgeAlarm(state, seen), minutes(3))
      .thenFacts({ type: 'alarm.acknowledged', data: seen })
      .thenState({ alarms: [expect.objectContaining({ id: 'stalled:n1', acknowledgedAt: minutes(3) })] })
  })

  test('happens once', () => {
    given(...dispatching(), stalled(), { type: 'alarm.acknowledged', data: seen })
      .when((state) => acknowledgeAlarm(state, seen))
      .thenRefused('already_done')
  })

  test('wants an alarm that stands', () => {
    given(...dispatching())
      .when((state) => acknowledgeAlarm(state, seen))
      .thenRefused('unknown_alarm')
  })
})
