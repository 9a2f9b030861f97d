import { expect, it } from 'vitest'
import { linkText } from '../../../api/pages/leaf.ts'
import { Result, sayResult } from '../../../api/pages/results.ts'

const saidOf = (result: string, isOut: boolean, locale: 'id' | 'en' = 'id'): string | undefined =>
  sayResult({ status: 200, body: { result } }, { text: linkText(locale), locale }, isOut)?.text

const lost = ['already_filled', 'standby', 'expired', 'withdrawn'] as const

it('tells whoever gets no task that he is not assigned, and nobody else', () => {
  const free = Result.shape.result.options.filter((result) =>
    saidOf(result, false)?.endsWith('Anda tidak ditugaskan; tidak perlu berangkat.'),
  )
  expect(free.toSorted()).toEqual(lost.toSorted())
  expect(saidOf('expired', false)).toBe(
    'Terima kasih, tetapi waktu menjawab sudah lewat. Anda tidak ditugaskan; tidak perlu berangkat.',
  )
  for (const result of lost) {
    expect(saidOf(result, false, 'en')).toContain('You are not assigned; there is no need to set out.')
    expect(saidOf(result, true)).not.toMatch(/tidak ditugaskan|tidak perlu/)
  }
})

it('says of nothing but a task that he is assigned, and only as long as he is', () => {
  const all = Result.shape.result.options
  expect(all.filter((result) => saidOf(result, true)?.includes('Anda ditugaskan'))).toEqual(['confirmed'])
  expect(all.filter((result) => saidOf(result, true)?.includes('diterima'))).toEqual([])
  expect(saidOf('confirmed', false)).toBeUndefined()
})
