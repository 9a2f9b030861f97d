import { describe, test } from 'vitest'
import { cancel } from '#contracts/domain/incident/commands/finish.ts'
import { T0 } from '../scenario.ts'
import { given } from './given.ts'
import { offered, oneOut, progressed, stoodDown, wayTo, withdrawn } from './story.ts'

const cancelled = { type: 'incident.cancelled', data: { reason: 'txt_7' } } as const

describe('cancelling', () => {
  test('is one action: offers back, people home, over', () => {
    given(...oneOut(3), offered('v2'), offered('v3'))
      .when((state) => cancel(state, { reason: 'txt_7' }))
      .thenFacts(withdrawn('v2', 'stand_down'), withdrawn('v3', 'stand_down'), stoodDown('v1'), cancelled)
      .thenState({ status: 'cancelled', endedAt: T0, offers: [], nextWaveAt: null })
  })

  test('leaves those who have finished', () => {
    given(...oneOut(1), progressed('v1', 'completed'))
      .when((state) => cancel(state, { reason: 'txt_7' }))
      .thenFacts(cancelled)
  })

  test('is refused under control (close instead) and after the end', () => {
    given(...wayTo.controlled)
      .when((state) => cancel(state, { reason: null }))
      .thenRefused('illegal_move')
    given(...wayTo.rejected)
      .when((state) => cancel(state, { reason: null }))
      .thenRefused('closed_incident')
  })
})
