import { describe, expect, it } from 'vitest'
import { hazards, taskTypes } from '#contracts/domain/words.ts'
import { labelsIn, locales } from '#contracts/wire/labels/labels.ts'
import { whySentence } from '#contracts/wire/labels/why.ts'
import { safetyNotes } from '#contracts/wire/safety.ts'
import { REMEDIES } from '../../../worker/matching/explain.ts'
import { REASONS } from '../../../worker/matching/reasons.ts'

describe.each(locales)('labels in %s', (locale) => {
  const labels = labelsIn(locale)

  it('know every reason and remedy of matching, and no others', () => {
    expect(Object.keys(labels.matchReason).sort()).toEqual([...REASONS].sort())
    expect(Object.keys(labels.remedy).sort()).toEqual([...REMEDIES].sort())
  })

  it('are calm: no empty one, no exclamation mark, none is the code itself', () => {
    for (const group of Object.values(labels))
      for (const [code, label] of Object.entries<string>(group)) {
        expect(label.trim()).toBe(label)
        expect(label).toMatch(/^[^!]+$/)
        if (code.includes('_')) expect(label).not.toBe(code)
      }
  })

  it('warn before every task in every hazard', () => {
    for (const hazard of hazards)
      for (const task of taskTypes) {
        const notes = safetyNotes(hazard, task, locale)
        expect(notes.length).toBeGreaterThanOrEqual(3)
        expect(notes.join()).not.toContain('!')
      }
  })
})

describe('why this volunteer', () => {
  const why = { etaS: 240, uncertaintyS: 0, distanceM: 1234, parts: {} }
  const at = { lat: 0, lng: 0 }

  it('says how far, how long and how we know', () => {
    const live = { ...at, source: 'live', ageS: 10 } as const
    expect(whySentence({ why, position: live, chosenBy: 'match' })).toBe(
      'Anda dipilih karena berada sekitar 1 km dari lokasi (± 4 menit perjalanan), menurut posisi Anda saat ini.',
    )
    const recent = { ...at, source: 'recent', ageS: 600 } as const
    expect(whySentence({ why, position: recent, chosenBy: 'match' })).toContain('± 10 menit yang lalu')
    const declared = { ...at, source: 'declared', ageS: 0 } as const
    expect(whySentence({ why, position: declared, chosenBy: 'match' }, 'en')).toContain(
      'by the kelurahan that you declared',
    )
  })

  it('sends nobody before his passenger is home, however he was chosen', () => {
    const live = { ...at, source: 'live', ageS: 10 } as const
    for (const part of ['passenger', 'dropOff']) {
      const of = {
        why: { ...why, etaS: 700, parts: { [part]: 10 } },
        position: live,
        chosenBy: 'match',
      } as const
      expect(whySentence(of)).toContain('(± 12 menit, termasuk mengantar penumpang Anda lebih dulu)')
      expect(whySentence(of, 'en')).toContain('with your passenger brought home first')
    }
  })

  it('says that a person chose him, or that he offered himself', () => {
    expect(whySentence({ why: null, position: null, chosenBy: 'hand' })).toContain('petugas posko')
    expect(whySentence({ why: null, position: null, chosenBy: 'late_answer' })).toContain('masih bisa')
  })
})
