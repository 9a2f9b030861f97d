import type { PartnerEventData } from '#contracts/wire/partner/events.ts'
import type { Step, Task } from '../book.ts'
import { whenHeard } from '../day/phones.ts'
import { phrase } from '../day/phrases.ts'
import { chance } from '../random.ts'
import type { Simulation } from '../simulation.ts'
import { said, tell } from '../tell.ts'
import { momentAt } from '../whereabouts.ts'
import type { Driver } from './driver.ts'

type Progress = PartnerEventData<'assignment.progressed'>
type Exit = 'released' | 'failed'

const isExit = (state: Step): state is Exit => state === 'released' || state === 'failed'

/**
 * A step is reached now, and told, or when the phone is found. Networks do what they do: now and then the first step is
 * told after the second, or a step is told again under a new webhook-id.
 */
export const reach = (sim: Simulation, driver: Driver, task: Task, state: Step): void => {
  task.reached.add(state)
  const now = sim.time.now()
  const { point } = momentAt(driver, now.getTime())
  const data: Progress = {
    assignmentId: task.assignmentId,
    volunteerRef: driver.ref,
    state,
    at: now.toISOString(),
    ...(driver.phone.tellsWhere ? { lat: point.lat, lng: point.lng } : {}),
    ...(isExit(state) ? { note: phrase(driver.fates, state) } : {}),
  }
  if (state === 'en_route' && chance(driver.talk, sim.settings.repeatPct)) {
    task.heldBack = data
    return
  }
  const { heldBack } = task
  task.heldBack = null
  // Nothing can be told of a task that was given back.
  const steps = heldBack === null ? [data] : isExit(state) ? [heldBack, data] : [data, heldBack]
  whenHeard(driver, () => {
    task.telling = task.telling.then(() => tellInTurn(sim, driver, task, steps))
  })
}

async function tellInTurn(sim: Simulation, driver: Driver, task: Task, steps: Progress[]): Promise<void> {
  for (const step of steps) {
    await tellStep(sim, driver, task, step)
    if (isExit(step.state) || !chance(driver.talk, sim.settings.repeatPct)) continue
    sim.book.duplicatesSent += 1
    await tellStep(sim, driver, task, step)
  }
}

async function tellStep(sim: Simulation, driver: Driver, task: Task, data: Progress): Promise<void> {
  const answer = await tell(sim, driver, 'assignment.progressed', data, [409])
  if (answer?.status === 200) task.told.add(data.state)
  // Called home in the meantime? Then the stand-down is on its way to us, or has come.
  else if (answer?.status === 409 && !task.calledHome)
    sim.surprises.add('step_refused', task.assignmentId, `${data.state}: ${said(answer)}`)
}
