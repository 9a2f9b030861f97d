import type { Chance } from '../../faults/chance.ts'
import type { Pace } from '../../faults/crowd/pace.ts'
import type { Place } from '../../faults/crowd/place.ts'
import { signed } from '../../faults/crowd/platform.ts'
import type { Speech } from '../../faults/crowd/say.ts'
import { atTimes } from '../pace.ts'
import type { Figures } from './figures.ts'

export interface PositionsOptions {
  place: Place
  speech: Speech
  figures: Figures
  chance: () => Chance
  pace: Pace
  nextId: (what: string) => string
  everyS: number
}

/** Some 20 m: a crowd that waits. */
const STEP_DEG = 0.0002

/**
 * Each platform tells of a part of its drivers once a second, so that each of them is told of once in `everyS`. Not
 * journalled, and not in the ledger: what is lost is made good by the next.
 */
export const tellPositions = (
  options: PositionsOptions,
  startAt: number,
  seconds: number,
): Promise<unknown> => {
  const { place, speech, figures, chance, pace, nextId, everyS } = options
  const where = new Map(
    place.drivers.map(({ ref }) => [
      ref,
      { lat: chance().between(-10.2, -10.14), lng: chance().between(123.57, 123.66) },
    ]),
  )
  const fixOf = (ref: string, at: string) => {
    const last = where.get(ref) ?? { lat: -10.17, lng: 123.61 }
    const next = {
      lat: last.lat + chance().between(-STEP_DEG, STEP_DEG),
      lng: last.lng + chance().between(-STEP_DEG, STEP_DEG),
    }
    where.set(ref, next)
    return { volunteerRef: ref, ...next, at }
  }

  return Promise.all(
    place.partners.map(async (partner, i) => {
      const own = place.drivers.filter((driver) => driver.partner === partner.ref)
      const parts = Array.from({ length: everyS }, (_, part) => own.filter((_one, n) => n % everyS === part))
      const offset = (i * 1000) / place.partners.length
      const times = Array.from({ length: seconds }, (_, s) => s * 1000 + offset)
      let second = 0
      await atTimes(
        times,
        startAt,
        figures.times.late,
        () => !pace.isPlaying(),
        (intendedAt) => {
          const part = parts[(second += 1) % everyS] ?? []
          if (part.length === 0) return
          const at = new Date().toISOString()
          const body = JSON.stringify({ positions: part.map(({ ref }) => fixOf(ref, at)) })
          const message = signed(partner, {
            kind: 'duty',
            id: nextId('fix'),
            path: '/partner/v1/positions',
            body,
          })
          void speech.ask(message, i).then((answer) => {
            if (answer !== null) figures.since('positions', intendedAt)
          })
        },
      )
    }),
  )
}
