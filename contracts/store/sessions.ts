import mongoose from 'mongoose'
import type { Instant } from '#contracts/domain/instant.ts'
import type { RefreshToken } from './documents.ts'
import type { Models } from './models.ts'

/** Refresh tokens by their hash, in families; a family is one sign-in on one device and dies as a whole. */
export const createSessions = (models: Models) => ({
  add: async (token: RefreshToken): Promise<void> => {
    await models.refreshTokens.collection.insertOne(token as never)
  },

  find: async (hash: string): Promise<RefreshToken | null> =>
    models.refreshTokens.findById(hash).lean<RefreshToken>().exec(),

  /** Marks a token as used; a second use of it keeps the first moment. */
  rotate: async (hash: string, at: Instant): Promise<void> => {
    await models.refreshTokens.updateOne({ _id: hash, rotatedAt: null }, { $set: { rotatedAt: at } }).exec()
  },

  /** Ends a sign-in for ever. */
  kill: async (family: string, at: Instant): Promise<void> => {
    await models.refreshTokens.updateMany({ family, revokedAt: null }, { $set: { revokedAt: at } }).exec()
  },

  /** Ends every sign-in of a user, but perhaps one. Returns those that ended. */
  killAll: async (userId: string, at: Instant, except: string | null = null): Promise<string[]> => {
    const live = { userId, revokedAt: null, family: mongoose.trusted({ $ne: except }) }
    const families: string[] = await models.refreshTokens.distinct('family', live).exec()
    await models.refreshTokens.updateMany(live, { $set: { revokedAt: at } }).exec()
    return families
  },

  /** The sign-ins of these users that can still be renewed: their last tokens, the latest first. */
  ofUsers: async (userIds: readonly string[], now: Instant): Promise<RefreshToken[]> =>
    models.refreshTokens
      .find({
        userId: mongoose.trusted({ $in: [...userIds] }),
        revokedAt: null,
        rotatedAt: null,
        expiresAt: mongoose.trusted({ $gt: now }),
      })
      .sort({ issuedAt: -1 })
      .lean<RefreshToken[]>()
      .exec(),

  /** One revoked token is enough: a rotation that was under way while the family died brings nothing back. */
  isDead: async (family: string): Promise<boolean> =>
    (await models.refreshTokens
      .findOne({ family, revokedAt: mongoose.trusted({ $ne: null }) })
      .select({ _id: 1 })
      .lean()
      .exec()) !== null,

  /** Forgets tokens of a user that expired before a moment. */
  forget: async (userId: string, before: Instant): Promise<void> => {
    await models.refreshTokens.deleteMany({ userId, expiresAt: mongoose.trusted({ $lt: before }) }).exec()
  },
})
export type Sessions = ReturnType<typeof createSessions>
