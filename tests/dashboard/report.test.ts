import { expect, test } from 'vitest'
import { routes } from '#contracts/wire/routes/all.ts'
import { emptyDraft, missingIn, reportBody, type Draft } from '../../dashboard/src/panels/report/draft.ts'
import { occurredAt } from '../../dashboard/src/panels/report/occurred.ts'
import { placeOf, pointOf } from '../../dashboard/src/panels/shared/place-draft.ts'

const now = Date.parse('2026-01-17T06:05:00.000Z')
const oebufu = {
  code: '53.71.04.1004',
  name: 'Oebufu',
  aliases: [],
  kecamatan: 'Oebobo',
  kecamatanCode: '53.71.04',
  lat: -10.1771,
  lng: 123.622,
  hazards: [],
}
const filled: Draft = {
  ...emptyDraft,
  hazard: 'banjir',
  severity: 'tinggi',
  description: ' Air setinggi lutut. ',
  place: { kelurahan: oebufu.code, coordinates: '' },
}

test.each([
  ['-10.1757, 123.5534', { lat: -10.1757, lng: 123.5534 }],
  ['(-10.1757,123.5534)', { lat: -10.1757, lng: 123.5534 }],
  ['-10.1757 123.5534', { lat: -10.1757, lng: 123.5534 }],
  ['-10,1757, 123,5534', null],
  ['-95, 123', null],
  ['Oebufu', null],
  ['', null],
])('coordinates "%s"', (typed, point) => {
  expect(pointOf(typed)).toEqual(point)
})

test('a kelurahan alone stands for its reference point; typed coordinates come before it', () => {
  expect(placeOf({ kelurahan: oebufu.code, coordinates: '' }, oebufu)).toEqual({
    lat: oebufu.lat,
    lng: oebufu.lng,
    kelurahan: oebufu.code,
  })
  expect(placeOf({ kelurahan: null, coordinates: '-10.2, 123.6' }, undefined)).toEqual({
    lat: -10.2,
    lng: 123.6,
    kelurahan: null,
  })
  expect(placeOf({ kelurahan: oebufu.code, coordinates: 'dekat pasar' }, oebufu)).toBeNull()
})

test('an empty report says what is missing and is not sent', () => {
  expect(missingIn(emptyDraft, undefined, now)).toEqual(['hazard', 'severity', 'description', 'place'])
  expect(reportBody(emptyDraft, undefined, false, now)).toBeNull()
})

test('a filled report is what the contract wants, with the time of the event in WITA', () => {
  const body = reportBody(
    { ...filled, occurred: '17/01/2026 12.40', reporterName: 'Yakob' },
    oebufu,
    true,
    now,
  )
  expect(routes.reportIncident.body.parse(body)).toMatchObject({
    description: 'Air setinggi lutut.',
    verified: true,
    drill: false,
    channel: 'telepon',
    reporter: { name: 'Yakob' },
    occurredAt: '2026-01-17T12:40:00+08:00',
  })
})

test.each([
  ['12.40', '2026-01-17T12:40:00+08:00'],
  ['9:05', '2026-01-17T09:05:00+08:00'],
  ['23.50', '2026-01-16T23:50:00+08:00'],
  ['16/01 23.50', '2026-01-16T23:50:00+08:00'],
  ['31-12-2025, 01.02', '2025-12-31T01:02:00+08:00'],
  ['31/02 10.00', null],
  ['24.00', null],
  ['12.60', null],
  ['tadi pagi', null],
])('the time of the event "%s", at 14.05 on 17 January', (typed, moment) => {
  expect(occurredAt(typed, now)).toBe(moment)
})

test('a time that cannot be read is said, and nothing is sent', () => {
  expect(missingIn({ ...filled, occurred: 'tadi' }, oebufu, now)).toEqual(['occurred'])
  expect(reportBody({ ...filled, occurred: 'tadi' }, oebufu, false, now)).toBeNull()
})
