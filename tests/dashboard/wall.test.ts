import { assert, integer, property } from 'fast-check'
import { expect, test } from 'vitest'
import type { Alarm, Incident } from '#contracts/domain/incident/state.ts'
import { lastPlaceOf } from '../../dashboard/src/panels/shared/last-place.ts'
import { wallPages } from '../../dashboard/src/panels/wall/pages.ts'
import { wallCity } from '../../dashboard/src/panels/wall/troubles.ts'
import { id as words } from '../../dashboard/src/text/id.ts'
import { reportedAt } from './an-incident.ts'

const at = (minute: number): string => new Date(Date.UTC(2026, 0, 17, 6, minute)).toISOString()

const reported = reportedAt(at(0))
const incident = (id: string, change: Partial<Incident> = {}): Incident => ({ ...reported, id, ...change })
const alarm = (what: Alarm['what'], minute: number, seen = false): Alarm => ({
  id: `${what}:${String(minute)}`,
  what,
  detail: 'verify',
  subject: 'x',
  since: at(minute),
  acknowledgedAt: seen ? at(minute + 1) : null,
})

test('a wall shows the trouble in its order, then only counts what goes well', () => {
  const { troubles, calm } = wallCity([
    incident('calm'),
    incident('seen', { severity: 'kritis', alarms: [alarm('deadline', 1, true)] }),
    incident('late', { alarms: [alarm('deadline', 3)] }),
    incident('later', { alarms: [alarm('deadline', 4)] }),
    incident('grave', { severity: 'kritis', alarms: [alarm('deadline', 5), alarm('stalled', 6)] }),
    incident('call', { severity: 'rendah', alarms: [alarm('deadline', 1), alarm('sos', 9)] }),
    incident('drill', { drill: true, alarms: [alarm('sos', 1)] }),
    incident('over', { status: 'closed', alarms: [alarm('sos', 1, true)] }),
    incident('lost', { status: 'cancelled', alarms: [alarm('undelivered', 7), alarm('sos', 2, true)] }),
    incident('cried', { status: 'closed', severity: 'rendah', alarms: [alarm('sos', 10)] }),
  ])
  expect(troubles.map((one) => one.incident.id)).toEqual([
    'call',
    'cried',
    'grave',
    'lost',
    'late',
    'later',
    'seen',
  ])
  expect(troubles[0]?.alarms.map(({ what }) => what)).toEqual(['sos', 'deadline'])
  expect(calm.map(({ id }) => id)).toEqual(['calm'])
})

test('the worst stands on every page, everything else on exactly one, and no page is overfull', () => {
  assert(
    property(integer({ min: 0, max: 60 }), integer({ min: 2, max: 12 }), (count, room) => {
      const rows = Array.from({ length: count }, (_, index) => index)
      const pages = wallPages(rows, room)
      expect(pages.every((page) => page.length <= room && page[0] === rows[0])).toBe(true)
      expect([...rows.slice(0, 1), ...pages.flatMap((page) => page.slice(1))]).toEqual(rows)
    }),
  )
})

test('whoever calls for help outside a task is looked for where he was last, and how old that is', () => {
  const areas = { byCode: () => ({ name: 'Oebufu' }) as never, nameOf: () => 'dekat Solor' }
  const now = Date.parse(at(30))
  const placeOf = (seen: string | null, declaredArea: string | null) => {
    const position = seen === null ? undefined : { lat: -10.16, lng: 123.58, at: seen }
    return lastPlaceOf(words, areas, { position, declaredArea }, now, () => '14.05')
  }
  expect(placeOf(at(30), '5371')).toBe('dekat Solor')
  expect(placeOf(at(5), '5371')).toBe('dekat Solor (posisi terakhir 14.05)')
  expect(placeOf(null, '5371')).toBe('Oebufu (posisi tidak diketahui, hanya wilayah)')
  expect(placeOf(null, null)).toBe(words.volunteers.noPosition)
})
