import { describe, expect, test } from 'vitest'
import { correct } from '#contracts/domain/incident/commands/correct.ts'
import { askedInSearch } from '#contracts/domain/incident/read.ts'
import { after, given } from './given.ts'
import { dispatching, offered, oneOut, reportData, reported, wayTo, withdrawn } from './story.ts'

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

  test('a place that lies elsewhere takes back what was asked of people near the old one, and leaves those on their way', () => {
    const asked = [...oneOut(3), offered('v2'), offered('v3')]
    given(...asked)
      .when((state) => correct(state, { place: moved }))
      .thenFacts(
        { type: 'incident.corrected', data: { place: moved } },
        withdrawn('v2', 'replanned'),
        withdrawn('v3', 'replanned'),
      )
      .thenState({ offers: [] })
    const state = after(
      ...asked,
      { type: 'incident.corrected', data: { place: moved } },
      withdrawn('v2', 'replanned'),
    )
    expect(askedInSearch(state, null).has('v2')).toBe(false)
    expect(state.assignments).toMatchObject([{ volunteerId: 'v1', state: 'accepted' }])
  })

  test('a place that is only made more exact takes nothing back', () => {
    const nearer = { ...place, lat: place.lat + 400 / 111_195 }
    given(...dispatching(), offered('v1'))
      .when((state) => correct(state, { place: nearer }))
      .thenFacts({ type: 'incident.corrected', data: { place: nearer } })
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
