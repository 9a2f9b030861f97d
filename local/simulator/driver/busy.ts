import type { Simulation } from '../simulation.ts'
import type { Driver } from './driver.ts'

/** On a task, with a passenger, or with an offer that he is still thinking about. */
export const isBusy = ({ book }: Simulation, { task, trip, offerId }: Driver): boolean =>
  task !== null || trip !== null || (offerId !== null && book.offers.get(offerId)?.fate === 'open')
