import type { PartnerEventData } from '#contracts/wire/partner/events.ts'
import type { Driver } from '../driver/driver.ts'
import type { Simulation } from '../simulation.ts'
import { tell } from '../tell.ts'

type Told = Omit<PartnerEventData<'volunteer.duty_changed'>, 'volunteerRef'>

/** Tells of his duty, one after another: a passenger who got off must not be told after he has gone home. */
export const tellDuty = (sim: Simulation, driver: Driver, told: Told): Promise<unknown> => {
  const { ref: volunteerRef } = driver
  driver.dutyTold = driver.dutyTold.then(() =>
    tell(sim, driver, 'volunteer.duty_changed', { volunteerRef, ...told }),
  )
  return driver.dutyTold
}
