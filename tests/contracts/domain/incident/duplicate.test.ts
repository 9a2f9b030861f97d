import { describe, expect, test } from 'vitest'
import { markDuplicate, undoDuplicate } from '#contracts/domain/incident/commands/gate.ts'
import { openWave } from '#contracts/domain/incident/commands/wave.ts'
import { at, minutes, T0 } from '../scenario.ts'
import { after, given } from './given.ts'
import { waveTo } from './asks.ts'
import {
  accepted,
  asking,
  declined,
  dispatching,
  duplicate,
  needed,
  offered,
  reported,
  stalled,
  verified,
  wayTo,
  withdrawn,
} from './story.ts'

const ofOther = { of: 'inc_2', ofIsDuplicate: false, hasDuplicates: false }
const undone = { type: 'incident.duplicate_undone', data: { of: 'inc_2' } } as const

describe('marking as duplicate', () => {
  test('ends a report', () => {
    given(reported())
      .when((state) => markDuplicate(state, ofOther))
      .thenFacts(duplicate)
      .thenState({ status: 'duplicate', duplicateOf: 'inc_2', endedAt: T0, statusBefore: 'reported' })
  })

  test('takes open offers back', () => {
    given(...dispatching(), offered('v1'), asking())
      .when((state) => markDuplicate(state, ofOther))
      .thenFacts(withdrawn('v1', 'stand_down'), duplicate)
      .thenState({ offers: [], nextWaveAt: null })
  })

  test('never of itself, never of another duplicate', () => {
    given(reported())
      .when((state) => markDuplicate(state, { ...ofOther, of: 'inc_1' }))
      .thenRefused('self_duplicate')
    given(reported())
      .when((state) => markDuplicate(state, { ...ofOther, ofIsDuplicate: true }))
      .thenRefused('self_duplicate')
  })

  test('never while others are duplicates of it', () => {
    given(reported())
      .when((state) => markDuplicate(state, { ...ofOther, hasDuplicates: true }))
      .thenRefused('has_duplicates')
    given(...wayTo.duplicate)
      .when((state) => markDuplicate(state, { ...ofOther, hasDuplicates: true }))
      .thenRefused('closed_incident')
  })

  test('waits until nobody is out', () => {
    given(...dispatching(), offered('v1'), accepted('v1'))
      .when((state) => markDuplicate(state, ofOther))
      .thenRefused('team_out')
  })

  test('happens once', () => {
    given(...wayTo.duplicate)
      .when((state) => markDuplicate(state, ofOther))
      .thenRefused('closed_incident')
  })
})

describe('undoing a duplicate', () => {
  test.each([
    ['reported', [reported()], null],
    ['verified', [reported(), verified], null],
    ['dispatching', dispatching(), minutes(9)],
  ] as const)('leads back to %s', (status, facts, nextWaveAt) => {
    given(...facts, duplicate)
      .when(undoDuplicate, minutes(9))
      .thenFacts(undone)
      .thenState({ status, duplicateOf: null, endedAt: null, nextWaveAt })
  })

  test('volunteers whose offers were taken back may be asked again, those who said no may not', () => {
    const state = after(
      ...dispatching(),
      offered('v1'),
      offered('v2'),
      asking(),
      declined('v1'),
      withdrawn('v2', 'stand_down'),
      duplicate,
      at(minutes(9), undone),
    )
    expect(openWave(state, waveTo('v2')).map(({ type }) => type)).toEqual(['wave.opened', 'offer.created'])
    expect(() => openWave(state, waveTo('v1'))).toThrow('already_asked')
  })

  test('a stalled need asks anew, so that its alarm can rise again', () => {
    given(...dispatching(), stalled(), duplicate)
      .when(undoDuplicate)
      .thenFacts(undone, asking())
      .thenState({ needs: [expect.objectContaining({ status: 'asking', stalled: null })] })
  })

  test('deadlines missed before can be missed again, for their alarms went to rest', () => {
    const missed = {
      type: 'deadline.missed',
      data: { what: 'verify', subject: 'inc_1', dueAt: minutes(5) },
    } as const
    given(reported(), needed('n1', 1), missed, duplicate).when(undoDuplicate).thenState({ missed: [] })
  })

  test('needs a duplicate', () => {
    given(...wayTo.rejected)
      .when(undoDuplicate)
      .thenRefused('illegal_move', { from: 'rejected' })
  })
})
