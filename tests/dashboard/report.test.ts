import { expect, test } from 'vitest'
import { firstProcedure } from '#contracts/domain/procedure/defaults.ts'
import { routes } from '#contracts/wire/routes/all.ts'
import { emptyDraft, missingIn, reportBody, type Draft } from '../../dashboard/src/panels/report/draft.ts'
import { occurredAt } from '../../dashboard/src/panels/report/occurred.ts'
import { isRough, possibleRepeats } from '../../dashboard/src/panels/report/possible.ts'
import {
  followHazard,
  fromTemplate,
  isOfAnother,
  type Templates,
} from '../../dashboard/src/panels/report/template.ts'
import { placeOf, pointOf, type StatedPlace } from '../../dashboard/src/panels/shared/place-draft.ts'
import { summary } from './a-summary.ts'

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

const templates: Templates = firstProcedure.needs
let made = 0
const newKey = (): string => `row_${String((made += 1))}`
const kept = (draft: Draft) =>
  draft.needs.map(({ task, vehicle, skill, quantity }) => ({ task, vehicle, skill, quantity }))
const flood: Draft = { ...filled, ...fromTemplate(templates, 'banjir', newKey) }

test('another hazard takes its own template as long as nobody touched the rows', () => {
  expect(kept(flood)).not.toEqual(templates.gempa_bumi)
  const quake = followHazard({ ...flood, hazard: 'gempa_bumi' }, templates, newKey)
  expect(kept(quake)).toEqual(templates.gempa_bumi)
  expect(quake.needsFor).toBe('gempa_bumi')
  const undecided = followHazard({ ...flood, hazard: null }, templates, newKey)
  expect(kept(undecided)).toEqual(templates.banjir)
  expect(kept(followHazard({ ...undecided, hazard: 'gempa_bumi' }, templates, newKey))).toEqual(
    templates.gempa_bumi,
  )
})

test('rows that somebody touched stay, and are known to be for another hazard', () => {
  const touched = { ...flood, needs: flood.needs.map((need) => ({ ...need, quantity: need.quantity + 1 })) }
  const quake = followHazard({ ...touched, hazard: 'gempa_bumi' }, templates, newKey)
  expect(quake.needs).toEqual(touched.needs)
  expect(isOfAnother(quake)).toBe(true)
  expect(isOfAnother({ ...quake, ...fromTemplate(templates, 'gempa_bumi', newKey) })).toBe(false)
  expect(isOfAnother({ ...quake, hazard: 'banjir' })).toBe(false)
  expect(isOfAnother({ ...emptyDraft, hazard: 'gempa_bumi' })).toBe(false)
})

const at = (place: { lat: number; lng: number }, kelurahan: string | null) => ({
  place: { ...place, kelurahan, doubt: false },
})
const reference = { lat: oebufu.lat, lng: oebufu.lng }
const corner = { lat: -10.19, lng: 123.61 }
const open = [
  summary('near', at(reference, oebufu.code)),
  summary('corner', at(corner, oebufu.code)),
  summary('elsewhere', at(corner, '53.71.05.1001')),
  summary('unnamed', at(corner, null)),
]
const nearby = [{ incident: open[0] ?? summary('near'), distanceM: 0 }]
const found = (place: StatedPlace) =>
  possibleRepeats(place, oebufu, nearby, open).map(({ incident, distanceM }) => [incident.id, distanceM])

test('a place known by its kelurahan may repeat whatever was reported from there', () => {
  const place = { ...reference, kelurahan: oebufu.code }
  expect(isRough(place, oebufu)).toBe(true)
  expect(found(place)).toEqual([
    ['near', 0],
    ['corner', null],
  ])
})

test('a place known to the metre repeats what is near, and what is known by the kelurahan only', () => {
  const place = { ...corner, kelurahan: oebufu.code }
  expect(isRough(place, oebufu)).toBe(false)
  const repeats = possibleRepeats(place, oebufu, [], open)
  expect(repeats.map(({ incident }) => incident.id)).toEqual(['near'])
  expect(possibleRepeats({ ...corner, kelurahan: null }, undefined, [], open)).toEqual([])
})
