import { expect, test } from 'vitest'
import { pressed } from '../../dashboard/src/ui/shortcuts.tsx'

const alone = { repeat: false, ctrlKey: false, metaKey: false, altKey: false }

test('a letter counts in either case, and a key with a name by its name', () => {
  expect(pressed({ ...alone, key: 'V' })).toBe('v')
  expect(pressed({ ...alone, key: '1' })).toBe('1')
  expect(pressed({ ...alone, key: 'Enter' })).toBe('Enter')
})

test('a key that is held down acts once: only walking through a list goes on', () => {
  for (const key of ['v', '1', '9', 'u', 'g', 'Enter'])
    expect(pressed({ ...alone, key, repeat: true })).toBeNull()
  for (const key of ['j', 'K']) expect(pressed({ ...alone, key, repeat: true })).toBe(key.toLowerCase())
})

test('held with Ctrl, Cmd or Alt it belongs to the browser', () => {
  for (const held of ['ctrlKey', 'metaKey', 'altKey'])
    expect(pressed({ ...alone, key: 'r', [held]: true })).toBeNull()
})
