import type { DeliveryBody } from '#contracts/wire/partner/deliveries.ts'
import { whenHeard } from '../day/phones.ts'
import { answerCheckin } from '../driver/words.ts'
import { between } from '../random.ts'
import { lived, type Simulation } from '../simulation.ts'

/** Seconds of life until he has stopped and looked at his phone. */
const ANSWERS_AFTER_S = [10, 60] as const

/** The command post asks whether he is well. He says so, as soon as his phone can. */
export const checkinRequested = (sim: Simulation, data: DeliveryBody<'checkin.requested'>): void => {
  const { book, surprises, diary } = sim
  const { assignmentId, volunteerRef, checkinId } = data
  const driver = book.drivers.get(volunteerRef)
  if (driver === undefined) return surprises.add('unknown_volunteer', volunteerRef, 'checkin.requested')
  if (!book.tasks.has(assignmentId)) surprises.add('unknown_task', assignmentId, 'checkin.requested')
  diary.write('checkin.requested', { assignmentId, volunteerRef, checkinId })
  whenHeard(driver, () =>
    sim.time.after(lived(sim, between(driver.fates, ...ANSWERS_AFTER_S)), () => answerCheckin(sim, driver)),
  )
}
