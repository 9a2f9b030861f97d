import type { Answer } from '../answer-of-platform.ts'
import type { HeldOffer } from '../book.ts'
import type { Driver } from './driver.ts'
import { metresBetween } from '../geo.ts'
import { chance } from '../random.ts'
import type { Simulation } from '../simulation.ts'
import { said, tell } from '../tell.ts'
import { hurrying, momentAt } from '../whereabouts.ts'
import { awaitConfirmation } from './task.ts'

const LATE = ['already_filled', 'standby', 'expired', 'withdrawn']

/** Yes. Confirmed: he waits for the exact place. Too late: he hears how it ended. */
export async function sayYes(sim: Simulation, driver: Driver, held: HeldOffer): Promise<void> {
  const { offerId, place } = held.data
  held.answered = true
  const metres = metresBetween(momentAt(driver, sim.time.now().getTime()).point, place)
  const etaS = Math.min(86_400, Math.round((metres * 1.25) / (hurrying(sim.settings).kmh / 3.6)))
  const answer = await tell(sim, driver, 'offer.accepted', { offerId, volunteerRef: driver.ref, etaS })
  const outcome = answer?.outcome?.outcome
  if (answer === null || outcome === undefined) held.fate = 'gone'
  else if (LATE.includes(outcome)) held.fate = 'late'
  else await onConfirmed(sim, driver, held, answer)
}

async function onConfirmed(sim: Simulation, driver: Driver, held: HeldOffer, answer: Answer): Promise<void> {
  const { offerId } = held.data
  const assignmentId = answer.outcome?.assignmentId
  if (answer.outcome?.outcome !== 'confirmed' || assignmentId === undefined) {
    held.fate = 'gone'
    sim.surprises.add('answer_schema', offerId, `offer.accepted: ${said(answer)} without an assignment`)
    return
  }
  held.fate = 'accepted'
  awaitConfirmation(sim, driver, assignmentId, offerId)
  if (!chance(driver.talk, sim.settings.repeatPct)) return
  // An impatient thumb: the same yes under a new webhook-id must never win a second place.
  sim.book.duplicatesSent += 1
  const again = await tell(sim, driver, 'offer.accepted', { offerId, volunteerRef: driver.ref }, [409])
  if (again?.status === 200 && again.outcome?.assignmentId !== assignmentId)
    sim.surprises.add('accepted_twice', offerId, `${assignmentId}, then ${said(again)}`)
}

/** No, with a reason. An offer that ended before the no came may answer 409. */
export async function sayNo(sim: Simulation, driver: Driver, held: HeldOffer): Promise<void> {
  const { offerId } = held.data
  held.answered = true
  const data = { offerId, volunteerRef: driver.ref, reason: held.reason }
  const answer = await tell(sim, driver, 'offer.declined', data, [409])
  held.fate = answer?.outcome?.outcome === 'declined' ? 'declined' : 'gone'
}
