import type { IncidentFact } from './facts.ts'
import type { Asked, Incident } from './state.ts'
import { MAX_ASKED, type OfferEnd } from './words.ts'

type OfferFact = Extract<
  IncidentFact,
  {
    type:
      | 'offer.created'
      | 'offer.accepted'
      | 'offer.declined'
      | 'offer.expired'
      | 'offer.withdrawn'
      | 'acceptance.refused'
  }
>

/** The offer leaves the file; its line in `asked` remembers how it ended, the tally counts it. */
const endOffer = (
  state: Incident,
  offerId: string,
  ended: OfferEnd,
  endReason: string | null,
  endedAt: string,
): Incident => ({
  ...state,
  offers: state.offers.filter((offer) => offer.id !== offerId),
  asked: state.asked.map((entry) =>
    entry.offerId === offerId ? { ...entry, ended, endReason, endedAt } : entry,
  ),
  tally: { ...state.tally, [ended]: state.tally[ended] + 1 },
  nextWaveAt: wantsAnother(ended, endReason) ? endedAt : state.nextWaveAt,
})

/** Somebody has to be asked instead: the next wave is due at once (the round decides whether anybody is needed). */
const wantsAnother = (ended: OfferEnd, endReason: string | null): boolean =>
  ended === 'declined' || ended === 'expired' || endReason === 'volunteer_left'

/** The memory is bounded: of those who ended without a yes, the oldest is forgotten. */
const remember = (known: Asked[], asked: Asked): Asked[] => {
  const all = [...known, asked]
  if (all.length <= MAX_ASKED) return all
  const oldest = all.findIndex(({ ended }) => ended !== null && ended !== 'accepted')
  return all.filter((_, index) => index !== oldest)
}

/** Offers: proposed, answered, ended. */
export const evolveOffer = (state: Incident, fact: OfferFact): Incident => {
  switch (fact.type) {
    case 'offer.created': {
      const { offerId, ...offer } = fact.data
      const asked: Asked = {
        offerId,
        needId: offer.needId,
        volunteerId: offer.volunteerId,
        partnerId: offer.partnerId,
        channel: offer.channel,
        search: offer.search,
        ended: null,
        endReason: null,
        endedAt: null,
      }
      return {
        ...state,
        offers: [...state.offers, { ...offer, id: offerId, createdAt: fact.at }],
        asked: remember(state.asked, asked),
        standby: state.standby.filter((volunteerId) => volunteerId !== offer.volunteerId),
      }
    }
    case 'offer.accepted': {
      const { assignmentId, offerId, needId, slot, volunteerId, partnerId, etaS } = fact.data
      const channel = state.asked.find((entry) => entry.offerId === offerId)?.channel ?? 'webhook'
      const next = endOffer(state, offerId, 'accepted', null, fact.at)
      return {
        ...next,
        assignments: [
          ...next.assignments,
          {
            id: assignmentId,
            offerId,
            needId,
            slot,
            volunteerId,
            partnerId,
            channel,
            state: 'accepted',
            acceptedAt: fact.at,
            etaS,
            times: { accepted: fact.at },
            lastPoint: null,
            acks: { confirmed: null, stood_down: null },
            sosAt: null,
          },
        ],
      }
    }
    case 'offer.declined':
      return endOffer(state, fact.data.offerId, 'declined', fact.data.reason, fact.at)
    case 'offer.expired':
      return endOffer(state, fact.data.offerId, 'expired', fact.data.reason, fact.at)
    case 'offer.withdrawn':
      return endOffer(state, fact.data.offerId, 'withdrawn', fact.data.reason, fact.at)
    case 'acceptance.refused':
      return fact.data.outcome === 'standby' && !state.standby.includes(fact.data.volunteerId)
        ? { ...state, standby: [...state.standby, fact.data.volunteerId] }
        : state
    default:
      fact satisfies never
      return state
  }
}
