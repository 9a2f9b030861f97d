import mongoose from 'mongoose'
import { plusSeconds, type Instant } from '#contracts/domain/instant.ts'
import type { Delivery, Filed, Receipt, StoredFact } from './documents.ts'
import { wholeDelivery } from './deliveries.ts'
import { waitingLetter } from './delivery-queries.ts'
import type { Models } from './models.ts'

const { trusted } = mongoose
/** By itself a message is tried for a day after the first attempt; that one may have waited. */
const TRIED_FOR_S = 3 * 24 * 3600
/** After this its content is erased, and nobody can send it once more. */
const SAID_FOR_S = 31 * 24 * 3600

export type EventOutcome = 'taken' | 'refused' | 'open'
export interface EventFilter {
  partnerId: string
  outcome?: EventOutcome | undefined
  /** Receipt id of the last event of the page before. */
  before?: string | undefined
  limit: number
}
export interface DeliveryPage {
  partnerId: string
  state?: Delivery['state'] | undefined
  type?: Delivery['type'] | undefined
  /** Id of the last message of the page before. */
  before?: string | undefined
  limit: number
}
export type OfferFact = Pick<StoredFact, 'type' | 'at' | 'data'>

const offerFacts = [
  'offer.created',
  'offer.accepted',
  'offer.declined',
  'offer.expired',
  'offer.withdrawn',
  'assignment.progressed',
] as const

const outcomes: Record<EventOutcome, Record<string, unknown>> = {
  taken: { 'outcome.status': trusted({ $gte: 200, $lt: 300 }) },
  refused: { 'outcome.status': trusted({ $gte: 400 }) },
  open: { outcome: null },
}

/** What went between a partner and us: his messages, ours, and what became of the offers. */
export const createPartnerLog = (models: Models) => ({
  partners: async (agencyId: string): Promise<Filed<'partner'>[]> =>
    models.partner.find({ agencyId }).sort({ 'state.name': 1 }).lean<Filed<'partner'>[]>().exec(),

  /** His messages, newest first. */
  events: async ({ partnerId, outcome, before, limit }: EventFilter): Promise<Receipt[]> => {
    const last = before === undefined ? null : await models.receipts.findById(before).lean<Receipt>().exec()
    const earlier =
      last?.at === undefined
        ? {}
        : { $or: [{ at: trusted({ $lt: last.at }) }, { at: last.at, _id: trusted({ $lt: last._id }) }] }
    return models.receipts
      .find({ sender: partnerId, ...(outcome && outcomes[outcome]), ...earlier })
      .sort({ at: -1, _id: -1 })
      .limit(limit)
      .lean<Receipt[]>()
      .exec()
  },

  /** How many of his messages since a moment came to which end, and when the last of all came. */
  eventCounts: async (
    partnerId: string,
    since: Instant,
  ): Promise<Record<EventOutcome, number> & { lastAt: Instant | null }> => {
    const count = (outcome: EventOutcome) =>
      models.receipts
        .countDocuments({ sender: partnerId, at: trusted({ $gte: since }), ...outcomes[outcome] })
        .exec()
    const [taken, refused, open, last] = await Promise.all([
      count('taken'),
      count('refused'),
      count('open'),
      models.receipts.findOne({ sender: partnerId }).sort({ at: -1 }).lean<Receipt>().exec(),
    ])
    return { taken, refused, open, lastAt: last?.at ?? null }
  },

  /** Our messages, newest first. */
  deliveries: async ({ partnerId, state, type, before, limit }: DeliveryPage): Promise<Delivery[]> => {
    const last =
      before === undefined ? null : await models.deliveries.findById(before).lean<Delivery>().exec()
    const earlier =
      last === null
        ? {}
        : {
            $or: [
              { createdAt: trusted({ $lt: last.createdAt }) },
              { createdAt: last.createdAt, _id: trusted({ $lt: last._id }) },
            ],
          }
    const found = await models.deliveries
      .find({ partnerId, ...(state && { state }), ...(type && { type }), ...earlier })
      .sort({ createdAt: -1, _id: -1 })
      .limit(limit)
      .lean<Delivery[]>()
      .exec()
    return found.map(wholeDelivery)
  },

  /** Messages with an attempt since a moment, and how many of the partner's wait or are dead. */
  deliveryCounts: async (
    partnerId: string,
    since: Instant,
  ): Promise<{ tried: Pick<Delivery, 'attempts'>[]; pending: number; dead: number; waiting: number }> => {
    const count = (state: Delivery['state']) => models.deliveries.countDocuments({ partnerId, state }).exec()
    const triedSince = { partnerId, 'attempts.at': trusted({ $gte: since }) }
    const latest = plusSeconds(since, -TRIED_FOR_S)
    const attemptsOf = (filter: Record<string, unknown>, index: string) =>
      models.deliveries
        .find({ ...triedSince, ...filter })
        .hint(index)
        .select({ 'attempts.at': 1, 'attempts.status': 1, 'attempts.error': 1 })
        .lean<Pick<Delivery, 'attempts'>[]>()
        .exec()
    const [fresh, again, pending, dead, waiting] = await Promise.all([
      attemptsOf({ createdAt: trusted({ $gte: latest }) }, 'partner_created'),
      attemptsOf(
        {
          'replays.0': trusted({ $exists: true }),
          createdAt: trusted({ $gte: plusSeconds(since, -SAID_FOR_S), $lt: latest }),
        },
        'partner_replayed',
      ),
      count('pending'),
      count('dead'),
      models.deliveries
        .countDocuments({ partnerId, ...waitingLetter() })
        .hint('letters_partner')
        .exec(),
    ])
    return { tried: [...fresh, ...again], pending, dead, waiting }
  },

  /** When he took a message last. */
  lastDelivered: async (partnerId: string): Promise<Instant | null> => {
    const found = await models.deliveries
      .findOne({ partnerId, state: 'delivered' })
      .sort({ createdAt: -1 })
      .select({ attempts: 1 })
      .lean<Pick<Delivery, 'attempts'>>()
      .exec()
    return found?.attempts.at(-1)?.at ?? null
  },

  /** What happened to offers and tasks of his volunteers between two moments. */
  offerFacts: async (
    agencyId: string,
    partnerId: string,
    { from, to }: { from: Instant; to: Instant },
  ): Promise<OfferFact[]> =>
    models.facts
      .find({
        agencyId,
        type: trusted({ $in: [...offerFacts] }),
        at: trusted({ $gte: from, $lt: to }),
        'data.partnerId': partnerId,
      })
      .select({ type: 1, at: 1, data: 1 })
      .lean<OfferFact[]>()
      .exec(),
})
export type PartnerLog = ReturnType<typeof createPartnerLog>
