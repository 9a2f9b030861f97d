import { PositionsTaken, type Positions } from '#contracts/wire/partner/events.ts'
import type { Driver } from './driver/driver.ts'
import { metresAway } from './geo.ts'
import { parsed } from './json.ts'
import { lognormal, normal } from './random.ts'
import type { Simulation } from './simulation.ts'
import { momentAt, wander } from './whereabouts.ts'

const BATCH = 1000
/** Metres: a phone in a street, a good one and a bad one. */
const ACCURACY_M = { median: 10, sigma: 0.5, best: 4, worst: 120 }
/** How much of an error stays until the next fix: a position drifts around the true one and does not jump. */
const STAYS = 0.9
/** New error of a fix, as part of its accuracy; with what stays, two fixes in three lie within half the accuracy. */
const FRESH = 0.15

/** Where those are whose phones say so, at `now`; everybody else is known by the declared area only. */
export const positionsAt = (drivers: Iterable<Driver>, now: Date): Positions['positions'] => {
  const at = now.toISOString()
  return [...drivers]
    .filter(({ phone, onDuty, task }) => phone.tellsWhere && !phone.lost && (onDuty || task !== null))
    .map((driver) => {
      wander(driver, now.getTime())
      const { point, speedMps, headingDeg } = momentAt(driver, now.getTime())
      const accuracyM = drift(driver)
      const { lat, lng } = metresAway(point, driver.phone.off)
      return {
        volunteerRef: driver.ref,
        lat: Number(lat.toFixed(6)),
        lng: Number(lng.toFixed(6)),
        accuracyM,
        speedMps: Number(speedMps.toFixed(1)),
        headingDeg: Math.round(headingDeg) % 360,
        at,
      }
    })
}

/** The error of his phone moves on. Returns how accurate it thinks it is, in metres. */
const drift = ({ gps, phone }: Driver): number => {
  const { median, sigma, best, worst } = ACCURACY_M
  const accuracyM = Math.round(Math.min(worst, Math.max(best, lognormal(gps, median, sigma))))
  const moved = (off: number) => STAYS * off + FRESH * accuracyM * normal(gps)
  phone.off = { east: moved(phone.off.east), north: moved(phone.off.north) }
  return accuracyM
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
