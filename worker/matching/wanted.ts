import type { OpenNeed } from './types.ts'

/** How many persons to ask for a need now: in all, and how many of them are the only offer, or fresh offer, of their slot. */
export interface Wanted {
  wanted: number
  firsts: number
}

/**
 * `overAsk` persons per open slot, less those asked within the last wave. Older offers stay open but no longer
 * count: that is what makes the next wave ask somebody else too. `room`: the most that may be asked beside those who have
 * not answered.
 */
export const wantedFor = (need: OpenNeed, overAsk: number, room = Infinity): Wanted => {
  const wanted = Math.min(room, Math.max(0, Math.ceil(overAsk * need.openSlots) - need.freshOffers))
  return { wanted, firsts: Math.min(wanted, Math.max(0, need.openSlots - need.freshOffers)) }
}

/** The learned set is what is wanted; a slot for which nobody is asked lacks one in any case, also when nobody was found. */
export const wantedOf = ({ openSlots, openOffers, freshOffers }: OpenNeed, inSet: number): Wanted => {
  const wanted = Math.max(inSet, openSlots - openOffers, 0)
  return { wanted, firsts: Math.min(wanted, Math.max(0, openSlots - freshOffers)) }
}
