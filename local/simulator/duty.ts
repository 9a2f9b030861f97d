import type { Driver } from './book.ts'
import type { Simulation } from './simulation.ts'
import { tell } from './tell.ts'

/** Requests under way at once: a platform that comes back does not storm its partner. */
const AT_ONCE = 4

/** Tells of everybody who is not off duty. Resolves when all have been told. */
export async function announceDuty(sim: Simulation): Promise<void> {
  const waiting = [...sim.book.drivers.values()].filter(({ entry }) => entry.duty !== 'off')
  const caller = async () => {
    for (let driver = waiting.shift(); driver !== undefined; driver = waiting.shift())
      await announce(sim, driver)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, caller))
  sim.book.announced = true
  sim.diary.write('duty.announced')
}

async function announce(sim: Simulation, driver: Driver): Promise<void> {
  const { duty, declaredArea } = driver.entry
  // From now on: an offer may come before the answer does.
  driver.onDuty = duty === 'on'
  await tell(sim, driver, 'volunteer.duty_changed', {
    volunteerRef: driver.ref,
    duty,
    ...(declaredArea ? { declaredArea } : {}),
  })
}
