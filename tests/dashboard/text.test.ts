import { describe, expect, test } from 'vitest'
import { systemFaults } from '../../api/queries/system.ts'
import { incidentFacts } from '#contracts/domain/incident/facts.ts'
import { partnerFacts } from '#contracts/domain/partner/partner.ts'
import { volunteerFacts } from '#contracts/domain/volunteer/facts.ts'
import { en } from '../../dashboard/src/text/en.ts'
import { id } from '../../dashboard/src/text/id.ts'
import { officeEn } from '../../dashboard/src/text/office/en.ts'
import { officeId } from '../../dashboard/src/text/office/id.ts'
import { labelOf } from '../../dashboard/src/text/catalogue.ts'
import { sentenceOf } from '../../dashboard/src/text/sentences.ts'
import { REMEDIES } from '../../worker/matching/explain.ts'
import { REASONS } from '../../worker/matching/reasons.ts'

type Tree = { [key: string]: string | ((...args: never[]) => string) | Tree }

const leaves = (tree: Tree, path = ''): [string, unknown][] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'object' ? leaves(value, `${path}${key}.`) : [[`${path}${key}`, value]],
  )

const timeline = (key: string): boolean => key.startsWith('timeline.')

describe.each([
  ['id', { ...id, ...officeId }],
  ['en', { ...en, ...officeEn }],
])('the catalogue %s', (_, catalogue) => {
  test('leaves nothing empty and shouts nowhere', () => {
    for (const [key, value] of leaves(catalogue as Tree).filter(([name]) => !timeline(name)))
      if (typeof value === 'string') {
        expect(value.trim(), key).not.toBe('')
        expect(value, key).not.toContain('!')
      }
  })

  test('has words for every reason, remedy and fault that the platform gives', () => {
    expect(Object.keys(catalogue.match.reasons)).toEqual(expect.arrayContaining([...REASONS]))
    expect(Object.keys(catalogue.match.remedies)).toEqual(expect.arrayContaining([...REMEDIES]))
    expect(Object.keys(catalogue.match.system)).toEqual(expect.arrayContaining(Object.keys(systemFaults)))
  })

  test('has a sentence for every fact', () => {
    const types = [incidentFacts, volunteerFacts, partnerFacts].flatMap((facts) => Object.keys(facts))
    expect(Object.keys(catalogue.timeline).sort()).toEqual(types.sort())
  })
})

test('both languages say the same things', () => {
  const keysOf = (tree: Tree) => leaves(tree).map(([key]) => key)
  expect(keysOf(en as Tree).sort()).toEqual(keysOf(id as Tree).sort())
})

test('a code that is younger than the page is shown as it is', () => {
  expect(labelOf(id.match.reasons, 'struck_by_whale')).toBe('struck_by_whale')
  expect(labelOf(id.match.reasons, 'constructor')).toBe('constructor')
})

const names = {
  who: () => 'Maria Lado',
  need: () => 'Pantau',
  area: () => 'Oebufu',
  incident: () => 'KJ-2026-0421',
}

test('a fact reads as a sentence with its names', () => {
  const declined = {
    type: 'offer.declined',
    data: { offerId: 'o', volunteerId: 'v', partnerId: 'p', reason: 'too_far' },
  }
  expect(sentenceOf(id.timeline, declined, names)).toBe('Maria Lado menolak: terlalu jauh')
  expect(sentenceOf(id.timeline, { type: 'comet.sighted', data: {} }, names)).toBe('comet.sighted')
})

const about = { offerId: 'o', volunteerId: 'v', partnerId: 'p' }
test.each([
  [
    'offer.created',
    { chosenBy: 'hand', despiteRules: ['training_expired', 'resting'] },
    'Maria Lado dipilih manual, meski aturan menghalangi: pelatihan kedaluwarsa; istirahat setelah tugas',
    'Maria Lado chosen by hand, although rules speak against it: training has expired; resting after a task',
  ],
  [
    'offer.created',
    { chosenBy: 'hand', despiteZones: ['zn_1'], despiteRules: ['duty_limit'] },
    'Maria Lado dipilih manual, meski terhalang zona bahaya, meski aturan menghalangi: terlalu lama siaga hari ini',
    'Maria Lado chosen by hand, although a danger zone is in the way, although rules speak against it: too long on duty today',
  ],
  ['offer.created', { chosenBy: 'hand' }, 'Maria Lado dipilih manual', 'Maria Lado chosen by hand'],
  [
    'offer.withdrawn',
    { reason: 'replanned', forIncidentId: 'inc_2', forNeedId: 'nd_1' },
    'Tawaran kepada Maria Lado ditarik: lebih dibutuhkan di KJ-2026-0421',
    'The offer to Maria Lado was withdrawn: needed more at KJ-2026-0421',
  ],
  [
    'acceptance.refused',
    { outcome: 'expired', against: ['insurance_expired', 'danger_zone'] },
    'Jawaban Maria Lado terlambat: masih ada tempat, tetapi jaminan kedaluwarsa; jalan ke lokasi melewati zona bahaya',
    'Maria Lado answered too late: there was still room, but insurance has expired; the way leads through a danger zone',
  ],
  [
    'acceptance.refused',
    { outcome: 'expired' },
    'Jawaban Maria Lado terlambat',
    'Maria Lado answered too late',
  ],
])('%s %o says what spoke against it or who needed him more', (type, data, spoken, english) => {
  const fact = { type, data: { ...about, ...data } }
  expect(sentenceOf(id.timeline, fact, names)).toBe(spoken)
  expect(sentenceOf(en.timeline, fact, names)).toBe(english)
})
