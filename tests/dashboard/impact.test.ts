import { expect, test } from 'vitest'
import type { Incident } from '#contracts/domain/incident/state.ts'
import {
  impactBody,
  impactDraft,
  rebased,
  restNil,
  untold,
  type ImpactDraft,
  type ImpactField,
} from '../../dashboard/src/panels/reports/impact-draft.ts'
import { noDamage, notCounted, noWords } from '../world/no-damage.ts'
import { reportedAt } from './an-incident.ts'

const at = '2026-01-17T06:30:00.000Z'
const later = '2026-01-17T06:40:00.000Z'
const reported = reportedAt(at)
const known = (impact?: Incident['impact'], texts: Record<string, string> = {}) => ({
  incident: impact === undefined ? reported : { ...reported, impact },
  texts,
})
const typing = (draft: ImpactDraft, change: Partial<Record<ImpactField, string>>): ImpactDraft => ({
  ...draft,
  typed: { ...draft.typed, ...change },
})

test('nothing is said of what nobody looked for: the form begins empty, and cannot be sent so', () => {
  const draft = impactDraft(known())
  expect(new Set(Object.values(draft.typed))).toEqual(new Set(['']))
  expect(untold(draft.typed)).toHaveLength(10)
  expect(impactBody(draft)).toBeNull()
})

test('what is known is sent, and the rest as not known yet', () => {
  const draft = impactDraft(known())
  const injured = { ...notCounted, injured: 2, expected: null }
  expect(impactBody(typing(draft, { injured: '2' }))).toEqual(injured)
  expect(impactBody(typing(draft, { injured: '2', dead: 'dua' }))).toBeNull()
  expect(impactBody(typing(draft, { condition: 'Gelap.' }))).toEqual({
    ...notCounted,
    condition: 'Gelap.',
    expected: null,
  })
  const next = impactDraft(known({ ...notCounted, ...noWords, injured: 2, at }))
  expect(untold(next.typed)).toHaveLength(9)
  expect(impactBody(next)).toEqual({ ...injured, expected: at })
})

test('that the rest is none is said with one press, and takes nothing of what was typed', () => {
  const draft = typing(impactDraft(known()), { injured: '2', dead: 'dua', condition: ' Terkendali. ' })
  const rest = { ...draft, typed: restNil(draft.typed) }
  expect(untold(rest.typed)).toEqual([])
  expect(impactBody(rest)).toBeNull()
  expect(impactBody(typing(rest, { dead: '0' }))).toEqual({
    ...noDamage,
    injured: 2,
    condition: 'Terkendali.',
    expected: null,
  })
})

test('a record is the start of the next, which says which one it replaces', () => {
  const draft = impactDraft(
    known({ ...noDamage, ...noWords, dead: 1, efforts: 'txt_9', at }, { txt_9: 'Terpal.' }),
  )
  expect(impactBody(draft)).toEqual({ ...noDamage, dead: 1, efforts: 'Terpal.', expected: at })
})

test('what somebody else recorded meanwhile is taken over, but for what was typed here', () => {
  const before = known({ ...noDamage, ...noWords, at })
  const draft = typing(impactDraft(before), { injured: '2', persons: '9' })
  expect(rebased(draft, before)).toBe(draft)
  const after = known({ ...noDamage, ...noWords, injured: 3, dead: 1, persons: 9, at: later })
  const now = rebased(draft, after)
  expect(impactBody(now)).toEqual({ ...noDamage, dead: 1, injured: 2, persons: 9, expected: later })
  expect(now.meanwhile).toEqual([
    { field: 'dead', theirs: '1', kept: false },
    { field: 'injured', theirs: '3', kept: true },
  ])
  expect(rebased(now, after)).toBe(now)
})

test('a record whose words are not read yet is waited for', () => {
  const draft = impactDraft(known())
  const heard = { ...noDamage, ...noWords, condition: 'txt_7', at: later }
  expect(rebased(draft, known(heard))).toBe(draft)
  expect(rebased(draft, known(heard, { txt_7: 'Surut.' })).typed.condition).toBe('Surut.')
})
