import type { Driver, Task } from '../book.ts'
import type { Point } from '../geo.ts'
import { between } from '../random.ts'
import { lived, type Simulation } from '../simulation.ts'
import { hurryKmh, momentAt, sendTo } from '../whereabouts.ts'
import { reach } from './progress.ts'
import { endTask } from './task.ts'

/** Seconds of life that a driver takes for each part, at least and at most. */
const LASTS_S = {
  settingOut: [10, 40],
  lookingAround: [20, 60],
  working: [240, 600],
} as const

/** The place is known: he sets out, arrives, works, completes. */
export const carryOut = (sim: Simulation, driver: Driver, task: Task, place: Point): void => {
  task.cancel()
  task.state = 'under_way'
  task.place = place
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
  const arrivesAt = sendTo(driver, task.place, hurryKmh(sim.settings), now)
  task.cancel = sim.time.after((arrivesAt - now) / 1000, () => arrive(sim, driver, task))
}

const arrive = (sim: Simulation, driver: Driver, task: Task): void => {
  reach(sim, driver, task, 'on_scene')
  after(sim, driver, task, 'lookingAround', () => {
    reach(sim, driver, task, 'working')
    after(sim, driver, task, 'working', () => {
      // Free before it is told: the next offer may come before the answer does.
      endTask(driver, task, sim.time.now().getTime())
      reach(sim, driver, task, 'completed')
    })
  })
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
  if (driver.task === task) {
    driver.stands = momentAt(driver, now).point
    driver.ride = null
  }
  endTask(driver, task, now)
}

/** On his way and not there yet. */
export const isOnTheWay = ({ reached, state }: Task): boolean =>
  state === 'under_way' && reached.has('en_route') && !reached.has('on_scene')
