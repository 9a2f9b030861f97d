import type { Instant } from '../../instant.ts'
import { Refusal } from '../../refusal.ts'
import type { IncidentFactBody, IncidentFactOf } from '../facts.ts'
import { mustBeAsking } from '../moves.ts'
import { askedInSearch, freeSlot, isBound, needOf, openSlots } from '../read.ts'
import type { Incident } from '../state.ts'
import { MAX_OPEN_OFFERS } from '../words.ts'

type OfferData = IncidentFactOf<'offer.created'>['data']

export interface WaveInput {
  offers: Pick<
    OfferData,
    'offerId' | 'needId' | 'volunteerId' | 'partnerId' | 'channel' | 'expiresAt' | 'why' | 'position'
  >[]
  /** Needs for which nobody is left to ask. */
  stalled: IncidentFactOf<'need.stalled'>['data'][]
  ring: number
  nextWaveAt: Instant | null
  policyVersion: string
  roundId?: string
  solver?: 'greedy'
  needs?: IncidentFactOf<'wave.opened'>['data']['needs']
}

/**
 * One wave of offers, written in one change; the claims were won before (architecture, claims).
 * @throws Refusal `closed_incident`, `illegal_move`, `too_many_offers`, `unknown_need`, `need_filled`, `already_asked`, `busy`
 */
export const openWave = (state: Incident, input: WaveInput): IncidentFactBody[] => {
  mustBeAsking(state)
  if (state.offers.length + input.offers.length > MAX_OPEN_OFFERS) throw new Refusal('too_many_offers')
  const wave = state.wave + 1
  const { search } = state
  const askedNow = askedInSearch(state, null)
  const offers = input.offers.map((offer): IncidentFactBody => {
    const need = needOf(state, offer.needId)
    if (need === undefined) throw new Refusal('unknown_need')
    if (openSlots(state, need) === 0) throw new Refusal('need_filled')
    if (askedNow.has(offer.volunteerId))
      throw new Refusal('already_asked', { volunteerId: offer.volunteerId })
    if (isBound(state, offer.volunteerId)) throw new Refusal('busy', { volunteerId: offer.volunteerId })
    askedNow.add(offer.volunteerId)
    const slot = freeSlot(state, need)
    return {
      type: 'offer.created',
      data: { ...offer, slot, wave, search, chosenBy: 'match', reason: null },
    }
  })
  const askedFor = new Set([...state.offers, ...input.offers].map((offer) => offer.needId))
  const asking = state.needs
    .filter((need) => need.status !== 'asking' && input.offers.some((offer) => offer.needId === need.id))
    .map((need): IncidentFactBody => ({ type: 'need.asking', data: { needId: need.id } }))
  const stalled = input.stalled
    .filter(({ needId }) => {
      const status = needOf(state, needId)?.status
      return (status === 'open' || status === 'asking') && !askedFor.has(needId)
    })
    .map((data): IncidentFactBody => ({ type: 'need.stalled', data }))
  const { offers: _offers, stalled: _stalled, ...said } = input
  const { nextWaveAt } = said
  if (offers.length + stalled.length === 0 && nextWaveAt === state.nextWaveAt) return []
  return [
    { type: 'wave.opened', data: { ...said, wave, search, offers: offers.length } },
    ...offers,
    ...asking,
    ...stalled,
  ]
}
