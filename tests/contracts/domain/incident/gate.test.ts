import { describe, test } from 'vitest'
import { refer, reject, verify } from '#contracts/domain/incident/commands/gate.ts'
import { T0 } from '../scenario.ts'
import { given } from './given.ts'
import { accepted, dispatching, offered, reported, verified, wayTo, withdrawn } from './story.ts'

describe('verifying', () => {
  test('makes a report work', () => {
    given(reported())
      .when((state) => verify(state, { note: 'txt_2' }))
      .thenFacts({ type: 'incident.verified', data: { note: 'txt_2' } })
      .thenState({ status: 'verified', verifiedAt: T0 })
  })

  test('happens once', () => {
    given(reported(), verified)
      .when((state) => verify(state, { note: null }))
      .thenRefused('illegal_move', { from: 'verified', to: 'verified' })
  })

  test('does not bring a duplicate back behind the back of its undoing', () => {
    given(...wayTo.duplicate)
      .when((state) => verify(state, { note: null }))
      .thenRefused('closed_incident')
  })
})

describe('rejecting', () => {
  test.each(['bukan_kedaruratan', 'palsu'] as const)('as %s', (reason) => {
    given(reported())
      .when((state) => reject(state, { reason, note: null }))
      .thenFacts({ type: 'incident.rejected', data: { reason, note: null } })
      .thenState({ status: 'rejected', rejectReason: reason, endedAt: T0, statusBefore: 'reported' })
  })

  test('is possible while nobody was asked', () => {
    given(...wayTo.verified)
      .when((state) => reject(state, { reason: 'palsu', note: null }))
      .thenState({ status: 'rejected' })
    given(...wayTo.dispatching)
      .when((state) => reject(state, { reason: 'palsu', note: null }))
      .thenRefused('illegal_move')
  })
})

describe('referring', () => {
  test('hands the incident to another agency', () => {
    given(reported())
      .when((state) => refer(state, { to: 'damkar', note: 'txt_2' }))
      .thenFacts({ type: 'incident.referred', data: { to: 'damkar', note: 'txt_2' } })
      .thenState({ status: 'referred', referredTo: 'damkar', endedAt: T0 })
  })

  test('takes the open offers back', () => {
    given(...dispatching(), offered('v1'), offered('v2'))
      .when((state) => refer(state, { to: 'sar', note: null }))
      .thenFacts(withdrawn('v1', 'stand_down'), withdrawn('v2', 'stand_down'), {
        type: 'incident.referred',
        data: { to: 'sar', note: null },
      })
      .thenState({ offers: [], nextWaveAt: null })
  })

  test('waits until nobody is out', () => {
    given(...dispatching(), offered('v1'), accepted('v1'))
      .when((state) => refer(state, { to: 'sar', note: null }))
      .thenRefused('team_out')
  })

  test('is refused once people are responding', () => {
    given(...wayTo.responding)
      .when((state) => refer(state, { to: 'sar', note: null }))
      .thenRefused('illegal_move')
  })
})
