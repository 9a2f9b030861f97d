import type { DeliveryBody } from '#contracts/wire/partner/deliveries.ts'
import { whenHeard } from '../day/phones.ts'
import { acknowledge } from '../driver/acknowledge.ts'
import { carryOut } from '../driver/drive.ts'
import { taskOf } from '../driver/task.ts'
import { metresBetween } from '../geo.ts'
import type { Simulation } from '../simulation.ts'

/** He has the task and now learns the exact place. An operator may also have bound him by hand, without an offer. */
export const assignmentConfirmed = (sim: Simulation, data: DeliveryBody<'assignment.confirmed'>): void => {
  const { book, surprises, diary } = sim
  const { assignmentId, offerId, place } = data
  const driver = book.drivers.get(data.volunteerRef)
  if (driver === undefined)
    return surprises.add('unknown_volunteer', data.volunteerRef, 'assignment.confirmed')
  compare(sim, data)
  const task = taskOf(sim, driver, assignmentId, offerId)
  surprises.settle('confirmation_missing', assignmentId)
  surprises.settle('unknown_task', assignmentId)
  diary.write('assignment.confirmed', { assignmentId, volunteerRef: driver.ref })
  acknowledge(sim, driver, assignmentId, 'confirmed')
  if (task.place !== null) return
  // His platform knows by now; he himself learns of it when his phone does.
  task.cancel()
  task.place = { lat: place.lat, lng: place.lng }
  whenHeard(driver, () => carryOut(sim, driver, task))
}

/** Against the offer that it came of, when we had one. */
const compare = (
  { book, surprises }: Simulation,
  { assignmentId, offerId, place }: DeliveryBody<'assignment.confirmed'>,
): void => {
  const held = book.offers.get(offerId)
  if (held === undefined) return
  if (!held.answered || held.fate === 'declined')
    surprises.add(
      'confirmed_after_no',
      assignmentId,
      `${offerId}: ${held.answered ? 'declined' : 'not answered'}`,
    )
  // The centre of a cell of 500 m is the place itself in one case of 80,000.
  if (metresBetween(held.data.place, place) < 1)
    surprises.add('exact_place_before_acceptance', offerId, 'the offer named the exact place')
}
