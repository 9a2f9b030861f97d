import { nothing, type Task } from '../book.ts'
import type { Simulation } from '../simulation.ts'
import { drawCourse } from './course.ts'
import type { Driver } from './driver.ts'

/** Seconds until a promised confirmation is missed: an offer's own retries take 30. */
const CONFIRMED_WITHIN_S = 60

/** The task with this id; made when the answer or the delivery is the first to name it. */
export const taskOf = (
  sim: Simulation,
  driver: Driver,
  assignmentId: string,
  offerId: string | null,
): Task => {
  const known = sim.book.tasks.get(assignmentId)
  if (known !== undefined) return known
  if (driver.task !== null)
    sim.surprises.add('second_task', assignmentId, `${driver.ref} is on ${driver.task.assignmentId}`)
  const task: Task = {
    assignmentId,
    offerId,
    course: drawCourse(driver.fates, sim.settings.day),
    place: null,
    reached: new Set(),
    told: new Set(),
    calledHome: false,
    state: 'awaiting',
    cancel: nothing,
    heldBack: null,
    telling: Promise.resolve(),
  }
  sim.book.tasks.set(assignmentId, task)
  driver.task = task
  return task
}

/** He said yes and was promised the task: the exact place must follow by webhook. */
export const awaitConfirmation = (
  sim: Simulation,
  driver: Driver,
  assignmentId: string,
  offerId: string,
): void => {
  const task = taskOf(sim, driver, assignmentId, offerId)
  if (task.state !== 'awaiting' || task.place !== null) return
  task.cancel = sim.time.after(CONFIRMED_WITHIN_S, () =>
    sim.surprises.add('confirmation_missing', assignmentId, `after ${CONFIRMED_WITHIN_S} s`),
  )
}

/** Done, given back, or called home: he is free. */
export const endTask = (driver: Driver, task: Task, now: number): void => {
  task.cancel()
  task.state = 'over'
  if (driver.task !== task) return
  driver.task = null
  driver.idleUntil = now + 60_000
}
