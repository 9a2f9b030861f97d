import type { Driver } from '../driver/driver.ts'
import { react } from '../driver/react.ts'
import { personalData } from '../personal-data.ts'
import type { Offered } from '../reaction.ts'
import type { Simulation } from '../simulation.ts'

/** An offer is tried for 30 s: it may have been made before he went off duty. */
const UNDER_WAY_S = 45

/** Somebody of ours is asked. */
export const offerCreated = (sim: Simulation, offer: Offered): void => {
  const { book, surprises, diary } = sim
  const driver = book.drivers.get(offer.volunteerRef)
  if (driver === undefined) return surprises.add('unknown_volunteer', offer.volunteerRef, 'offer.created')
  if (book.offers.has(offer.offerId))
    return surprises.add('offer_twice', offer.offerId, 'under two webhook-ids')
  inspect(sim, driver, offer)
  if (book.withdrawnBefore.has(offer.offerId))
    return diary.write('offer.withdrawn_before', { offerId: offer.offerId })
  react(sim, driver, offer)
}

/** What the public contract promises of every offer. */
const inspect = ({ book, surprises, time }: Simulation, driver: Driver, offer: Offered): void => {
  const now = time.now().getTime()
  const { offerId } = offer
  if (!driver.onDuty && now - driver.offSince > UNDER_WAY_S * 1000)
    surprises.add('offer_off_duty', offerId, driver.ref)
  if (Date.parse(offer.expiresAt) <= now) surprises.add('offer_dead_on_arrival', offerId, offer.expiresAt)
  for (const found of personalData(offer)) surprises.add('personal_data', offerId, found)
  // One person, one thing at a time. A withdrawal or a stand-down that comes after this explains it.
  if (driver.task !== null) surprises.add('offer_while_on_task', driver.task.assignmentId, offerId)
  const last = driver.offerId === null ? undefined : book.offers.get(driver.offerId)
  if (last && !last.ended && !last.answered && Date.parse(last.data.expiresAt) > now)
    surprises.add('offer_while_offered', last.data.offerId, offerId)
}
