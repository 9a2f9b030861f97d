import { PositionsTaken, type Positions } from '#contracts/wire/partner/events.ts'
import type { Driver } from './book.ts'
import { parsed } from './json.ts'
import { between } from './random.ts'
import type { Simulation } from './simulation.ts'
import { momentAt, wander } from './whereabouts.ts'

const BATCH = 1000

/** Where those are whose phones say so, at `now`; everybody else is known by the declared area only. */
export const positionsAt = (drivers: Iterable<Driver>, now: Date): Positions['positions'] => {
  const at = now.toISOString()
  return [...drivers]
    .filter(({ entry, onDuty }) => entry.positions && onDuty)
    .map((driver) => {
      wander(driver, now.getTime())
      const { point, speedMps, headingDeg } = momentAt(driver, now.getTime())
      return {
        volunteerRef: driver.ref,
        lat: Number(point.lat.toFixed(6)),
        lng: Number(point.lng.toFixed(6)),
        accuracyM: Math.round(between(driver.ways, 5, 25)),
        speedMps: Number(speedMps.toFixed(1)),
        headingDeg: Math.round(headingDeg) % 360,
        at,
      }
    })
}

/** Sends one round of positions now and the next when this one is through. */
export async function sharePositions(sim: Simulation): Promise<void> {
  const positions = positionsAt(sim.book.drivers.values(), sim.time.now())
  for (let from = 0; from < positions.length; from += BATCH)
    await shareBatch(sim, positions.slice(from, from + BATCH))
  sim.time.after(sim.settings.positionsEveryS, () => void sharePositions(sim))
}

async function shareBatch(sim: Simulation, positions: Positions['positions']): Promise<void> {
  const reply = await sim.platform.sendPositions({ positions })
  if (reply === null) return
  if (reply.status !== 200) {
    // 429 and 5xx: the next round is as good.
    if (reply.status < 500 && reply.status !== 429)
      sim.surprises.add('refused', 'positions', `${reply.status} ${reply.text.slice(0, 200)}`)
    return
  }
  const taken = PositionsTaken.safeParse(parsed(reply.text))
  if (!taken.success) sim.surprises.add('answer_schema', 'positions', reply.text.slice(0, 200))
  else for (const ref of taken.data.unknown) sim.surprises.add('unknown_volunteer', ref, 'position not known')
}
