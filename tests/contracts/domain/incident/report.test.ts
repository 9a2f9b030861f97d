import { expect, test } from 'vitest'
import { report } from '#contracts/domain/incident/commands/report.ts'
import { T0 } from '../scenario.ts'
import { after, birth, given, givenNothing } from './given.ts'
import { reportData, reported } from './story.ts'

test('a report brings an incident to life', () => {
  givenNothing.when(() => report(null, reportData)).thenFacts(reported())
})

test('a new incident has its identity, asks nobody and remembers nothing', () => {
  expect(after(reported({ drill: true, follows: 'inc_0' }))).toMatchObject({
    ...birth,
    number: 'KJ-2026-0001',
    status: 'reported',
    drill: true,
    follows: 'inc_0',
    reportedAt: T0,
    changedAt: T0,
    descriptionId: 'txt_1',
    needs: [],
    offers: [],
    asked: [],
    nextWaveAt: null,
    search: 1,
  })
})

test('an id is used once', () => {
  given(reported())
    .when((state) => report(state, reportData))
    .thenRefused('already_done')
})
