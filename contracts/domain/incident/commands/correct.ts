import { isElsewhere } from '../../place.ts'
import { Refusal } from '../../refusal.ts'
import type { IncidentFactBody, IncidentFactOf } from '../facts.ts'
import { mustBeOpen } from '../moves.ts'
import type { Incident } from '../state.ts'
import { withdrawAll } from './withdraw.ts'

export type Correction = IncidentFactOf<'incident.corrected'>['data']

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/**
 * Corrects hazard, severity, place or description at any time before the end. When the place lies elsewhere, whoever was asked
 * because he was near the old one is asked no more: the first yes from there would take the slot from those who are near now.
 * @throws Refusal `closed_incident`, `nothing_to_change`
 */
export const correct = (state: Incident, input: Correction): IncidentFactBody[] => {
  mustBeOpen(state)
  const data: Correction = {}
  if (input.hazard !== undefined && input.hazard !== state.hazard) data.hazard = input.hazard
  if (input.severity !== undefined && input.severity !== state.severity) data.severity = input.severity
  if (input.place !== undefined && !same({ ...state.place, ...input.place }, state.place))
    data.place = input.place
  if (input.description !== undefined && input.description.textId !== state.descriptionId)
    data.description = input.description
  if (input.addressTextId !== undefined && input.addressTextId !== state.addressTextId)
    data.addressTextId = input.addressTextId
  if (Object.keys(data).length === 0) throw new Refusal('nothing_to_change')
  const isMoved = data.place !== undefined && isElsewhere(data.place, state.place)
  return [{ type: 'incident.corrected', data }, ...(isMoved ? withdrawAll(state, 'replanned') : [])]
}
