import { describe, expect, test } from 'vitest'
import { fail, release } from '#contracts/domain/incident/commands/assignment.ts'
import { assignmentExits } from '#contracts/domain/incident/words.ts'
import { minutes } from '../scenario.ts'
import { exitBy } from './exits.ts'
import { given } from './given.ts'
import { asking, bearer, controlled, dispatching, oneOut, progressed, stalled } from './story.ts'

describe.each([
  ['releasing', release, 'assignment.released', 'released'],
  ['failing', fail, 'assignment.failed', 'failed'],
] as const)('%s', (_, giveBack, type, exit) => {
  const back = { type, data: { ...bearer('v1'), needId: 'n1', note: 'txt_6' } } as const

  test('frees the slot of a filled need, which asks again at once with a new deadline', () => {
    const late = {
      type: 'deadline.missed',
      data: { what: 'accept', subject: 'n1', dueAt: minutes(4) },
    } as const
    given(...dispatching(1), late, ...oneOut(1).slice(4))
      .when((state) => giveBack(state, bearer('v1'), 'txt_6'), minutes(8))
      .thenFacts(back, asking())
      .thenState({
        nextWaveAt: minutes(8),
        missed: [],
        needs: [expect.objectContaining({ status: 'asking', openSince: minutes(8) })],
        assignments: [
          expect.objectContaining({ state: exit, times: expect.objectContaining({ [exit]: minutes(8) }) }),
        ],
      })
  })

  test('leaves a need asking or stalled that was not filled', () => {
    given(...oneOut(2))
      .when((state) => giveBack(state, bearer('v1'), 'txt_6'))
      .thenFacts(back)
    given(...oneOut(2), stalled())
      .when((state) => giveBack(state, bearer('v1'), 'txt_6'), minutes(8))
      .thenFacts(back)
      .thenState({ nextWaveAt: minutes(8), alarms: [expect.objectContaining({ id: 'stalled:n1' })] })
  })

  test('under control the need lacks somebody, but nobody is asked', () => {
    given(...oneOut(1), controlled)
      .when((state) => giveBack(state, bearer('v1'), 'txt_6'))
      .thenFacts(back, asking())
      .thenState({ nextWaveAt: null })
  })

  test.each(['en_route', 'on_scene', 'working'] as const)('is possible from %s', (state) => {
    given(...oneOut(2), progressed('v1', state))
      .when((incident) => giveBack(incident, bearer('v1'), 'txt_6'))
      .thenFacts(back)
  })

  test('is refused when he has finished', () => {
    given(...oneOut(1), progressed('v1', 'completed'))
      .when((state) => giveBack(state, bearer('v1'), null))
      .thenRefused('terminal', { state: 'completed' })
  })

  test.each(assignmentExits)('is refused after the exit %s', (before) => {
    given(...oneOut(1), exitBy(before))
      .when((state) => giveBack(state, bearer('v1'), null))
      .thenRefused('terminal', { state: before })
  })

  test('is refused for an assignment unknown or of another', () => {
    given(...dispatching())
      .when((state) => giveBack(state, bearer('v1'), null))
      .thenRefused('not_found')
    given(...oneOut(1))
      .when((state) => giveBack(state, { ...bearer('v1'), partnerId: 'p2' }, null))
      .thenRefused('not_yours')
  })
})
