import { expect, test } from 'vitest'
import { recordImpact } from '#contracts/domain/incident/commands/impact.ts'
import type { IncidentFactBody } from '#contracts/domain/incident/facts.ts'
import type { ImpactRecord } from '#contracts/domain/incident/impact.ts'
import { noDamage, noWords } from '../../../world/no-damage.ts'
import { after, given } from './given.ts'
import { reported, wayTo } from './story.ts'

const none: ImpactRecord = { ...noDamage, ...noWords }
const recorded = (injured: number): IncidentFactBody => ({
  type: 'impact.recorded',
  data: { ...none, injured },
})

test('the damage may be told at any time, also after the end, and replaces what was told before', () => {
  given(...wayTo.closed)
    .when((state) => recordImpact(state, none))
    .thenFacts({ type: 'impact.recorded', data: none })
  expect(after(reported(), recorded(1), recorded(2)).impact?.injured).toBe(2)
})

test('whoever says which record he replaces replaces no other', () => {
  const at = after(reported(), recorded(1)).impact?.at ?? ''
  given(reported())
    .when((state) => recordImpact(state, none, null))
    .thenTypes('impact.recorded')
  given(reported(), recorded(1))
    .when((state) => recordImpact(state, none, at))
    .thenTypes('impact.recorded')
  given(reported(), recorded(1))
    .when((state) => recordImpact(state, none, null))
    .thenRefused('outdated', { present: at })
  given(reported())
    .when((state) => recordImpact(state, none, at))
    .thenRefused('outdated', { present: null })
})
