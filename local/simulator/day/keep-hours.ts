import type { Driver } from '../driver/driver.ts'
import { isBusy } from '../driver/busy.ts'
import { lifeNow, lived, type Simulation } from '../simulation.ts'
import { isAtWork, secondsToChange } from './hours.ts'
import { tellDuty } from './tell-duty.ts'

/** Requests under way at once: a platform that comes back does not storm its partner. */
const AT_ONCE = 4
/** Somebody busy goes home a little later. */
const LATER_S = 120

/** Whether he should be on duty now: always, or by his own hours. */
const isDue = (sim: Simulation, { hours }: Driver): boolean =>
  !sim.settings.day.shifts || isAtWork(hours, lifeNow(sim))

/**
 * Tells of everybody who serves at all (whom the roster has off duty does not). With shifts also of those whose hours
 * have not begun: Top Ranger may know them as on duty since yesterday. Resolves when all have been told.
 */
export async function announceDuty(sim: Simulation): Promise<void> {
  const serving = [...sim.book.drivers.values()].filter(({ entry }) => entry.duty !== 'off')
  const waiting = [...serving]
  const caller = async () => {
    for (let driver = waiting.shift(); driver !== undefined; driver = waiting.shift())
      await announce(sim, driver)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, caller))
  sim.book.announced = true
  sim.diary.write('duty.announced')
  if (sim.settings.day.shifts) for (const driver of serving) keepHours(sim, driver)
}

/** From now on he goes on and off duty by his hours. */
const keepHours = (sim: Simulation, driver: Driver): void => {
  const isOver = driver.onDuty !== isDue(sim, driver)
  const inS = isOver ? LATER_S : secondsToChange(driver.hours, lifeNow(sim))
  sim.time.after(lived(sim, inS), () => void change(sim, driver))
}

const change = async (sim: Simulation, driver: Driver): Promise<void> => {
  const mayChange = !driver.phone.lost && !isBusy(sim, driver)
  if (mayChange && driver.onDuty !== isDue(sim, driver)) await announce(sim, driver)
  keepHours(sim, driver)
}

async function announce(sim: Simulation, driver: Driver): Promise<void> {
  const { duty: usual, declaredArea } = driver.entry
  const duty = isDue(sim, driver) ? usual : 'off'
  // From now on: an offer may come before the answer does, and what is on its way to somebody who leaves comes too.
  driver.onDuty = duty === 'on'
  if (duty === 'off') driver.offSince = sim.time.now().getTime()
  sim.diary.write('duty.told', { volunteerRef: driver.ref, duty })
  await tellDuty(sim, driver, {
    duty,
    ...(declaredArea && duty !== 'off' ? { declaredArea } : {}),
    // Whoever had a passenger when we last stopped has none now.
    ...(driver.onDuty && sim.settings.day.tripsPerHour > 0 ? { onTrip: false } : {}),
  })
}
