import { describe, expect, it } from 'vitest'
import { firstPolicy } from '#contracts/domain/policy/policy.ts'
import { weatherInForce } from '../../dashboard/src/panels/frame/weather.ts'
import { en } from '../../dashboard/src/text/en.ts'
import { id } from '../../dashboard/src/text/id.ts'

const rain = {
  ...firstPolicy.settings,
  weather: 'heavy_rain',
  weatherUntil: '2026-01-17T10:00:00.000Z',
} as const
const end = Date.parse(rain.weatherUntil)

describe('the weather in force', () => {
  it('is rain to the millisecond of its end, and then as on any other day', () => {
    expect(weatherInForce(rain, end - 1)).toEqual({
      weather: 'heavy_rain',
      speed: 0.6,
      until: rain.weatherUntil,
    })
    expect(weatherInForce(rain, end)).toBeNull()
    expect(weatherInForce(firstPolicy.settings, end)).toBeNull()
  })

  it('goes on where an older policy gave no end', () => {
    const endless = { ...rain, weather: 'cyclone', weatherUntil: null } as const
    expect(weatherInForce(endless, end)).toMatchObject({ weather: 'cyclone', until: null })
  })

  it('is said with its speed and its end', () => {
    const [spoken, english] = [id, en].map(({ frame: { weather } }) =>
      weather.said(weather.kinds.heavy_rain, 60, '18.00'),
    )
    expect(spoken).toBe('Waktu tempuh dihitung dengan hujan lebat (kecepatan 60 %) sampai 18.00 WITA.')
    expect(english).toBe('Travel times count heavy rain (60% speed) until 18.00 WITA.')
    expect(id.frame.weather.said('siklon', 60, null)).toContain('sampai diubah')
  })
})
