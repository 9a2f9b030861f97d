import { describe, expect, test } from 'vitest'
import type { Incident, Note, Photo } from '#contracts/domain/incident/state.ts'
import { beyond, newsOf, newsSince, noNews } from '../../dashboard/src/panels/news/news.ts'
import { createOpened, MOST_KEPT } from '../../dashboard/src/panels/news/opened.ts'
import { newsSentence } from '../../dashboard/src/panels/news/words.ts'
import { id as words } from '../../dashboard/src/text/id.ts'
import { reportedAt } from './an-incident.ts'

const at = '2026-01-17T06:30:00.000Z'
const quiet = reportedAt(at)
const written = (textId: string, change: Partial<Note>): Note => ({ textId, about: 'message', at, ...change })
const photo = (photoId: string, change: Partial<Photo>): Photo => ({ photoId, at, ...change })

const fromTeam = written('txt_2', { from: 'as_1' })
const told: Incident = {
  ...quiet,
  notes: [
    written('txt_3', { to: ['as_1'] }),
    fromTeam,
    written('txt_4', {}),
    written('txt_5', { about: 'note' }),
    written('txt_6', { about: 'evidence', from: 'as_1' }),
  ],
  photos: [photo('ph_1', { by: 'usr_1' }), photo('ph_2', { from: 'as_1' })],
}
const city = (...incidents: Incident[]) =>
  new Map(incidents.map((state) => [state.id, { version: 1, index: 0, state }]))

describe('what the field says', () => {
  test('is what volunteers wrote and took, not what the command post did', () => {
    expect(newsOf(quiet)).toEqual(noNews)
    expect(newsOf(told)).toEqual({ message: 2, photo: 1, note: 1 })
  })

  test('is news once: what stood there before is none, and a fact about something else is none', () => {
    const before = city({ ...quiet, notes: [fromTeam] })
    expect(newsSince(before, before)).toEqual([])
    expect(newsSince(before, city({ ...quiet, notes: [fromTeam], severity: 'kritis' }))).toEqual([])
    expect(newsSince(before, city(told)).map(({ tally }) => tally)).toEqual([
      { message: 1, photo: 1, note: 1 },
    ])
    expect(newsSince(city(), city(told)).map(({ tally }) => tally)).toEqual([newsOf(told)])
  })

  test('is one sentence with the place, or with how many incidents it comes from', () => {
    const areas = { nameOf: () => 'Oebufu' }
    const [one] = newsSince(city(quiet), city(told))
    if (one === undefined) throw new Error('no news')
    expect(newsSentence(words, areas, [one])).toBe(
      'Kabar baru dari tim: 2 pesan, 1 foto, 1 catatan, banjir, Oebufu',
    )
    const other = { ...one, incident: { ...told, id: 'inc_2' } }
    expect(newsSentence(words, areas, [one, other, one])).toBe(
      'Kabar baru dari tim pada 2 kejadian: 6 pesan, 3 foto, 3 catatan',
    )
  })
})

const shelf = (kept: string | null = null) => {
  const box = { kept }
  return {
    read: () => box.kept,
    write: (text: string) => {
      box.kept = text
    },
  }
}

describe('what was opened at this desk', () => {
  test('is no longer unopened, part by part, and what comes later is', () => {
    const store = createOpened(shelf())
    store.open('inc_1', 'message', 2)
    const known = store.view().get('inc_1') ?? noNews
    expect(beyond(known, newsOf(told))).toEqual({ message: 0, photo: 1, note: 1 })
    expect(beyond(known, { ...newsOf(told), message: 3 })).toEqual({ message: 1, photo: 1, note: 1 })
  })

  test('is never less than it was, and is told to whoever listens only when it is more', () => {
    const store = createOpened(shelf())
    let told = 0
    store.subscribe(() => (told += 1))
    store.open('inc_1', 'photo', 3)
    for (const less of [3, 2]) store.open('inc_1', 'photo', less)
    expect(store.view().get('inc_1')).toEqual({ ...noNews, photo: 3 })
    expect(told).toBe(1)
  })

  test('outlives the page, and another tab of the desk reads it again', () => {
    const kept = shelf()
    const here = createOpened(kept)
    const there = createOpened(kept)
    here.open('inc_1', 'message', 2)
    expect(there.view().size).toBe(0)
    there.again()
    expect(there.view()).toEqual(here.view())
    expect(createOpened(kept).view()).toEqual(here.view())
  })

  test('keeps the latest only, and reads no nonsense', () => {
    const kept = shelf()
    const store = createOpened(kept)
    for (let file = 0; file <= MOST_KEPT; file += 1) store.open(`inc_${String(file)}`, 'message', 1)
    store.open('inc_1', 'photo', 1)
    store.open('inc_new', 'photo', 1)
    expect(store.view().size).toBe(MOST_KEPT)
    expect([store.view().has('inc_0'), store.view().has('inc_1'), store.view().has('inc_2')]).toEqual([
      false,
      true,
      false,
    ])
    for (const nonsense of ['', '{', '{"a":1}', '[1,["inc_1"],["inc_2",{"message":1}],[3,null]]'])
      expect(createOpened(shelf(nonsense)).view().size).toBe(0)
  })
})
