import { describe, test } from 'vitest'
import { correct } from '#contracts/domain/incident/commands/correct.ts'
import { given } from './given.ts'
import { reportData, reported, wayTo } from './story.ts'

const { place } = reportData
const moved = { ...place, lat: -10.16, doubt: true }

describe('correcting', () => {
  test('each part of a report', () => {
    const change = {
      hazard: 'banjir',
      severity: 'kritis',
      place: moved,
      description: { textId: 'txt_2', digest: 'd2' },
      addressTextId: 'txt_3',
    } as const
    given(reported())
      .when((state) => correct(state, change))
      .thenFacts({ type: 'incident.corrected', data: change })
      .thenState({
        hazard: 'banjir',
        severity: 'kritis',
        place: moved,
        descriptionId: 'txt_2',
        addressTextId: 'txt_3',
      })
  })

  test('tells only what is different', () => {
    given(reported())
      .when((state) => correct(state, { hazard: 'banjir', severity: 'sedang', place }))
      .thenFacts({ type: 'incident.corrected', data: { hazard: 'banjir' } })
      .thenState({ severity: 'sedang', place })
  })

  test('an address can be taken away', () => {
    given(reported({ addressTextId: 'txt_3' }))
      .when((state) => correct(state, { addressTextId: null }))
      .thenFacts({ type: 'incident.corrected', data: { addressTextId: null } })
      .thenState({ addressTextId: null })
  })

  test('is possible until the end', () => {
    given(...wayTo.controlled)
      .when((state) => correct(state, { severity: 'rendah' }))
      .thenState({ severity: 'rendah', status: 'controlled' })
  })

  test.each([
    ['nothing', {}],
    ['the same hazard and severity', { hazard: 'pohon_tumbang', severity: 'sedang' }],
    ['the same place', { place }],
    ['the same texts', { description: { textId: 'txt_1', digest: 'd1' }, addressTextId: null }],
  ] as const)('%s is no correction', (_, change) => {
    given(reported())
      .when((state) => correct(state, change))
      .thenRefused('nothing_to_change')
  })

  test('is refused after the end', () => {
    given(...wayTo.closed)
      .when((state) => correct(state, { severity: 'kritis' }))
      .thenRefused('closed_incident', { status: 'closed' })
  })
})
