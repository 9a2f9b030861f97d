import { describe, expect, test } from 'vitest'
import type { IncidentFactBody, IncidentFactOf } from '#contracts/domain/incident/facts.ts'
import { at, minutes } from '../scenario.ts'
import { after } from './given.ts'
import {
  asking,
  checkinAnswered,
  checkinRequested,
  controlled,
  dispatched,
  dispatching,
  filled,
  needed,
  oneOut,
  progressed,
  reported,
  stalled,
  stoodDown,
  verified,
  wayTo,
} from './story.ts'

const missed = (what: string, subject: string): IncidentFactBody => ({
  type: 'deadline.missed',
  data: { what, subject, dueAt: minutes(1) },
})
const undelivered: IncidentFactBody = {
  type: 'delivery.failed',
  data: { what: 'stand_down', subject: 'a1', volunteerId: 'v1', partnerId: 'p1' },
}
const receipt: IncidentFactOf<'assignment.acknowledged'> = {
  type: 'assignment.acknowledged',
  data: { assignmentId: 'a1', volunteerId: 'v1', what: 'stood_down', how: 'delivered' },
}
const sos: IncidentFactBody = {
  type: 'sos.raised',
  data: { assignmentId: 'a1', volunteerId: 'v1', point: null },
}
const cancelled: IncidentFactBody = { type: 'incident.cancelled', data: { reason: null } }
const lessSevere: IncidentFactBody = { type: 'incident.corrected', data: { severity: 'sedang' } }
const arrived: IncidentFactBody = { type: 'trc.arrived', data: { at: minutes(2) } }
const dropped: IncidentFactBody = { type: 'need.dropped', data: { needId: 'n1', reason: null } }
const silent = [...oneOut(1), progressed('v1', 'on_scene'), checkinRequested('v1')]
const read: IncidentFactBody = { ...receipt, data: { ...receipt.data, how: 'read' } }
const kritis = reported({ severity: 'kritis' })

const standing = (...facts: IncidentFactBody[]): string[] => after(...facts).alarms.map(({ id }) => id)

describe('an alarm stands until its cause has gone', () => {
  test.each<[string, IncidentFactBody[], IncidentFactBody[]]>([
    ['stalled', [...dispatching(), stalled()], [asking()]],
    ['stalled', [...dispatching(), stalled()], [filled()]],
    ['stalled', [...dispatching(), stalled()], [dropped]],
    ['stalled', [...dispatching(), stalled()], [controlled]],
    ['undelivered', [...oneOut(1), stoodDown('v1'), undelivered], [receipt]],
    ['deadline', [reported(), missed('verify', 'inc_1')], [verified]],
    ['deadline', [...wayTo.verified, missed('dispatch', 'inc_1')], [dispatched]],
    ['deadline', [...dispatching(), missed('accept', 'n1')], [filled()]],
    ['deadline', [...dispatching(), missed('accept', 'n1')], [controlled]],
    ['deadline', [...dispatching(), missed('accept', 'n1')], [dropped]],
    ['deadline', [...oneOut(1), missed('arrive', 'a1')], [progressed('v1', 'on_scene')]],
    ['deadline', [...oneOut(1), missed('arrive', 'a1')], [stoodDown('v1')]],
    ['deadline', [...silent, missed('checkin', 'a1')], [checkinAnswered('v1')]],
    ['deadline', [...silent, missed('checkin', 'a1')], [progressed('v1', 'completed')]],
    ['deadline', [...silent, missed('checkin', 'a1')], [stoodDown('v1'), read]],
    ['deadline', [kritis, missed('trc', 'inc_1')], [arrived]],
    ['deadline', [kritis, missed('trc', 'inc_1')], [lessSevere]],
    ['deadline', [kritis, verified, missed('trc', 'inc_1')], [controlled]],
    ['deadline', [...dispatching(), missed('accept', 'n1')], [cancelled]],
    ['stalled', [...dispatching(), stalled()], [cancelled]],
  ])('%s', (what, facts, cure) => {
    expect(after(...facts).alarms.map((alarm) => alarm.what)).toEqual([what])
    expect(standing(...facts, ...cure)).toEqual([])
  })

  test('being on the way is not an arrival', () => {
    expect(standing(...oneOut(1), missed('arrive', 'a1'), progressed('v1', 'en_route'))).toEqual([
      'deadline:arrive:a1',
    ])
  })

  test('calling somebody home who gave no sign of life is no sign of life', () => {
    expect(standing(...silent, missed('checkin', 'a1'), stoodDown('v1'), receipt)).toEqual([
      'deadline:checkin:a1',
    ])
  })

  test('a deadline that this release does not know stands until the end', () => {
    expect(standing(reported(), missed('tea', 'inc_1'), verified)).toEqual(['deadline:tea:inc_1'])
  })
})

test('a call for help never rests by itself', () => {
  expect(standing(...oneOut(1), sos, progressed('v1', 'completed'), controlled)).toEqual(['sos:a1'])
  expect(standing(...oneOut(1), stoodDown('v1'), sos, cancelled)).toEqual(['sos:a1'])
})

test('a call for help that somebody has seen rests when its incident has ended, and not before', () => {
  const seen = { type: 'alarm.acknowledged', data: { alarm: 'sos:a1' } } as const
  const out = [...oneOut(1), sos]
  const done = [progressed('v1', 'completed'), controlled, { type: 'incident.closed', data: { note: null } }]
  const ended = done as IncidentFactBody[]
  expect(standing(...out, seen, progressed('v1', 'completed'), controlled)).toEqual(['sos:a1'])
  expect(standing(...out, seen, ...ended)).toEqual([])
  expect(standing(...out, ...ended)).toEqual(['sos:a1'])
  expect(standing(...out, ...ended, seen)).toEqual([])
})

test('a stand-down that was received before the failed delivery is known raises nothing', () => {
  expect(standing(...oneOut(1), stoodDown('v1'), receipt, undelivered)).toEqual([])
})

test('the request for a look rests when anything happens, also when somebody has seen it', () => {
  const asks = at(minutes(60), missed('review', 'inc_1'))
  const seen = { type: 'alarm.acknowledged', data: { alarm: 'deadline:review:inc_1' } } as const
  expect(after(reported(), asks).alarms).toHaveLength(1)
  expect(after(reported(), asks, at(minutes(61), needed('n1', 1))).alarms).toEqual([])
  expect(after(reported(), asks, at(minutes(61), seen)).alarms).toEqual([])
})

test('an alarm raised again after it was seen stands unseen, once', () => {
  const seen = { type: 'alarm.acknowledged', data: { alarm: 'sos:a1' } } as const
  const alarms = after(...oneOut(1), sos, seen, at(minutes(9), sos)).alarms
  expect(alarms).toEqual([expect.objectContaining({ since: minutes(9), acknowledgedAt: null })])
})
