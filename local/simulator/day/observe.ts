import { between, exponential, pick, randomOf, type Random } from '../random.ts'
import { lived, type Simulation } from '../simulation.ts'
import { tell } from '../tell.ts'
import { momentAt } from '../whereabouts.ts'
import { sights } from './phrases.ts'

const HOUR_S = 3600
/** Degrees: some 150 m ahead of him. */
const AHEAD = 0.0015

/** From now on somebody sees something now and then, and reports it: "mata dan telinga kami". */
export const watchTheRoads = (sim: Simulation): void => {
  const random = randomOf(sim.settings.seed, 'roads')
  const wait = (): void => {
    const { observedPerHour } = sim.settings.day
    if (observedPerHour === 0) return
    sim.time.after(lived(sim, exponential(random, HOUR_S / observedPerHour)), () => {
      void see(sim, random)
      wait()
    })
  }
  wait()
}

const see = async (sim: Simulation, random: Random): Promise<void> => {
  const watching = [...sim.book.drivers.values()].filter(
    ({ onDuty, task, phone }) => onDuty && task === null && phone.tellsWhere && !phone.lost,
  )
  if (watching.length === 0) return
  const driver = pick(random, watching)
  const { hazard, note } = pick(random, sights)
  const now = sim.time.now()
  const { point } = momentAt(driver, now.getTime())
  const answer = await tell(sim, driver, 'incident.observed', {
    volunteerRef: driver.ref,
    hazard,
    lat: Number((point.lat + between(random, -AHEAD, AHEAD)).toFixed(6)),
    lng: Number((point.lng + between(random, -AHEAD, AHEAD)).toFixed(6)),
    at: now.toISOString(),
    note,
  })
  if (answer?.status === 200) sim.book.observed += 1
}
