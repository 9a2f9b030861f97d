import type { PartnerEventData } from '#contracts/wire/partner/events.ts'
import type { Driver } from './driver.ts'
import { whenHeard } from '../day/phones.ts'
import { between } from '../random.ts'
import { lived, type Simulation } from '../simulation.ts'
import { tellAside } from '../tell.ts'

type What = PartnerEventData<'assignment.acknowledged'>['what']

/** Two ticks: it is on his phone; he has read it. A lost phone gives neither until it is found. */
export const acknowledge = (sim: Simulation, driver: Driver, assignmentId: string, what: What): void =>
  whenHeard(driver, () => {
    tellAside(sim, driver, 'assignment.acknowledged', { assignmentId, what, how: 'delivered' })
    sim.time.after(lived(sim, between(driver.ways, 3, 15)), () =>
      whenHeard(driver, () =>
        tellAside(sim, driver, 'assignment.acknowledged', { assignmentId, what, how: 'read' }),
      ),
    )
  })
