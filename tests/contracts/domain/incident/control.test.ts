import { describe, expect, test } from 'vitest'
import { close, control, resume } from '#contracts/domain/incident/commands/finish.ts'
import { openWave } from '#contracts/domain/incident/commands/wave.ts'
import { at, minutes } from '../scenario.ts'
import { waveTo } from './asks.ts'
import { after, given } from './given.ts'
import {
  asking,
  closed,
  controlled,
  declined,
  dispatching,
  offered,
  oneOut,
  progressed,
  reported,
  stalled,
  verified,
  wayTo,
  withdrawn,
} from './story.ts'

const note = { note: null }
const resumed = { type: 'incident.resumed', data: { note: null } } as const

describe('under control', () => {
  test('nobody else is asked, those at work finish', () => {
    given(...oneOut(2), offered('v2'))
      .when((state) => control(state, note), minutes(40))
      .thenFacts(withdrawn('v2', 'stand_down'), controlled)
      .thenState({
        status: 'controlled',
        controlledAt: minutes(40),
        offers: [],
        nextWaveAt: null,
        assignments: [expect.objectContaining({ state: 'accepted' })],
      })
  })

  test('the alarm of a stalled need rests', () => {
    given(...dispatching(), stalled())
      .when((state) => control(state, note))
      .thenState({ alarms: [] })
  })
})

describe('flaring up again', () => {
  test('asks at once, also those whose offers were taken back; who said no is asked in a new search', () => {
    given(...oneOut(2), controlled)
      .when((state) => resume(state, note), minutes(90))
      .thenFacts(resumed)
      .thenState({ status: 'responding', controlledAt: null, nextWaveAt: minutes(90) })
    const asked = [offered('v2'), offered('v3'), declined('v2'), withdrawn('v3', 'stand_down')]
    const state = after(...oneOut(2), ...asked, controlled, at(minutes(90), resumed))
    expect(openWave(state, waveTo('v3')).map(({ type }) => type)).toContain('offer.created')
    expect(() => openWave(state, waveTo('v2'))).toThrow('already_asked')
  })

  test('stalled needs ask anew, and the deadline of their acceptance starts again', () => {
    const late = {
      type: 'deadline.missed',
      data: { what: 'accept', subject: 'n1', dueAt: minutes(4) },
    } as const
    given(...dispatching(), late, stalled(), controlled)
      .when((state) => resume(state, note), minutes(90))
      .thenFacts(resumed, asking())
      .thenState({
        missed: [],
        needs: [expect.objectContaining({ status: 'asking', openSince: minutes(90) })],
      })
  })

  test('an incident that never asked starts to ask', () => {
    given(reported(), verified, controlled)
      .when((state) => resume(state, note), minutes(90))
      .thenState({ status: 'responding', dispatchedAt: minutes(90), respondingAt: minutes(90) })
  })

  test('is refused unless it was under control', () => {
    given(...wayTo.dispatching)
      .when((state) => resume(state, note))
      .thenRefused('illegal_move')
    given(...wayTo.closed)
      .when((state) => resume(state, note))
      .thenRefused('closed_incident')
  })
})

describe('closing', () => {
  test('is the end', () => {
    given(...wayTo.controlled)
      .when((state) => close(state, note), minutes(99))
      .thenFacts(closed)
      .thenState({ status: 'closed', endedAt: minutes(99), statusBefore: 'controlled' })
  })

  test('waits until nobody is out', () => {
    given(...oneOut(2), controlled)
      .when((state) => close(state, note))
      .thenRefused('team_out')
    given(...oneOut(2), controlled, progressed('v1', 'completed'))
      .when((state) => close(state, note))
      .thenFacts(closed)
  })

  test('wants the incident under control, and happens once', () => {
    given(...wayTo.responding)
      .when((state) => close(state, note))
      .thenRefused('illegal_move', { from: 'responding', to: 'closed' })
    given(...wayTo.closed)
      .when((state) => close(state, note))
      .thenRefused('closed_incident')
  })
})
