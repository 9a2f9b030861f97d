import type { DeliveryBody } from '#contracts/wire/partner/deliveries.ts'
import { onTakenBack } from '../driver/react.ts'
import type { Simulation } from '../simulation.ts'

/** An offer is taken back. It may not have come yet, or never come: an offer that died on its way is not sent any more. */
export const offerWithdrawn = (sim: Simulation, data: DeliveryBody<'offer.withdrawn'>): void => {
  const { book, surprises, diary } = sim
  const driver = book.drivers.get(data.volunteerRef)
  if (driver === undefined) return surprises.add('unknown_volunteer', data.volunteerRef, 'offer.withdrawn')
  diary.write('offer.withdrawn', { offerId: data.offerId, volunteerRef: driver.ref, reason: data.reason })
  const held = book.offers.get(data.offerId)
  if (held === undefined) {
    book.withdrawnBefore.add(data.offerId)
    return
  }
  surprises.settle('offer_while_offered', data.offerId)
  onTakenBack(sim, driver, held)
}
