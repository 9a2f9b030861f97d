import { describe, expect, it } from 'vitest'
import { drawHours, isAtWork, secondsToChange } from '../../../local/simulator/day/hours.ts'
import { randomOf } from '../../../local/simulator/random.ts'

/** A moment by the clock of Kupang: WITA is UTC+8. */
const wita = (clock: string) => new Date(`2026-01-17T${clock}:00+08:00`)
const day = [{ from: 6 * 60, to: 14 * 60 }]
const night = [{ from: 21 * 60, to: 5 * 60 }]
const hoursOf = (name: string) => drawHours(randomOf(1, name))

describe('hours', () => {
  it('are read by the clock of Kupang', () => {
    expect(isAtWork(day, wita('05:59'))).toBe(false)
    expect(isAtWork(day, wita('06:00'))).toBe(true)
    expect(isAtWork(day, wita('13:59'))).toBe(true)
    expect(isAtWork(day, wita('14:00'))).toBe(false)
  })

  it('may go past midnight', () => {
    expect(isAtWork(night, wita('23:30'))).toBe(true)
    expect(isAtWork(night, wita('04:59'))).toBe(true)
    expect(isAtWork(night, wita('12:00'))).toBe(false)
  })

  it('say how long until the next change', () => {
    expect(secondsToChange(day, wita('05:00'))).toBe(3600)
    expect(secondsToChange(day, wita('06:00'))).toBe(8 * 3600)
    expect(secondsToChange(night, wita('23:00'))).toBe(6 * 3600)
  })

  it('are the same for the same seed and differ from person to person', () => {
    expect(hoursOf('d1')).toEqual(hoursOf('d1'))
    expect(
      new Set(Array.from({ length: 40 }, (_, n) => JSON.stringify(hoursOf(`d${n}`)))).size,
    ).toBeGreaterThan(30)
  })

  it('leave nobody on duty for more than ten hours, and at no hour nobody or everybody', () => {
    const crew = Array.from({ length: 300 }, (_, n) => drawHours(randomOf(7, `d${n}`)))
    for (const hours of crew) {
      const minutes = hours.reduce((sum, { from, to }) => sum + ((to - from + 1440) % 1440), 0)
      expect(minutes).toBeLessThanOrEqual(600)
      expect(minutes).toBeGreaterThanOrEqual(360)
    }
    for (let hour = 0; hour < 24; hour++) {
      const at = wita(`${String(hour).padStart(2, '0')}:30`)
      const present = crew.filter((hours) => isAtWork(hours, at)).length / crew.length
      expect(present).toBeGreaterThan(0.12)
      expect(present).toBeLessThan(0.75)
    }
  })
})
