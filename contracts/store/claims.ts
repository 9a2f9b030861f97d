import type { Instant } from '#contracts/domain/instant.ts'
import { isLive } from '#contracts/domain/incident/read.ts'
import type { Claim } from './documents.ts'
import type { Ledger } from './ledger.ts'
import type { Flush } from './flush.ts'
import type { Models } from './models.ts'
import { isDuplicateKey } from './errors.ts'
import mongoose from 'mongoose'
import { setTimeout as rest } from 'node:timers/promises'
import { restMs } from './rest.ts'

/**
 * One natural person, one thing at a time. The rule everything rests on: a claim may be deleted only when its offer is
 * not live in the incident file and the file's version is greater than `base`, for then no write that knows the old
 * version can still succeed. Deletion always names the offer, never the person.
 */
export const createClaims = (
  models: Models,
  ledger: Ledger,
  flush: Flush,
  count: (what: string) => void = () => undefined,
) => {
  const remove = async (offerId: string): Promise<void> => {
    await models.claims.deleteOne({ offerId }).exec()
  }

  /** Raises the version without a fact: every writer that knows the old one loses its race. */
  const fence = async (incidentId: string, version: number): Promise<boolean> => {
    const { matchedCount } = await models.incident.collection.updateOne(
      { _id: incidentId as never, version },
      { $set: { version: version + 1 } },
    )
    if (matchedCount === 1) count('claim_fenced')
    return matchedCount === 1
  }

  const free = async (claim: Claim, tries = 0): Promise<'kept' | 'freed'> => {
    const doc = await ledger.load('incident', claim.incidentId)
    if (doc === null) {
      // Incidents are never deleted; without the file nothing can have been offered under it.
      await remove(claim.offerId)
      return 'freed'
    }
    if (isLive(doc.state, claim.offerId)) return 'kept'
    if (doc.version <= claim.base && !(await fence(doc._id, doc.version))) {
      // Somebody has written, or what he wrote is not with a majority yet and cannot be read.
      await rest(restMs(tries))
      return free(claim, tries + 1)
    }
    await flush('incident', claim.incidentId)
    await remove(claim.offerId)
    return 'freed'
  }

  return {
    /** Binds the person; false when he is bound already. Rejects when MongoDB cannot say. */
    take: async (claim: Claim): Promise<boolean> => {
      try {
        await models.claims.collection.insertOne(claim as never)
        return true
      } catch (error) {
        if (isDuplicateKey(error)) return false
        throw error
      }
    },

    /** Gives a claim back whose offering write was lost or is unknown; keeps it when the offer was written after all. */
    free: (claim: Claim): Promise<'kept' | 'freed'> => free(claim),

    /** After the ending write: the ending fact gets its seq first, then the person may be bound again. */
    end: async (incidentId: string, offerIds: readonly string[]): Promise<void> => {
      if (offerIds.length === 0) return
      await flush('incident', incidentId)
      await models.claims.deleteMany({ offerId: mongoose.trusted({ $in: [...offerIds] }) }).exec()
    },

    /** Which of these people are bound now: person key → claim. */
    boundAmong: async (personKeys: readonly string[]): Promise<Map<string, Claim>> => {
      const found = await models.claims
        .find({ _id: mongoose.trusted({ $in: [...personKeys] }) })
        .lean<Claim[]>()
        .exec()
      return new Map(found.map((claim) => [claim._id, claim]))
    },

    boundOf: async (personKey: string): Promise<Claim | null> =>
      models.claims.findById(personKey).lean<Claim>().exec(),

    /** Claims taken before a moment, oldest first: the reconciler frees each. */
    olderThan: async (at: Instant, limit = 500): Promise<Claim[]> =>
      models.claims
        .find({ at: mongoose.trusted({ $lt: at }) })
        .sort({ at: 1 })
        .limit(limit)
        .lean<Claim[]>()
        .exec(),
  }
}
export type Claims = ReturnType<typeof createClaims>
