import { describe, expect, test } from 'vitest'
import { finishCallback, planCallback, showPhone } from '#contracts/domain/incident/commands/caller.ts'
import { report } from '#contracts/domain/incident/commands/report.ts'
import { tick } from '#contracts/domain/incident/commands/tick.ts'
import { nextDueOf } from '#contracts/domain/incident/due.ts'
import type { IncidentFactBody } from '#contracts/domain/incident/facts.ts'
import type { Incident } from '#contracts/domain/incident/state.ts'
import { defaultSla } from '#contracts/domain/sla.ts'
import { at, minutes } from '../scenario.ts'
import { after, given, givenNothing } from './given.ts'
import {
  bearer,
  closed,
  controlled,
  duplicate,
  offered,
  oneOut,
  progressed,
  reportData,
  reported,
  stoodDown,
} from './story.ts'

const told = reported({ reporterId: 'rep_1' })
const planned = (minute: number): IncidentFactBody => ({
  type: 'callback.planned',
  data: { at: minutes(minute) },
})
const done: IncidentFactBody = { type: 'callback.done', data: { note: null } }
const finish = (state: Incident) => finishCallback(state, { note: null })
const plan = (state: Incident) => planCallback(state, { at: minutes(10) })
const why = { reason: 'koordinasi', textId: null, digest: null } as const

const show =
  (volunteerId: string | null, minute = 0) =>
  (state: Incident) =>
    showPhone(state, { ...why, volunteerId }, minutes(minute))

const receipt = (how: 'delivered' | 'read'): IncidentFactBody => ({
  type: 'assignment.acknowledged',
  data: { assignmentId: 'a1', volunteerId: 'v1', what: 'stood_down', how },
})

describe('calling back', () => {
  test('is promised with the report itself, to somebody who is known', () => {
    const input = { ...reportData, reporterId: 'rep_1' }
    givenNothing
      .when(() => report(null, input, minutes(10)))
      .thenFacts({ type: 'incident.reported', data: input }, planned(10))
    givenNothing.when(() => report(null, reportData, minutes(10))).thenRefused('no_reporter')
  })

  test('is promised later, or for another moment, while the incident is open', () => {
    given(told).when(plan).thenFacts(planned(10))
    given(told, planned(5)).when(plan).thenFacts(planned(10))
    given(told, planned(10)).when(plan).thenRefused('already_done')
    given(reported()).when(plan).thenRefused('no_reporter')
    given(...oneOut(1), controlled, closed)
      .when(plan)
      .thenRefused('closed_incident')
  })

  test('is done once, also after the end', () => {
    given(told, planned(5)).when(finish).thenFacts(done)
    given(told, planned(5), { type: 'incident.rejected', data: { reason: 'palsu', note: null } })
      .when(finish)
      .thenFacts(done)
    given(told, planned(5), done).when(finish).thenRefused('already_done')
    given(told).when(finish).thenRefused('already_done')
  })

  test('that nobody made is an alarm, which rests when he was called; a new promise can be missed anew', () => {
    const missed: IncidentFactBody = {
      type: 'deadline.missed',
      data: { what: 'callback', subject: 'inc_1', dueAt: minutes(2) },
    }
    expect(nextDueOf(after(told, planned(2)), defaultSla)).toBe(minutes(2))
    given(told, planned(2))
      .when((state) => tick(state, defaultSla, minutes(2)))
      .thenFacts(missed)
      .thenState({ alarms: [expect.objectContaining({ id: 'deadline:callback:inc_1' })] })
    expect(after(told, planned(2), missed, done).alarms).toEqual([])
    expect(nextDueOf(after(told, planned(2), missed, planned(4)), defaultSla)).toBe(minutes(4))
  })

  test.each([
    ['rejected', { type: 'incident.rejected', data: { reason: 'palsu', note: null } }],
    ['merged', duplicate],
    ['referred', { type: 'incident.referred', data: { to: 'damkar', note: null } }],
    ['cancelled', { type: 'incident.cancelled', data: { reason: null } }],
  ] as const)('is waited for also once it was %s, and its alarm stands until the call', (_, end) => {
    const facts = [told, planned(2), end]
    expect(nextDueOf(after(...facts), defaultSla)).toBe(minutes(2))
    const missed: IncidentFactBody = {
      type: 'deadline.missed',
      data: { what: 'callback', subject: 'inc_1', dueAt: minutes(2) },
    }
    const alarm = { id: 'deadline:callback:inc_1', what: 'deadline', detail: 'callback', since: minutes(3) }
    given(...facts)
      .when((state) => tick(state, defaultSla, minutes(3)), minutes(3))
      .thenFacts(missed)
      .thenState({ alarms: [expect.objectContaining(alarm)] })
    const late = after(...facts, at(minutes(3), missed))
    expect(nextDueOf(late, defaultSla)).toBeNull()
    expect(tick(late, defaultSla, minutes(90))).toEqual([])
    const seen = { type: 'alarm.acknowledged', data: { alarm: alarm.id } } as const
    expect(after(...facts, at(minutes(3), missed), seen).alarms).toHaveLength(1)
    expect(nextDueOf(after(...facts, at(minutes(3), missed), seen), defaultSla)).toBeNull()
    expect(after(...facts, at(minutes(3), missed), seen, done).alarms).toEqual([])
  })

  test('that was late before the end is an alarm anew after it, and files of every release fold as they did', () => {
    const missed: IncidentFactBody = {
      type: 'deadline.missed',
      data: { what: 'callback', subject: 'inc_1', dueAt: minutes(2) },
    }
    const facts = [told, planned(2), missed, { type: 'incident.cancelled', data: { reason: null } } as const]
    expect(after(...facts).alarms).toEqual([])
    given(...facts)
      .when((state) => tick(state, defaultSla, minutes(3)), minutes(3))
      .thenTypes('deadline.missed')
      .thenState({ alarms: [expect.objectContaining({ id: 'deadline:callback:inc_1', since: minutes(3) })] })
  })
})

describe('a number is shown', () => {
  test('of the reporter while it is open, a day longer, and while he waits for a call', () => {
    given(told)
      .when(show(null))
      .thenFacts({ type: 'phone.shown', data: { ...why, volunteerId: null } })
    given(reported()).when(show(null)).thenRefused('no_reporter')
    const rejected: IncidentFactBody = { type: 'incident.rejected', data: { reason: 'palsu', note: null } }
    given(told, rejected)
      .when(show(null, 23 * 60))
      .thenFacts({ type: 'phone.shown', data: { ...why, volunteerId: null } })
    given(told, rejected)
      .when(show(null, 25 * 60))
      .thenRefused('closed_incident')
    given(told, planned(9), rejected)
      .when(show(null, 25 * 60))
      .thenFacts({ type: 'phone.shown', data: { ...why, volunteerId: null } })
  })

  test('of a volunteer who takes part, and of nobody else', () => {
    const fact = { type: 'phone.shown', data: { ...why, volunteerId: 'v1' } } as const
    given(...oneOut(2), offered('v2', { slot: 1 }))
      .when(show('v2'))
      .thenFacts({ ...fact, data: { ...fact.data, volunteerId: 'v2' } })
    given(...oneOut(2))
      .when(show('v1'))
      .thenFacts(fact)
    given(...oneOut(2), progressed('v1', 'completed'))
      .when(show('v1'))
      .thenRefused('not_taking_part')
    given(...oneOut(2))
      .when(show('v9'))
      .thenRefused('not_taking_part')
  })

  const shown: IncidentFactBody = { type: 'phone.shown', data: { ...why, volunteerId: 'v1' } }
  const calledHome: [string, IncidentFactBody][] = [
    ['called home', stoodDown('v1')],
    ['replaced by somebody else', { type: 'assignment.reassigned', data: { ...bearer('v1'), to: 'a2' } }],
  ]

  test.each(calledHome)('of somebody %s until he is known to have read it', (_, fact) => {
    const home = [...oneOut(2), fact]
    given(...home)
      .when(show('v1'))
      .thenFacts(shown)
    given(...home, receipt('delivered'))
      .when(show('v1'))
      .thenFacts(shown)
    given(...home, receipt('read'))
      .when(show('v1'))
      .thenRefused('not_taking_part')
  })

  test('of nobody who was called home once the file is closed; after a cancellation for a day', () => {
    given(...oneOut(2), stoodDown('v1'), controlled)
      .when(show('v1'))
      .thenFacts(shown)
    given(...oneOut(2), stoodDown('v1'), controlled, closed)
      .when(show('v1'))
      .thenRefused('not_taking_part')
    const cancelled: IncidentFactBody = { type: 'incident.cancelled', data: { reason: null } }
    const over = [...oneOut(2), stoodDown('v1'), cancelled]
    given(...over)
      .when(show('v1', 23 * 60))
      .thenFacts(shown)
    given(...over)
      .when(show('v1', 25 * 60))
      .thenRefused('not_taking_part')
    given(...over, receipt('read'))
      .when(show('v1'))
      .thenRefused('not_taking_part')
  })

  test('of somebody who called for help after his task', () => {
    const sos: IncidentFactBody = {
      type: 'sos.raised',
      data: { assignmentId: 'a1', volunteerId: 'v1', point: null },
    }
    given(...oneOut(2), progressed('v1', 'completed'), sos)
      .when(show('v1'))
      .thenFacts(shown)
  })

  test.each(['released', 'failed'] as const)('of nobody who left by himself: %s', (how) => {
    const left: IncidentFactBody = {
      type: `assignment.${how}`,
      data: { ...bearer('v1'), needId: 'n1', note: null },
    }
    given(...oneOut(2), left)
      .when(show('v1'))
      .thenRefused('not_taking_part')
  })

  test('changes nothing of the incident but when it was looked at', () => {
    const before = after(...oneOut(1))
    expect(after(...oneOut(1), at(minutes(3), shown))).toEqual({ ...before, changedAt: minutes(3) })
  })
})
