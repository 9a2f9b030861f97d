import { describe, expect, test } from 'vitest'
import { duesOf, nextDueOf } from '#contracts/domain/incident/due.ts'
import { hasTeamOut } from '#contracts/domain/incident/read.ts'
import type { IncidentFactBody } from '#contracts/domain/incident/facts.ts'
import { incidentStatuses } from '#contracts/domain/incident/words.ts'
import { hasEnded } from '#contracts/domain/incident/moves.ts'
import { defaultSla } from '#contracts/domain/sla.ts'
import type { Happened } from '#contracts/domain/fact.ts'
import { at, minutes } from '../scenario.ts'
import { after } from './given.ts'
import {
  asking,
  checkinAnswered,
  checkinRequested,
  controlled,
  dispatching,
  needed,
  offered,
  oneOut,
  progressed,
  reported,
  stoodDown,
  wayTo,
} from './story.ts'

type Told = IncidentFactBody | Happened<IncidentFactBody>
/** `what:subject` with the minute it is due. */
const dues = (...facts: Told[]): Record<string, string> =>
  Object.fromEntries(duesOf(after(...facts), defaultSla).map((due) => [`${due.what}:${due.subject}`, due.at]))

describe('what an incident waits for', () => {
  test('a report: its verification', () => {
    expect(dues(reported())).toEqual({ 'verify:inc_1': minutes(5), 'review:inc_1': minutes(60) })
  })

  test('a verified one: the first offers', () => {
    expect(dues(...wayTo.verified)).toEqual({ 'dispatch:inc_1': minutes(1), 'review:inc_1': minutes(60) })
  })

  test('an asking one: the wave, the answers, and somebody for each need', () => {
    expect(dues(...dispatching(1), needed('n2', 1), offered('v1'), asking())).toEqual({
      'accept:n1': minutes(4),
      'accept:n2': minutes(4),
      'wave:inc_1': minutes(0),
      'expiry:o1': minutes(3),
      'review:inc_1': minutes(60),
    })
  })

  test('a need added later has its own time', () => {
    expect(dues(...dispatching(1), at(minutes(30), needed('n2', 1)))).toMatchObject({
      'accept:n1': minutes(4),
      'accept:n2': minutes(34),
    })
  })

  test('people out: their arrival, sooner when it is critical; a filled need waits for nobody', () => {
    expect(dues(...oneOut(1))).toEqual({ 'arrive:a1': minutes(30), 'review:inc_1': minutes(60) })
    expect(dues(reported({ severity: 'kritis' }), ...oneOut(1).slice(1))).toEqual({
      'arrive:a1': minutes(15),
      'trc:inc_1': minutes(60),
      'review:inc_1': minutes(60),
    })
  })

  test('those who are there or home are not waited for', () => {
    expect(dues(...oneOut(1), progressed('v1', 'on_scene'))).toEqual({ 'review:inc_1': minutes(60) })
    expect(dues(...oneOut(1), controlled, stoodDown('v1'))).toEqual({ 'review:inc_1': minutes(60) })
  })

  test('under control nobody is asked and the own team is not waited for', () => {
    expect(dues(reported({ severity: 'kritis' }), ...dispatching(1).slice(1), controlled)).toEqual({
      'review:inc_1': minutes(60),
    })
  })

  test('a look, an hour after whatever happened last', () => {
    const late = at(minutes(25), { type: 'trc.departed', data: { at: minutes(20) } } as const)
    expect(dues(...wayTo.controlled, late)).toEqual({ 'review:inc_1': minutes(85) })
  })

  test('those asked for a sign of life: their answer, also after they were called home', () => {
    const asked = at(minutes(20), checkinRequested('v1'))
    const arrived = progressed('v1', 'on_scene')
    expect(dues(...oneOut(1), arrived, asked)).toMatchObject({ 'checkin:a1': minutes(25) })
    expect(dues(...oneOut(1), arrived, asked, stoodDown('v1'))).toMatchObject({ 'checkin:a1': minutes(25) })
    for (const sign of [checkinAnswered('v1'), progressed('v1', 'completed')])
      expect(dues(...oneOut(1), arrived, asked, sign)).not.toHaveProperty('checkin:a1')
  })

  test('deadlines missed once are not waited for again', () => {
    const missed = {
      type: 'deadline.missed',
      data: { what: 'verify', subject: 'inc_1', dueAt: minutes(5) },
    } as const
    expect(dues(reported(), missed)).toEqual({ 'review:inc_1': minutes(60) })
  })
})

test.each(incidentStatuses)('%s: open means a next due, ended means none', (status) => {
  expect(nextDueOf(after(...wayTo[status]), defaultSla) === null).toBe(hasEnded(status))
})

test('the next due is the earliest', () => {
  expect(nextDueOf(after(...dispatching(1), offered('v1'), asking()), defaultSla)).toBe(minutes(0))
  expect(nextDueOf(after(reported()), { ...defaultSla, verifyS: 60 })).toBe(minutes(1))
})

test('somebody is out until he has finished or left', () => {
  expect(hasTeamOut(after(...oneOut(1)))).toBe(true)
  expect(hasTeamOut(after(...oneOut(1), progressed('v1', 'completed')))).toBe(false)
  expect(hasTeamOut(after(...dispatching(1), offered('v1')))).toBe(false)
})
