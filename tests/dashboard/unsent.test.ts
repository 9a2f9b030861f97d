import { expect, test } from 'vitest'
import { holdsWords, noneUnsent, unsentOf, withUnsent } from '../../dashboard/src/panels/incident/unsent.ts'

test('what was begun in one file waits there while another is open', () => {
  const first = withUnsent(noneUnsent, 'inc_1', 'note', 'Pompa kedua ')
  const both = withUnsent(first, 'inc_2', 'note', 'Jalan tertutup')
  expect(unsentOf(both, 'inc_1', 'note')).toBe('Pompa kedua ')
  expect(unsentOf(both, 'inc_2', 'note')).toBe('Jalan tertutup')
  expect(unsentOf(both, 'inc_3', 'note')).toBe('')
})

test('a note is no message to the team', () => {
  const unsent = withUnsent(noneUnsent, 'inc_1', 'note', 'Keluarga korban belum diberi tahu')
  expect(unsentOf(unsent, 'inc_1', 'message')).toBe('')
})

test('what was sent is kept no longer, and the rest is', () => {
  const both = withUnsent(withUnsent(noneUnsent, 'inc_1', 'note', 'Satu'), 'inc_2', 'message', 'Dua')
  const sent = withUnsent(both, 'inc_1', 'note', '')
  expect([unsentOf(sent, 'inc_1', 'note'), unsentOf(sent, 'inc_2', 'message')]).toEqual(['', 'Dua'])
  expect(withUnsent(sent, 'inc_2', 'message', '')).toEqual(noneUnsent)
})

test('the page is held for words, not for blanks', () => {
  expect(holdsWords(noneUnsent)).toBe(false)
  expect(holdsWords(withUnsent(noneUnsent, 'inc_1', 'note', '  '))).toBe(false)
  expect(holdsWords(withUnsent(noneUnsent, 'inc_1', 'note', ' Pompa'))).toBe(true)
})
