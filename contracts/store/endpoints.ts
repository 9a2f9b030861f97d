import mongoose from 'mongoose'
import type { Instant } from '#contracts/domain/instant.ts'
import type { EndpointState } from './documents.ts'
import { isDuplicateKey } from './errors.ts'
import type { Models } from './models.ts'

export type EndpointName = Pick<EndpointState, '_id' | 'agencyId' | 'url'>

const fresh = (name: EndpointName): EndpointState => ({
  ...name,
  failures: 0,
  failingSince: null,
  lastError: null,
  probeAt: null,
  goneAt: null,
})

/** How the endpoints of partners do, shared by all workers. Losing it costs a few attempts and nothing else. */
export const createEndpoints = (models: Models) => {
  /** Begins anew when the partner has another URL. */
  const begin = async (name: EndpointName): Promise<void> => {
    const { _id, ...rest } = fresh(name)
    try {
      await models.endpoints
        .updateOne({ _id, url: mongoose.trusted({ $ne: name.url }) }, { $set: rest }, { upsert: true })
        .exec()
    } catch (error) {
      // It is there, with this very URL.
      if (!isDuplicateKey(error)) throw error
    }
  }

  return {
    /** Of the partner's present URL; null when nothing is known of it. */
    read: async (partnerId: string, url: string): Promise<EndpointState | null> =>
      models.endpoints.findOne({ _id: partnerId, url }).lean<EndpointState>().exec(),

    /** An attempt failed. Returns the state after it. */
    failed: async (name: EndpointName, error: string, at: Instant): Promise<EndpointState> => {
      const { _id, url } = name
      const count = (): Promise<EndpointState | null> =>
        models.endpoints
          .findOneAndUpdate(
            { _id, url },
            { $inc: { failures: 1 }, $set: { lastError: error, failedAt: at } },
            { returnDocument: 'after' },
          )
          .lean<EndpointState>()
          .exec()
      const known = await count()
      if (known === null) await begin(name)
      const state = known ?? (await count()) ?? { ...fresh(name), failures: 1, failedAt: at }
      if (state.failingSince !== null) return state
      await models.endpoints
        .updateOne({ _id, url, failingSince: null }, { $set: { failingSince: at } })
        .exec()
      return { ...state, failingSince: at }
    },

    /** Opens the circuit, or keeps it open, until a message may probe it. */
    open: async (partnerId: string, url: string, probeAt: Instant): Promise<void> => {
      await models.endpoints.updateOne({ _id: partnerId, url }, { $set: { probeAt } }).exec()
    },

    /** Takes the one probe that is due, and puts the next off until `until`. False: somebody else has taken it. */
    probe: async ({ _id, url, probeAt }: EndpointState, until: Instant): Promise<boolean> => {
      const { matchedCount } = await models.endpoints
        .updateOne({ _id, url, probeAt }, { $set: { probeAt: until } })
        .exec()
      return matchedCount === 1
    },

    /** It took a message: the circuit closes. */
    recovered: async (partnerId: string, url: string): Promise<void> => {
      const well = { failures: 0, failingSince: null, lastError: null, probeAt: null, goneAt: null }
      await models.endpoints.updateOne({ _id: partnerId, url }, { $set: well }).exec()
    },

    /** The partner wants no more messages at this URL. */
    gone: async (name: EndpointName, at: Instant): Promise<void> => {
      await begin(name)
      await models.endpoints.updateOne({ _id: name._id, url: name.url }, { $set: { goneAt: at } }).exec()
    },

    ofAgency: async (agencyId: string): Promise<EndpointState[]> =>
      models.endpoints.find({ agencyId }).lean<EndpointState[]>().exec(),
  }
}
export type Endpoints = ReturnType<typeof createEndpoints>
