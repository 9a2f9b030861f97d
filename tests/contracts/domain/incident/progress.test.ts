import { describe, expect, test } from 'vitest'
import { progress } from '#contracts/domain/incident/commands/assignment.ts'
import type { Incident } from '#contracts/domain/incident/state.ts'
import { assignmentExits, assignmentStates, type AssignmentStep } from '#contracts/domain/incident/words.ts'
import { minutes } from '../scenario.ts'
import { given } from './given.ts'
import { bearer, oneOut, progressed, stoodDown, wayTo } from './story.ts'
import { exitBy } from './exits.ts'

const step =
  (state: AssignmentStep, over: Partial<ReturnType<typeof bearer>> = {}) =>
  (incident: Incident) =>
    progress(incident, { ...bearer('v1'), ...over }, { state, at: minutes(5), point: null })

describe('a step', () => {
  const forward = assignmentStates.flatMap((from, index) =>
    assignmentStates.slice(index + 1).map((to) => [from, to] as const),
  )
  test.each(forward)('forward from %s to %s is legal', (from, to) => {
    given(...oneOut(1), ...(from === 'accepted' ? [] : [progressed('v1', from)]))
      .when(step(to))
      .thenFacts(progressed('v1', to))
      .thenState({ assignments: [expect.objectContaining({ state: to })] })
  })

  const behind = assignmentStates.flatMap((from, index) =>
    assignmentStates.slice(0, index + 1).map((to) => [from, to] as const),
  )
  test.each(behind)('from %s to %s lies behind: nothing happens', (from, to) => {
    given(...oneOut(1), ...(from === 'accepted' ? [] : [progressed('v1', from)]))
      .when(step(to))
      .thenFacts()
  })

  test('keeps the moment the volunteer told and where he was', () => {
    const point = { lat: -10.17, lng: 123.6 }
    const at = minutes(4)
    given(...oneOut(1))
      .when((state) => progress(state, bearer('v1'), { state: 'on_scene', at, point }), minutes(6))
      .thenState({
        changedAt: minutes(6),
        assignments: [
          expect.objectContaining({ lastPoint: point, times: expect.objectContaining({ on_scene: at }) }),
        ],
      })
  })

  test('completed keeps the slot', () => {
    given(...oneOut(1))
      .when(step('completed'))
      .thenState({ needs: [expect.objectContaining({ status: 'filled' })] })
  })

  test('goes on while the incident is under control', () => {
    given(...oneOut(1), ...wayTo.controlled.slice(-1))
      .when(step('working'))
      .thenFacts(progressed('v1', 'working'))
  })
})

describe('a step is refused', () => {
  test.each(assignmentExits)('after the exit %s', (exit) => {
    given(...oneOut(1), exitBy(exit))
      .when(step('completed'))
      .thenRefused('terminal', { state: exit })
  })

  test('for an assignment unknown or of another', () => {
    given(...wayTo.dispatching)
      .when(step('en_route'))
      .thenRefused('not_found')
    given(...oneOut(1))
      .when(step('en_route', { volunteerId: 'v2' }))
      .thenRefused('not_yours')
    given(...oneOut(1))
      .when(step('en_route', { partnerId: 'p2' }))
      .thenRefused('not_yours')
  })

  test('after everybody was called home', () => {
    given(...oneOut(1), stoodDown('v1'), { type: 'incident.cancelled', data: { reason: null } })
      .when(step('on_scene'))
      .thenRefused('terminal')
  })
})
