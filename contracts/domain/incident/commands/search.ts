import { Refusal } from '../../refusal.ts'
import type { IncidentFactBody } from '../facts.ts'
import { isAsking, mustBeOpen, mustMove } from '../moves.ts'
import { openSlots } from '../read.ts'
import type { Incident } from '../state.ts'

/** Starts asking volunteers. @throws Refusal `no_needs`, `illegal_move`, `closed_incident` */
export const dispatch = (state: Incident): IncidentFactBody[] => {
  mustMove(state, 'dispatching')
  if (state.needs.length === 0) throw new Refusal('no_needs')
  return [{ type: 'incident.dispatched', data: {} }]
}

const mustBeAsking = (state: Incident): void => {
  mustBeOpen(state)
  if (!isAsking(state.status)) throw new Refusal('illegal_move', { from: state.status })
  if (!state.needs.some((need) => openSlots(state, need) > 0)) throw new Refusal('need_filled')
}

/** "Cari ulang": everybody who said no or nothing may be asked again. @throws Refusal `illegal_move`, `need_filled` */
export const askAgain = (state: Incident): IncidentFactBody[] => {
  mustBeAsking(state)
  return [{ type: 'search.repeated', data: { search: state.search + 1 } }]
}

/** "Perluas radius": the next ring at once, without waiting for the wave. @throws Refusal `illegal_move`, `need_filled`, `nothing_to_change` */
export const widen = (state: Incident, lastRing: number): IncidentFactBody[] => {
  mustBeAsking(state)
  if (state.ring >= lastRing) throw new Refusal('nothing_to_change', { ring: state.ring })
  return [{ type: 'search.widened', data: { ring: state.ring + 1 } }]
}
