import type { Instant } from '../../instant.ts'
import { Refusal } from '../../refusal.ts'
import type { IncidentFactBody, IncidentFactOf } from '../facts.ts'
import type { RuleCode } from '../../volunteer/rules.ts'
import { mustBeAsking } from '../moves.ts'
import { assignmentOf, freeSlot, isActive, isBound, needOf, openSlots } from '../read.ts'
import type { Incident, Offer } from '../state.ts'
import { take } from './answer.ts'

export interface Engagement {
  offerId: string
  assignmentId: string
  needId: string
  volunteerId: string
  partnerId: string
  channel: 'webhook' | 'link'
  etaS: number | null
  why: IncidentFactOf<'offer.created'>['data']['why']
  position: IncidentFactOf<'offer.created'>['data']['position']
  chosenBy: 'late_answer' | 'hand'
  /** An assignment whose bearer is replaced by this volunteer. */
  replaces: string | null
  /** Text id of the reason that an operator gave. */
  reason: string | null
  /** Danger zones in his way that the operator named all the same. */
  despiteZones?: string[]
  /** Rules against sending him that the operator named all the same. */
  despiteRules?: RuleCode[]
}

/** Takes the slot from the one who is replaced. @throws Refusal `not_found` when he is not out for this need */
const replaced = (state: Incident, input: Engagement): { state: Incident; facts: IncidentFactBody[] } => {
  if (input.replaces === null) return { state, facts: [] }
  const old = assignmentOf(state, input.replaces)
  if (old === undefined || !isActive(old) || old.needId !== input.needId) throw new Refusal('not_found')
  const assignments = state.assignments.map((a) => (a === old ? { ...a, state: 'reassigned' as const } : a))
  const { id: assignmentId, volunteerId, partnerId } = old
  const data = { assignmentId, volunteerId, partnerId, to: input.assignmentId }
  return { state: { ...state, assignments }, facts: [{ type: 'assignment.reassigned', data }] }
}

/**
 * An offer made and accepted in one change: an operator's choice by hand after a call, or a late yes for which a slot
 * is still free. The claim was won before. Somebody who has an open offer here answers that one instead (`accept`).
 * @throws Refusal `closed_incident`, `illegal_move`, `already_asked` (an open offer here), `busy` (out for this incident),
 * `not_found` (nobody to replace), `unknown_need`, `need_filled`
 */
export const engage = (before: Incident, input: Engagement, now: Instant): IncidentFactBody[] => {
  mustBeAsking(before)
  if (before.offers.some(({ volunteerId }) => volunteerId === input.volunteerId))
    throw new Refusal('already_asked', { volunteerId: input.volunteerId })
  if (isBound(before, input.volunteerId)) throw new Refusal('busy', { volunteerId: input.volunteerId })
  const { state, facts: freed } = replaced(before, input)
  const need = needOf(state, input.needId)
  if (need === undefined) throw new Refusal('unknown_need')
  if (openSlots(state, need) === 0) throw new Refusal('need_filled')
  const { offerId, assignmentId, etaS, replaces: _replaces, ...rest } = input
  const offer: Omit<Offer, 'createdAt'> = {
    ...rest,
    id: offerId,
    slot: freeSlot(state, need),
    expiresAt: now,
    wave: state.wave,
    search: state.search,
  }
  const { id: _, ...data } = offer
  // A stalled need stays stalled: one person by hand does not mean that there is anybody else to ask.
  const asking: IncidentFactBody[] =
    need.status === 'open' || need.status === 'filled'
      ? [{ type: 'need.asking', data: { needId: need.id } }]
      : []
  return [
    ...freed,
    { type: 'offer.created', data: { ...data, offerId } },
    ...asking,
    ...take(state, need, offer, { assignmentId, etaS }),
  ]
}
