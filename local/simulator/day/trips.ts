import type { Driver } from '../driver/driver.ts'
import { isBusy } from '../driver/busy.ts'
import { metresBetween } from '../geo.ts'
import { landmarks } from '../landmarks.ts'
import { exponential, pick } from '../random.ts'
import type { Simulation } from '../simulation.ts'
import { hurrying, momentAt, ownKmh, paceOf, sendTo, stopAt } from '../whereabouts.ts'
import { whenHeard } from './phones.ts'
import { tellDuty } from './tell-duty.ts'

const HOUR_S = 3600
/** Nobody calls a driver for less. */
const LEAST_M = 1200

/**
 * From now on he takes a passenger now and then, when he waits. The waits shrink as the rides do and no further: rides
 * have a limit of speed, and nobody should be on the road all the time because life is played fast.
 */
export const takePassengers = (sim: Simulation, driver: Driver): void => {
  const { tripsPerHour } = sim.settings.day
  if (tripsPerHour === 0) return
  const waitsS = exponential(driver.life, HOUR_S / tripsPerHour) / paceOf(sim.settings)
  sim.time.after(waitsS, () => {
    if (driver.onDuty && !driver.phone.lost && !isBusy(sim, driver)) setOut(sim, driver)
    takePassengers(sim, driver)
  })
}

const setOut = (sim: Simulation, driver: Driver): void => {
  const now = sim.time.now().getTime()
  const { point } = momentAt(driver, now)
  const to = pick(
    driver.ways,
    landmarks.filter((landmark) => metresBetween(point, landmark) >= LEAST_M),
  )
  const arrivesAt = sendTo(driver, to, hurrying(sim.settings, ownKmh(driver)), now)
  driver.trip = { cancel: sim.time.after((arrivesAt - now) / 1000, () => endTrip(sim, driver)) }
  tellTrip(sim, driver, true)
}

/** The passenger has arrived, or had to get off because a task came first. */
export const endTrip = (sim: Simulation, driver: Driver): void => {
  if (driver.trip === null) return
  driver.trip.cancel()
  driver.trip = null
  stopAt(driver, sim.time.now().getTime())
  whenHeard(driver, () => tellTrip(sim, driver, false))
}

const tellTrip = (sim: Simulation, driver: Driver, onTrip: boolean): void => {
  sim.diary.write(onTrip ? 'trip.began' : 'trip.ended', { volunteerRef: driver.ref })
  // Off duty his rides are nobody's business.
  if (driver.onDuty) void tellDuty(sim, driver, { duty: 'on', onTrip })
}
