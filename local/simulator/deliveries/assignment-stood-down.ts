import type { DeliveryBody } from '#contracts/wire/partner/deliveries.ts'
import { acknowledge } from '../driver/acknowledge.ts'
import { turnBack } from '../driver/drive.ts'
import { taskOf } from '../driver/task.ts'
import type { Simulation } from '../simulation.ts'

/** Called home. It may come before the confirmation: then the task is over before it began. */
export const assignmentStoodDown = (sim: Simulation, data: DeliveryBody<'assignment.stood_down'>): void => {
  const { book, surprises, diary } = sim
  const { assignmentId, reason } = data
  const driver = book.drivers.get(data.volunteerRef)
  if (driver === undefined)
    return surprises.add('unknown_volunteer', data.volunteerRef, 'assignment.stood_down')
  if (!book.tasks.has(assignmentId)) surprises.add('unknown_task', assignmentId, 'assignment.stood_down')
  const task = taskOf(sim, driver, assignmentId, null)
  task.calledHome = true
  turnBack(sim, driver, task)
  surprises.settle('step_refused', assignmentId)
  surprises.settle('offer_while_on_task', assignmentId)
  surprises.settle('confirmation_missing', assignmentId)
  diary.write('assignment.stood_down', { assignmentId, volunteerRef: driver.ref, reason })
  acknowledge(sim, driver, assignmentId, 'stood_down')
}
