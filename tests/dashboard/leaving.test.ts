import { expect, test } from 'vitest'
import { isWritten, onLeave, onWritten, untouched } from '../../dashboard/src/ui/leaving.ts'

test('a form in which nothing was typed lets go at once, also when a mark was set', () => {
  expect(onLeave(untouched)).toBe('leave')
  expect(['radio', 'checkbox'].some((type) => isWritten({ type }))).toBe(false)
})

test('what was typed is asked for once, and another Esc leads back to the form', () => {
  expect(
    ['text', 'tel', 'number', 'search', 'textarea', 'select-one'].every((type) => isWritten({ type })),
  ).toBe(true)
  const typed = onWritten(untouched)
  const asked = onLeave(typed)
  expect(asked).toEqual({ typed: true, asked: true })
  if (asked === 'leave') throw new Error('It was thrown away')
  expect(onLeave(asked)).toEqual(typed)
})

test('whoever goes on typing has answered', () => {
  expect(onWritten({ typed: true, asked: true })).toEqual({ typed: true, asked: false })
  const typed = onWritten(untouched)
  expect(onWritten(typed)).toBe(typed)
})

test('whoever would leave before the server has answered is asked, also when nothing was typed', () => {
  const asked = onLeave(untouched, true)
  expect(asked).toEqual({ typed: false, asked: true })
  if (asked === 'leave') throw new Error('It was left')
  expect(onLeave(asked, true)).toEqual(untouched)
  expect(onLeave(untouched, false)).toBe('leave')
})
