import { phrase } from '../day/phrases.ts'
import type { Simulation } from '../simulation.ts'
import { tell } from '../tell.ts'
import { momentAt } from '../whereabouts.ts'
import type { Driver } from './driver.ts'

/** Now, and where he is if his phone says so. */
const hereAndNow = (sim: Simulation, driver: Driver) => {
  const now = sim.time.now()
  const { point } = momentAt(driver, now.getTime())
  return { volunteerRef: driver.ref, at: now.toISOString(), ...(driver.phone.tellsWhere ? point : {}) }
}

/** "Butuh bantuan". Not from a lost phone. */
export const callForHelp = (sim: Simulation, driver: Driver): void => {
  if (driver.phone.lost) return
  const call = { ...hereAndNow(sim, driver), text: phrase(driver.fates, 'sos') }
  void tell(sim, driver, 'volunteer.sos', call).then((answer) => {
    if (answer?.status === 200) sim.book.calledForHelp += 1
  })
}

/** He writes to the command post; without a task any more nobody there takes it. */
export const writeToPost = (sim: Simulation, driver: Driver): void => {
  if (driver.phone.lost) return
  const message = { ...hereAndNow(sim, driver), text: phrase(driver.fates, 'message') }
  void tell(sim, driver, 'message.received', message, [409])
}

/** "Aman": a sign of life. It may come when nobody waits for it any more. */
export const answerCheckin = (sim: Simulation, driver: Driver): void => {
  if (driver.phone.lost) return
  const sign = { ...hereAndNow(sim, driver), text: phrase(driver.fates, 'well') }
  void tell(sim, driver, 'checkin.answered', sign, [409])
}
