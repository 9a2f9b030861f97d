import { accept } from '#contracts/domain/incident/commands/answer.ts'
import { engage, type Engagement } from '#contracts/domain/incident/commands/engage.ts'
import { note } from '#contracts/domain/incident/commands/notes.ts'
import type { IncidentFactBody } from '#contracts/domain/incident/facts.ts'
import { needOf } from '#contracts/domain/incident/read.ts'
import type { Incident } from '#contracts/domain/incident/state.ts'
import type { Instant } from '#contracts/domain/instant.ts'
import type { Partner } from '#contracts/domain/partner/partner.ts'
import { Refusal } from '#contracts/domain/refusal.ts'
import type { Volunteer } from '#contracts/domain/volunteer/state.ts'
import { derivedId } from '#contracts/runtime/ids.ts'
import type { Op } from '#contracts/store/ledger.ts'
import type { TextRef } from '#contracts/store/texts.ts'
import type { Routes } from '#contracts/wire/routes/all.ts'
import type { Changed } from '../../changed.ts'
import type { Context } from '../../context.ts'
import type { Given } from '../../route-types.ts'
import { mayBeSent, suits } from '../answer/fit.ts'
import { dangerToName } from './hand-danger.ts'
import { rulesToName } from './hand-rules.ts'
import { keepText } from './keep-text.ts'

type Input = Given<Routes['assignByHand']>['body']

interface Candidate {
  volunteer: Volunteer
  partner: Partner
}

const unfit = (why: string): Refusal => new Refusal('unfit', { why })

const candidate = async (context: Context, agencyId: string, volunteerId: string): Promise<Candidate> => {
  const { ledger } = context.store
  const volunteer = await ledger.load('volunteer', volunteerId)
  if (volunteer === null || volunteer.agencyId !== agencyId) throw new Refusal('not_found', { volunteerId })
  const partner = await ledger.load('partner', volunteer.state.partnerId)
  if (partner === null) throw new Refusal('not_found', { partnerId: volunteer.state.partnerId })
  return { volunteer: volunteer.state, partner: partner.state }
}

/** An operator's word does not make anybody fit: whoever calls in goes on duty first. */
const mustBeFit = (state: Incident, needId: string, { volunteer, partner }: Candidate): void => {
  if (!mayBeSent(volunteer)) throw unfit(volunteer.standing === 'active' ? 'duty' : 'standing')
  if (partner.status !== 'enabled') throw unfit('partner')
  if (state.drill !== partner.sandbox) throw unfit('drill')
  const need = needOf(state, needId)
  if (need === undefined) throw new Refusal('unknown_need', { needId })
  if (!suits(volunteer, need)) throw unfit('need')
}

/** He has been asked already and says yes on the phone: that very offer is accepted, the reason is noted. */
const acceptOpen = (
  state: Incident,
  { volunteer }: Candidate,
  input: Input,
  reason: TextRef,
  now: Instant,
): IncidentFactBody[] | null => {
  const { id: volunteerId, partnerId } = volunteer
  const open = state.offers.find((offer) => offer.volunteerId === volunteerId)
  if (open === undefined) return null
  if (open.needId !== input.needId || input.replaces !== undefined)
    throw new Refusal('already_asked', { volunteerId })
  const assignment = { assignmentId: derivedId('as', open.id), etaS: null }
  return [
    ...accept(state, { offerId: open.id, volunteerId, partnerId }, assignment, now),
    ...note(state, { ...reason, about: 'note' }),
  ]
}

const engagement = (
  { volunteer }: Candidate,
  input: Input,
  offerId: string,
  reason: TextRef,
  { despiteZones, despiteRules }: Required<Pick<Engagement, 'despiteZones' | 'despiteRules'>>,
): Engagement => ({
  offerId,
  assignmentId: derivedId('as', offerId),
  needId: input.needId,
  volunteerId: volunteer.id,
  partnerId: volunteer.partnerId,
  channel: volunteer.channel,
  etaS: null,
  why: null,
  position: null,
  chosenBy: 'hand',
  replaces: input.replaces ?? null,
  reason: reason.textId,
  ...(despiteZones.length > 0 && { despiteZones }),
  ...(despiteRules.length > 0 && { despiteRules }),
})

/**
 * Binds a volunteer after a call, optionally in place of another who is out for the same need.
 * @throws Refusal `not_found`, `unfit` (detail: why), `busy`, `already_asked`, `unknown_need`, `need_filled`,
 * `illegal_move`, `closed_incident`, `danger_zone` (detail: why, zoneIds) and `against_rules` (detail: rules) when one is not
 * named, `terminal` when his offer has just ended; NotSaved
 */
export const assignByHand = async (context: Context, op: Op, id: string, input: Input): Promise<Changed> => {
  const chosen = await candidate(context, op.agencyId, input.volunteerId)
  const { id: volunteerId, personKey } = chosen.volunteer
  const zonesOf = await dangerToName(context, op.agencyId, chosen.volunteer, input.despiteZones ?? [])
  const rulesOf = await rulesToName(context, op.agencyId, chosen.volunteer, input.despiteRules ?? [])
  const reason = await keepText(context, op, id, input.reason)
  const hasOffer = ({ offers }: Incident) => offers.some((offer) => offer.volunteerId === volunteerId)
  await context.store.offer(
    id,
    op,
    // Whoever has an open offer here is bound already, by that offer's own claim.
    (state) => (hasOffer(state) ? [] : [{ volunteerId, personKey }]),
    (state, [won], now) => {
      mustBeFit(state, input.needId, chosen)
      const despiteZones = zonesOf(state, now)
      const accepted = acceptOpen(state, chosen, input, reason, now)
      if (accepted !== null) return accepted
      if (won === undefined) throw new Refusal('busy', { volunteerId })
      const despite = { despiteZones, despiteRules: rulesOf(state, input.needId, now) }
      return engage(state, engagement(chosen, input, won.offerId, reason, despite), now)
    },
  )
  return { kind: 'incident', id }
}
