import { describe, expect, test } from 'vitest'
import { areaName, findKelurahan, isDoubtful, type Kelurahan } from '#contracts/domain/reference.ts'

const area = (code: string, name: string, lat: number, aliases: string[] = []): Kelurahan => ({
  code,
  name,
  aliases,
  kecamatan: 'Maulafa',
  kecamatanCode: 'K1',
  lat,
  lng: 123.6,
  hazards: [],
})
const areas = [
  area('A', 'Bakunase II', -10.1, ['Bakunase Dua']),
  ...['B', 'C', 'D', 'E', 'F'].map((code, index) => area(code, `Kelurahan ${code}`, -10.2 - index / 10)),
  area('G', 'Tuak Daun Merah', -10.9, ['TDM']),
]
const atA = { lat: -10.1, lng: 123.6 }

describe('a kelurahan is found', () => {
  test.each([
    ['its code', 'A', 'A'],
    ['its name in any case', 'bakunase ii', 'A'],
    ['an alias', 'Bakunase Dua', 'A'],
    ['an alias with dots and spaces', 't. d. m.', 'G'],
  ])('by %s', (_, text, code) => expect(findKelurahan(areas, text)?.code).toBe(code))

  test('not by a part of its name', () => expect(findKelurahan(areas, 'Bakunase')).toBeUndefined())
})

const stated = (code: string): Kelurahan => areas.find((one) => one.code === code) ?? area('?', '?', 0)

describe('a place is doubtful', () => {
  test('when the stated kelurahan is not among the five nearest', () => {
    expect(isDoubtful(areas, atA, stated('A'))).toBe(false)
    expect(isDoubtful(areas, atA, stated('E'))).toBe(false)
    expect(isDoubtful(areas, atA, stated('F'))).toBe(true)
    expect(isDoubtful(areas, atA, stated('G'))).toBe(true)
  })
})

test('a place has a name: the stated kelurahan, else the nearest, else the city', () => {
  expect(areaName(areas, atA, 'G')).toBe('Tuak Daun Merah, Kec. Maulafa')
  expect(areaName(areas, atA, null)).toBe('dekat Bakunase II, Kec. Maulafa')
  expect(areaName(areas, atA, 'unknown')).toBe('dekat Bakunase II, Kec. Maulafa')
  expect(areaName([], atA, null)).toBe('Kota Kupang')
})
