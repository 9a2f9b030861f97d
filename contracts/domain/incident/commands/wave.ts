import type { Instant } from '../../instant.ts'
import { Refusal } from '../../refusal.ts'
import type { IncidentFactBody, IncidentFactOf } from '../facts.ts'
import { isAsking } from '../moves.ts'
import { freeSlot, needOf, openSlots } from '../read.ts'
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
}

/**
 * One wave of offers, written in one change; the claims were won before (architecture, claims).
 * @throws Refusal `illegal_move`, `unknown_need`, `need_filled`, `already_asked`, `too_many_offers`
 */
export const openWave = (state: Incident, input: WaveInput): IncidentFactBody[] => {
  if (!isAsking(state.status)) throw new Refusal('illegal_move', { from: state.status })
  if (state.offers.length + input.offers.length > MAX_OPEN_OFFERS) throw new Refusal('too_many_offers')
  const wave = state.wave + 1
  const { search } = state
  const askedNow = new Set(
    state.asked.filter((entry) => entry.search === search).map((entry) => entry.volunteerId),
  )
  const offers = input.offers.map((offer): IncidentFactBody => {
    const need = needOf(state, offer.needId)
    if (need === undefined) throw new Refusal('unknown_need')
    if (openSlots(state, need) === 0) throw new Refusal('need_filled')
    if (askedNow.has(offer.volunteerId))
      throw new Refusal('already_asked', { volunteerId: offer.volunteerId })
    askedNow.add(offer.volunteerId)
    const slot = freeSlot(state, need)
    return {
      type: 'offer.created',
      data: { ...offer, slot, wave, search, chosenBy: 'match', reason: null },
    }
  })
  const asking = state.needs
    .filter((need) => need.status !== 'asking' && input.offers.some((offer) => offer.needId === need.id))
    .map((need): IncidentFactBody => ({ type: 'need.asking', data: { needId: need.id } }))
  const stalled = input.stalled
    .filter(({ needId }) => {
      const need = needOf(state, needId)
      return (
        need !== undefined &&
        need.status !== 'stalled' &&
        !state.offers.some((offer) => offer.needId === needId)
      )
    })
    .map((data): IncidentFactBody => ({ type: 'need.stalled', data }))
  const { ring, nextWaveAt, policyVersion } = input
  if (offers.length + stalled.length === 0 && nextWaveAt === state.nextWaveAt) return []
  return [
    { type: 'wave.opened', data: { wave, search, ring, offers: offers.length, nextWaveAt, policyVersion } },
    ...offers,
    ...asking,
    ...stalled,
  ]
}
