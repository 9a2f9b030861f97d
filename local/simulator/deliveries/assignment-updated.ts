import type { DeliveryBody } from '#contracts/wire/partner/deliveries.ts'
import { drive, isOnTheWay } from '../driver/drive.ts'
import type { Simulation } from '../simulation.ts'

/** The place was corrected: whoever is on his way turns to the new one. */
export const assignmentUpdated = (sim: Simulation, data: DeliveryBody<'assignment.updated'>): void => {
  const { book, surprises, diary } = sim
  const { assignmentId, place } = data
  const driver = book.drivers.get(data.volunteerRef)
  if (driver === undefined) return surprises.add('unknown_volunteer', data.volunteerRef, 'assignment.updated')
  const task = book.tasks.get(assignmentId)
  if (task === undefined) return surprises.add('unknown_task', assignmentId, 'assignment.updated')
  diary.write('assignment.updated', { assignmentId, volunteerRef: driver.ref })
  task.place = { lat: place.lat, lng: place.lng }
  if (isOnTheWay(task)) drive(sim, driver, task)
}
