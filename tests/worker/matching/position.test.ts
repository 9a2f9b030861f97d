import { describe, expect, test } from 'vitest'
import { isPlace } from '#contracts/domain/place.ts'
import { positionFrom } from '#contracts/domain/whereabouts/position.ts'
import { at, NOW, OEBUFU, POLICY } from './given.ts'

const fix = (over = {}) => ({ ...OEBUFU, accuracyM: 20, at: at(-30), ...over })
const area = { lat: -10.16, lng: 123.6, radiusM: 900, at: at(-7200) }
const from = (
  ...[given, declared]: [Parameters<typeof positionFrom>[1], Parameters<typeof positionFrom>[2]]
) => positionFrom(NOW, given, declared, POLICY)

describe('the position of a volunteer', () => {
  test('a fix under 120 s and under 200 m is live, as uncertain as it says', () => {
    expect(from(fix(), area)).toEqual({ ...OEBUFU, source: 'live', ageS: 30, uncertaintyM: 20 })
  })

  test('at 120 s it is recent', () => {
    expect(from(fix({ at: at(-120) }), null)).toMatchObject({ source: 'recent', ageS: 120, uncertaintyM: 20 })
  })

  test('a young fix of 200 m is recent', () => {
    expect(from(fix({ accuracyM: 200 }), null)).toMatchObject({ source: 'recent', uncertaintyM: 200 })
  })

  test('a recent fix grows uncertain with the time since it was live', () => {
    expect(from(fix({ at: at(-1000) }), area)).toMatchObject({ source: 'recent', uncertaintyM: 900 })
  })

  test('at 30 min the declared area takes over', () => {
    expect(from(fix({ at: at(-1800) }), area)).toEqual({
      lat: area.lat,
      lng: area.lng,
      source: 'declared',
      ageS: 7200,
      uncertaintyM: 900,
    })
  })

  test('without a fix the declared area counts', () => {
    expect(from(null, area)).toMatchObject({ source: 'declared' })
  })

  test('clocks may differ a little, not by ten minutes', () => {
    expect(from(fix({ at: at(20) }), null)).toMatchObject({ source: 'live', ageS: 0 })
    expect(from(fix({ at: at(600) }), area)).toMatchObject({ source: 'declared' })
  })

  test.each([
    ['no latitude', { lat: NaN }],
    ['a longitude off the globe', { lng: 181 }],
    ['null island', { lat: 0, lng: 0 }],
    ['no accuracy', { accuracyM: NaN }],
    ['an accuracy below 0', { accuracyM: -1 }],
    ['an accuracy of a town', { accuracyM: 2000 }],
    ['no time', { at: new Date(NaN) }],
  ])('a fix with %s is no fix', (_what, broken) => {
    expect(from(fix(broken), null)).toBeNull()
    expect(from(fix(broken), area)).toMatchObject({ source: 'declared' })
  })

  test('a broken declaration is none, and nothing at all is null', () => {
    expect(from(null, { ...area, lat: Infinity })).toBeNull()
    expect(from(null, { ...area, radiusM: NaN })).toBeNull()
    expect(from(null, null)).toBeNull()
  })

  test('places are on the globe', () => {
    expect(isPlace(OEBUFU)).toBe(true)
    expect(isPlace({ lat: 0, lng: 123 })).toBe(true)
    expect(isPlace({ lat: -91, lng: 0 })).toBe(false)
  })
})
