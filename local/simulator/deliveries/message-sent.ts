import type { DeliveryBody } from '#contracts/wire/partner/deliveries.ts'
import { whenHeard } from '../day/phones.ts'
import { writeToPost } from '../driver/words.ts'
import { between, chance } from '../random.ts'
import { lived, type Simulation } from '../simulation.ts'

/** Seconds of life until he writes back. */
const ANSWERS_AFTER_S = [15, 90] as const

/** The command post writes to somebody who is out. Some write back. */
export const messageSent = (sim: Simulation, data: DeliveryBody<'message.sent'>): void => {
  const { book, surprises, diary, settings } = sim
  const { assignmentId, volunteerRef } = data
  const driver = book.drivers.get(volunteerRef)
  if (driver === undefined) return surprises.add('unknown_volunteer', volunteerRef, 'message.sent')
  if (!book.tasks.has(assignmentId)) surprises.add('unknown_task', assignmentId, 'message.sent')
  diary.write('message.sent', { assignmentId, volunteerRef })
  if (!chance(driver.fates, settings.day.messagePct)) return
  whenHeard(driver, () =>
    sim.time.after(lived(sim, between(driver.fates, ...ANSWERS_AFTER_S)), () => writeToPost(sim, driver)),
  )
}
