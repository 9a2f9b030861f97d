import type { Driver } from '../driver/driver.ts'
import { between, exponential } from '../random.ts'
import { lived, type Simulation } from '../simulation.ts'

const HOUR_S = 3600
const SILENT_S = [180, 1200] as const

/** Does it when his phone can tell of it: now, or when it is found again. */
export const whenHeard = ({ phone }: Driver, act: () => void): void => {
  if (phone.lost) phone.unsaid.push(act)
  else act()
}

/** From now on this phone falls silent now and then. One that is silent for good stays so. */
export const loseNowAndThen = (sim: Simulation, driver: Driver): void => {
  const { lostPerHour } = sim.settings.day
  if (lostPerHour === 0 || driver.phone.lost) return
  const inS = exponential(driver.life, HOUR_S / lostPerHour)
  const silentS = between(driver.life, ...SILENT_S)
  sim.time.after(lived(sim, inS), () => {
    driver.phone.lost = true
    sim.diary.write('phone.lost', { volunteerRef: driver.ref })
    sim.time.after(lived(sim, silentS), () => find(sim, driver))
  })
}

const find = (sim: Simulation, driver: Driver): void => {
  const { phone } = driver
  phone.lost = false
  sim.diary.write('phone.found', { volunteerRef: driver.ref, unsaid: phone.unsaid.length })
  for (const say of phone.unsaid.splice(0)) say()
  loseNowAndThen(sim, driver)
}
