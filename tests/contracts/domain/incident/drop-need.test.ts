import { expect, test } from 'vitest'
import { dropNeed } from '#contracts/domain/incident/commands/needs.ts'
import type { Incident } from '#contracts/domain/incident/state.ts'
import { given } from './given.ts'
import {
  dispatching,
  needed,
  offered,
  oneOut,
  progressed,
  stalled,
  stoodDown,
  wayTo,
  withdrawn,
} from './story.ts'

const drop =
  (needId = 'n1') =>
  (state: Incident) =>
    dropNeed(state, { needId, reason: 'txt_4' })
const dropped = { type: 'need.dropped', data: { needId: 'n1', reason: 'txt_4' } } as const

test('dropping a need takes its offers back and calls its people home', () => {
  given(...oneOut(2), offered('v2'))
    .when(drop())
    .thenFacts(withdrawn('v2', 'need_dropped'), stoodDown('v1', 'need_dropped'), dropped)
    .thenState({ needs: [], offers: [] })
})

test('the people and offers of other needs stay', () => {
  given(...dispatching(), needed('n2', 1), offered('v1'), offered('v2', { needId: 'n2' }))
    .when(drop())
    .thenFacts(withdrawn('v1', 'need_dropped'), dropped)
    .thenState({ offers: [expect.objectContaining({ id: 'o2' })] })
})

test('those who have finished are not called', () => {
  given(...oneOut(1), progressed('v1', 'completed'))
    .when(drop())
    .thenFacts(dropped)
})

test('the alarm of a stalled need goes with it', () => {
  given(...dispatching(), stalled())
    .when(drop())
    .thenState({ alarms: [] })
})

test('an unknown need cannot be dropped', () => {
  given(...dispatching())
    .when(drop('n9'))
    .thenRefused('unknown_need')
})

test('nothing is dropped after the end', () => {
  given(...wayTo.closed)
    .when(drop())
    .thenRefused('closed_incident')
})
