import mongoose from 'mongoose'
import type { Instant } from '#contracts/domain/instant.ts'
import type { SignInCode } from './documents.ts'
import type { Models } from './models.ts'

const { trusted } = mongoose

/**
 * Codes by which volunteers sign in, one for each visitor at a time. The digits are kept nowhere: they follow from the
 * code's id under the server's key.
 */
export const createSignInCodes = (models: Models) => ({
  /** A new code takes the place of the visitor's last one. */
  keep: async ({ _id, ...code }: SignInCode): Promise<void> => {
    await models.signInCodes.updateOne({ _id }, { $set: code }, { upsert: true }).exec()
  },

  /** Counts a guess and returns what it is held against; null when there is nothing to guess (any more). */
  guess: async (visitor: string, now: Instant, mostTries: number): Promise<SignInCode | null> =>
    models.signInCodes
      .findOneAndUpdate(
        {
          _id: visitor,
          usedAt: null,
          expiresAt: trusted({ $gt: now }),
          tries: trusted({ $lt: mostTries }),
        },
        { $inc: { tries: 1 } },
        { returnDocument: 'after' },
      )
      .lean<SignInCode>()
      .exec(),

  /** Uses a code up. False when somebody was quicker, or a newer code has taken its place. */
  use: async ({ _id, codeId }: Pick<SignInCode, '_id' | 'codeId'>, at: Instant): Promise<boolean> => {
    const { matchedCount } = await models.signInCodes
      .updateOne({ _id, codeId, usedAt: null }, { $set: { usedAt: at } })
      .exec()
    return matchedCount === 1
  },

  /** Is this code still good for something? */
  isWanted: async (codeId: string, now: Instant): Promise<boolean> =>
    (await models.signInCodes.exists({ codeId, usedAt: null, expiresAt: trusted({ $gt: now }) })) !== null,

  /** Forgets codes that ended before a moment. Returns how many. */
  forget: async (before: Instant): Promise<number> => {
    const { deletedCount } = await models.signInCodes
      .deleteMany({ expiresAt: trusted({ $lt: before }) })
      .exec()
    return deletedCount
  },
})
export type SignInCodes = ReturnType<typeof createSignInCodes>
