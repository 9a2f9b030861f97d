import type { Task } from '../book.ts'
import { endTrip } from '../day/trips.ts'
import { between } from '../random.ts'
import { lived, type Simulation } from '../simulation.ts'
import { hurrying, sendTo, stopAt } from '../whereabouts.ts'
import type { Driver } from './driver.ts'
import { callForHelp, writeToPost } from './words.ts'
import { reach } from './progress.ts'
import { endTask } from './task.ts'

/** Seconds of life that a driver takes for each part, at least and at most. */
const LASTS_S = {
  settingOut: [10, 40],
  lookingAround: [20, 60],
  working: [240, 600],
} as const
/** Who gives a task back does so on this part of the way. */
const TURNS_AT = [0.3, 0.8] as const

/** The place is known: he sets out, arrives, works, completes, or it comes otherwise. */
export const carryOut = (sim: Simulation, driver: Driver, task: Task): void => {
  if (task.state !== 'awaiting') return
  task.state = 'under_way'
  endTrip(sim, driver)
  after(sim, driver, task, 'settingOut', () => {
    reach(sim, driver, task, 'en_route')
    drive(sim, driver, task)
  })
}

/** From where he is now; called again when the place is corrected on the way. */
export const drive = (sim: Simulation, driver: Driver, task: Task): void => {
  if (task.place === null) return
  task.cancel()
  const now = sim.time.now().getTime()
  const seconds = (sendTo(driver, task.place, hurrying(sim.settings), now) - now) / 1000
  task.cancel =
    task.course.ends === 'released'
      ? sim.time.after(seconds * between(driver.fates, ...TURNS_AT), () =>
          giveBack(sim, driver, task, 'released'),
        )
      : sim.time.after(seconds, () => arrive(sim, driver, task))
}

const arrive = (sim: Simulation, driver: Driver, task: Task): void => {
  reach(sim, driver, task, 'on_scene')
  if (task.course.writes) writeToPost(sim, driver)
  after(sim, driver, task, 'lookingAround', () => {
    if (task.course.ends === 'failed') return giveBack(sim, driver, task, 'failed')
    reach(sim, driver, task, 'working')
    if (task.course.callsForHelp) callForHelp(sim, driver)
    after(sim, driver, task, 'working', () => {
      // Free before it is told: the next offer may come before the answer does.
      endTask(driver, task, sim.time.now().getTime())
      reach(sim, driver, task, 'completed')
    })
  })
}

const giveBack = (sim: Simulation, driver: Driver, task: Task, how: 'released' | 'failed'): void => {
  const now = sim.time.now().getTime()
  stopAt(driver, now)
  endTask(driver, task, now)
  reach(sim, driver, task, how)
}

const after = (
  sim: Simulation,
  driver: Driver,
  task: Task,
  part: keyof typeof LASTS_S,
  act: () => void,
): void => {
  const [least, most] = LASTS_S[part]
  task.cancel = sim.time.after(lived(sim, between(driver.ways, least, most)), act)
}

/** Called home: he stops where he is. */
export const turnBack = (sim: Simulation, driver: Driver, task: Task): void => {
  const now = sim.time.now().getTime()
  if (driver.task === task) stopAt(driver, now)
  endTask(driver, task, now)
}

/** On his way and not there yet. */
export const isOnTheWay = ({ reached, state }: Task): boolean =>
  state === 'under_way' && reached.has('en_route') && !reached.has('on_scene')
