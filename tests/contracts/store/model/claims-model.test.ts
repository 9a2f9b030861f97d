import { describe, expect, it } from 'vitest'
import type { Shortcut } from './claims-model.ts'
import { search } from './search.ts'

const shortcuts: Shortcut[] = [
  'delete by person',
  'delete the claim before the ending write',
  'claim after the offer',
  'retry with the old claim',
  'a lost reply taken as a lost race',
  'free without raising the version',
  'reuse the offer id',
]

describe('the claims protocol, searched to the end', () => {
  it.each([
    ['two incidents', [0, 1]],
    ['one incident', [0, 0]],
  ])('never has a person asked twice: two writers on %s', (_, writers) => {
    const { unsafeAfter, worlds } = search(writers, null)
    console.log(`claims model: ${worlds} worlds`)
    expect(unsafeAfter).toBeNull()
    expect(worlds).toBeGreaterThan(5000)
  })

  it.each(shortcuts)('has a counterexample for the shortcut: %s', (shortcut) => {
    const found = search([0, 1], shortcut)
    expect(found.unsafeAfter).not.toBeNull()
  })
})
