import { Refusal } from '../../refusal.ts'
import type { IncidentFactBody } from '../facts.ts'
import { mustBeAsking, mustMove } from '../moves.ts'
import { openSlots } from '../read.ts'
import type { Incident } from '../state.ts'

/** Starts asking volunteers. @throws Refusal `no_needs`, `illegal_move`, `closed_incident` */
export const dispatch = (state: Incident): IncidentFactBody[] => {
  mustMove(state, 'dispatching')
  if (state.needs.length === 0) throw new Refusal('no_needs')
  return [{ type: 'incident.dispatched', data: {} }]
}

/** A stalled need asks anew: when nobody is found this time either, the alarm rises again with new reasons. */
export const askStalled = (state: Incident): IncidentFactBody[] =>
  state.needs
    .filter((need) => need.status === 'stalled')
    .map(({ id: needId }): IncidentFactBody => ({ type: 'need.asking', data: { needId } }))

const mustWantSomebody = (state: Incident): void => {
  mustBeAsking(state)
  if (!state.needs.some((need) => openSlots(state, need) > 0)) throw new Refusal('need_filled')
}

/**
 * "Cari ulang": everybody who said no or nothing may be asked again, but for those who are being asked now: whoever says no a
 * second later is not asked the same once more.
 * @throws Refusal `closed_incident`, `illegal_move`, `need_filled`
 */
export const askAgain = (state: Incident): IncidentFactBody[] => {
  mustWantSomebody(state)
  const stillAsked = state.offers.map(({ id }) => id)
  const data = { search: state.search + 1, ...(stillAsked.length > 0 && { stillAsked }) }
  return [{ type: 'search.repeated', data }, ...askStalled(state)]
}

/** "Perluas radius": the next ring at once, without waiting for the wave. @throws Refusal `closed_incident`, `illegal_move`, `need_filled`, `nothing_to_change` */
export const widen = (state: Incident, lastRing: number): IncidentFactBody[] => {
  mustWantSomebody(state)
  if (state.ring >= lastRing) throw new Refusal('nothing_to_change', { ring: state.ring })
  return [{ type: 'search.widened', data: { ring: state.ring + 1 } }, ...askStalled(state)]
}
