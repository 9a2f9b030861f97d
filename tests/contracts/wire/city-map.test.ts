import { describe, expect, it } from 'vitest'
import { cityMap } from '#contracts/wire/present/city-map.ts'

const merdeka = { lat: -10.1596, lng: 123.5882 }
const besideIt = { lat: -10.155, lng: 123.595 }
const inTheEast = { lat: -10.13, lng: 123.69 }
const inTheWest = { lat: -10.22, lng: 123.53 }

describe('the picture of the city', () => {
  it('shows all of it when no place is named', () => {
    const whole = cityMap(720)
    expect(whole.bar.km).toBe(5)
    for (const point of [merdeka, inTheEast, inTheWest]) {
      const { x, y } = whole.place(point)
      expect(x > 0 && x < whole.width && y > 0 && y < whole.height).toBe(true)
    }
  })

  it('comes close to places that lie near each other, and holds them', () => {
    const whole = cityMap(720)
    const close = cityMap(720, [merdeka, besideIt])
    expect(close.height).toBeCloseTo(whole.height, -1)
    expect(close.bar.km).toBeLessThan(5)
    expect(close.bar.length / close.bar.km).toBeGreaterThan((2 * whole.bar.length) / whole.bar.km)
    for (const point of [merdeka, besideIt]) {
      const { x, y } = close.place(point)
      expect(x > 0 && x < close.width && y > 0 && y < close.height).toBe(true)
    }
  })

  it('stays whole when the places lie as far apart as the city is wide', () => {
    expect(cityMap(720, [inTheEast, inTheWest, merdeka]).bar).toEqual(cityMap(720).bar)
  })
})
