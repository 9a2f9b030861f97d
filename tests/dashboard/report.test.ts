import { expect, test } from 'vitest'
import { routes } from '#contracts/wire/routes/all.ts'
import { emptyDraft, missingIn, reportBody, type Draft } from '../../dashboard/src/panels/report/draft.ts'
import { placeOf, pointOf } from '../../dashboard/src/panels/shared/place-draft.ts'

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
  expect(missingIn(emptyDraft, undefined)).toEqual(['hazard', 'severity', 'description', 'place'])
  expect(reportBody(emptyDraft, undefined, false)).toBeNull()
})

test('a filled report is what the contract wants, with the time of the event in WITA', () => {
  const body = reportBody({ ...filled, occurred: '2026-01-17T12:40', reporterName: 'Yakob' }, oebufu, true)
  expect(routes.reportIncident.body.parse(body)).toMatchObject({
    description: 'Air setinggi lutut.',
    verified: true,
    drill: false,
    channel: 'telepon',
    reporter: { name: 'Yakob' },
    occurredAt: '2026-01-17T12:40:00+08:00',
  })
})
