import { describe, expect, it } from 'vitest'
import { plusSeconds } from '#contracts/domain/instant.ts'
import type { CallBook } from '#contracts/store/documents.ts'
import { afterCall, newBook, nextCall } from '../../../worker/watch/next-call.ts'
import type { Standing, What } from '../../../worker/watch/standing.ts'

const START = '2026-11-22T18:00:00.000Z'
const at = (s: number): string => plusSeconds(START, s)
const alarm = (what: What, n = 1, sinceS = 0): Standing => ({
  key: `${what}:${n}`,
  what,
  detail: what === 'deadline' ? 'verify' : what,
  since: at(sinceS),
  number: `KJ-2026-000${n}`,
  area: 'Oesapa',
})

/** One person on call, hand time, and a gateway that takes everything unless told otherwise. */
const onCall = () => {
  let book: CallBook = newBook('somebody', 'sms')
  let made = 0
  const heard: { s: number; id: string; text: string }[] = []
  return {
    heard,
    book: () => book,
    pass: (s: number, standing: readonly Standing[], takes = true, more = 0): void => {
      const next = nextCall(book, { standing, more }, at(s), () => `alm_${(made += 1)}`)
      book = next.book
      if (!next.isToSend || book.sending === null) return
      heard.push({ s, id: book.sending.id, text: book.sending.text })
      book = afterCall(book, takes, at(s))
    },
  }
}

describe('somebody on call', () => {
  it('is told of an alarm once, with its number and place and nobody’s name', () => {
    const person = onCall()
    for (let s = 0; s < 600; s += 3) person.pass(s, [alarm('undelivered')])
    expect(person.heard).toEqual([
      {
        s: 0,
        id: 'alm_1',
        text: 'Top Ranger: Penarikan pulang belum sampai, KJ-2026-0001, Oesapa, sejak 02.00 WITA. Buka layar Peringatan.',
      },
    ])
  })

  it('hears of what the control room may still see itself only after a while', () => {
    const person = onCall()
    const both = [alarm('stalled'), alarm('deadline', 2)]
    for (let s = 0; s <= 330; s += 3) person.pass(s, both)
    expect(person.heard.map(({ s }) => s)).toEqual([60, 300])
    expect(person.heard[1]?.text).toContain('Laporan belum diverifikasi, KJ-2026-0002')
  })

  it('hears nothing of what was acknowledged in time, and no more of what was acknowledged since', () => {
    const person = onCall()
    person.pass(0, [alarm('stalled')])
    person.pass(63, [])
    person.pass(66, [alarm('sos')])
    for (let s = 69; s < 10_000; s += 30) person.pass(s, [])
    expect(person.heard.map(({ s }) => s)).toEqual([66])
    expect(person.book()).toMatchObject({ told: [], sending: null })
  })

  it('is told of an alarm that is raised again', () => {
    const person = onCall()
    person.pass(0, [alarm('sos', 1)])
    person.pass(30, [])
    person.pass(60, [{ ...alarm('sos', 1, 60), key: 'sos:1:again' }])
    expect(person.heard.length).toBe(2)
  })

  it('gets a storm as one message a minute, the worst first', () => {
    const person = onCall()
    const storm: Standing[] = []
    for (let s = 0; s <= 180; s += 3) {
      storm.push({ ...alarm('stalled', s, s - 60), number: `KJ-${s}` })
      person.pass(s, storm)
    }
    expect(person.heard.map(({ s }) => s)).toEqual([0, 60, 120, 180])
    expect(person.heard[1]?.text).toMatch(
      /^Top Ranger: 20 peringatan \(Pencarian buntu 20\)\. Terberat: Pencarian buntu, KJ-3/,
    )
    person.pass(195, [...storm, alarm('sos', 9, 195)])
    expect(person.heard.at(-1)).toMatchObject({ s: 195, text: expect.stringContaining('Butuh bantuan') })
  })

  it('hears how many others there are when not all could be read', () => {
    const person = onCall()
    person.pass(0, [alarm('sos')], true, 150)
    expect(person.heard[0]?.text).toMatch(
      /, sejak 02\.00 WITA\. Masih ada 150 lagi\. Buka layar Peringatan\.$/,
    )
  })

  it('is reminded quietly of what nobody acknowledges, in one message', () => {
    const person = onCall()
    const standing = [alarm('sos', 1), alarm('undelivered', 2)]
    for (let s = 0; s < 3 * 3600; s += 3) person.pass(s, standing)
    expect(person.heard.map(({ s }) => s)).toEqual([0, 900, 900 + 3600, 900 + 7200])
    expect(person.heard[1]?.text).toContain('Belum ditandai dilihat: 2 peringatan')
  })

  it('gets a message that no gateway took again and again, under one id, until it is over', () => {
    const person = onCall()
    for (let s = 0; s < 100; s += 1) person.pass(s, [alarm('sos')], false)
    expect(person.heard.map(({ s }) => s)).toEqual([0, 5, 15, 35, 75])
    expect(new Set(person.heard.map(({ id }) => id)).size).toBe(1)
    expect(person.book().failingSince).toBe(at(0))
    person.pass(135, [alarm('sos')])
    expect(person.book()).toMatchObject({ failingSince: null, sending: null })
    expect(person.heard.length).toBe(6)
  })

  it('is not called twice when two watches look at once or one dies with a message under way', () => {
    const standing = [alarm('sos')]
    const { book, isToSend } = nextCall(
      newBook('somebody', 'sms'),
      { standing, more: 0 },
      at(0),
      () => 'alm_1',
    )
    expect(isToSend).toBe(true)
    const second = nextCall(book, { standing, more: 0 }, at(5), () => 'alm_2')
    expect(second.isToSend).toBe(false)
    const heir = nextCall(book, { standing, more: 0 }, at(20), () => 'alm_3')
    expect([heir.isToSend, heir.book.sending?.id]).toEqual([true, 'alm_1'])
  })
})
