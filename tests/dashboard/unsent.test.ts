import { expect, test } from 'vitest'
import {
  EVERYBODY,
  holdsWords,
  isGone,
  noneUnsent,
  stillAsSent,
  unsentOf,
  withoutSent,
  withUnsent,
} from '../../dashboard/src/panels/incident/unsent.ts'

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
  expect(holdsWords(withUnsent(noneUnsent, 'shf_1 ent_1', 'log', 'Radio mati'))).toBe(true)
  for (const kind of ['recipient', 'category', 'correcting'] as const)
    expect(holdsWords(withUnsent(noneUnsent, 'shf_1', kind, 'cuaca'))).toBe(false)
})

test('what was typed while a message was under way stays; what was sent goes, but for blanks around it', () => {
  const sent = withUnsent(noneUnsent, 'inc_1', 'note', ' Pompa kedua jalan ')
  expect(withoutSent(sent, 'inc_1', 'note', 'Pompa kedua jalan')).toEqual(noneUnsent)
  const more = withUnsent(noneUnsent, 'inc_1', 'note', 'Pompa kedua jalan. Air naik')
  expect(withoutSent(more, 'inc_1', 'note', 'Pompa kedua jalan')).toBe(more)
  expect([stillAsSent('Regu B', 'Regu B'), stillAsSent('Regu B datang', 'Regu B')]).toEqual([true, false])
})

test("a message keeps whom it was begun to, and is nobody else's when he is gone", () => {
  const begun = withUnsent(
    withUnsent(noneUnsent, 'inc_1', 'message', 'Maria, '),
    'inc_1',
    'recipient',
    'as_1',
  )
  const to = unsentOf(begun, 'inc_1', 'recipient')
  expect(to).toBe('as_1')
  expect(isGone(to, [{ id: 'as_1' }, { id: 'as_2' }])).toBe(false)
  expect(isGone(to, [{ id: 'as_2' }])).toBe(true)
  expect(unsentOf(begun, 'inc_2', 'recipient')).toBe(EVERYBODY)
  expect(isGone(EVERYBODY, [{ id: 'as_2' }])).toBe(false)
})

test('a recipient without a word does not hold the page', () => {
  expect(holdsWords(withUnsent(noneUnsent, 'inc_1', 'recipient', 'as_1'))).toBe(false)
})
