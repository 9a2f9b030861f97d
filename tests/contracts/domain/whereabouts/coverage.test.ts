import { describe, expect, it } from 'vitest'
import { defaultMatchPolicy as policy } from '#contracts/domain/policy/defaults.ts'
import { coverageOf, type Helper, levelOf } from '#contracts/domain/whereabouts/coverage.ts'
import { circle } from '#contracts/domain/zone/ring.ts'

const OEBUFU = { code: 'a', lat: -10.17, lng: 123.62 }
const north = (metres: number) => ({ lat: OEBUFU.lat + metres / 111_195, lng: OEBUFU.lng })
const FAR = { code: 'b', ...north(9_000) }
const helper = (metres: number, over: Partial<Helper> = {}, uncertaintyM = 0): Helper => ({
  personKey: `person ${String(metres)}`,
  vehicle: 'motorcycle',
  position: { ...north(metres), source: 'live', ageS: 0, uncertaintyM },
  onTrip: false,
  bound: false,
  ...over,
})
const at = (helpers: Helper[], ...zones: Parameters<typeof coverageOf>[2]) =>
  coverageOf([OEBUFU], helpers, zones, 600, policy)[0]
const never = (helpers: Helper[]) => coverageOf([OEBUFU], helpers, [], 600, { ...policy, onTrip: 'never' })[0]

const order = (helpers: Helper[]) =>
  coverageOf([OEBUFU, FAR], helpers, [], 600, policy).map(({ code }) => code)

describe('coverage', () => {
  // 1,000 m × 1.45 ÷ (28 ÷ 3.6 m/s) = 186 s: ten minutes are 3,218 m on a motorcycle and 2,873 m in a car.
  it('counts who is there in time by the travel time of matching, each vehicle at its own speed', () => {
    const cars = [2_800, 2_900].map((metres) => helper(metres, { vehicle: 'car' }))
    expect(at([helper(3_200), helper(3_250), ...cars])).toEqual({
      code: 'a',
      free: 2,
      bound: 0,
      nearestS: 585,
    })
  })

  it('takes what is uncertain of a place for way to go, as a ring does', () => {
    expect(at([helper(2_000, {}, 1_200)])).toMatchObject({ free: 1, nearestS: 597 })
    expect(at([helper(2_000, {}, 1_300)])).toMatchObject({ free: 0, nearestS: 615 })
  })

  it('counts a natural person once, and those who are bound apart', () => {
    const twice = [helper(100), helper(200, { personKey: 'person 100', vehicle: 'car' })]
    expect(at([...twice, helper(50, { bound: true })])).toEqual({
      code: 'a',
      free: 1,
      bound: 1,
      nearestS: 19,
    })
  })

  it('lets nobody bring a passenger home within ten minutes', () => {
    expect(at([helper(0, { onTrip: true })])).toMatchObject({ free: 1, nearestS: 600 })
    expect(at([helper(100, { onTrip: true })])).toMatchObject({ free: 0, nearestS: 619 })
    // Nor is he counted where nobody asks him.
    expect(never([helper(0, { onTrip: true }), helper(100)])).toMatchObject({ free: 1, nearestS: 19 })
    expect(never([helper(0, { onTrip: true })])).toMatchObject({ free: 0, nearestS: null })
  })

  it('leads nobody through a danger zone that bars his vehicle', () => {
    const zone = { zoneId: 'z', ring: circle(north(500), 100), bars: ['motorcycle' as const] }
    expect(at([helper(1_000)], zone)).toEqual({ code: 'a', free: 0, bound: 0, nearestS: null })
    expect(at([helper(1_000, { vehicle: 'car' })], zone)).toMatchObject({ free: 1 })
  })

  it('puts thin places first, and of those the one with the longest way', () => {
    expect(order([helper(0)])).toEqual(['b', 'a'])
    expect(order([helper(5_000)])).toEqual(['a', 'b'])
    expect(order([])).toEqual(['a', 'b'])
  })

  it('calls few thin', () => {
    expect([0, 1, 2, 3].map((free) => levelOf({ free }))).toEqual(['none', 'thin', 'thin', 'fair'])
  })
})
