import mongoose from 'mongoose'
import type { Instant } from '#contracts/domain/instant.ts'
import type { SealedSecret } from './documents.ts'
import type { Models } from './models.ts'
import type { Seal } from './seal.ts'

/** Signing secrets of partners, sealed at rest. Which of them count says the partner's own document. */
export const createSecrets = (models: Models, seal: Seal) => ({
  /** Seals and keeps a `whsec_…` secret before the fact that names it. */
  keep: async (secret: Omit<SealedSecret, 'sealed'> & { plain: string }): Promise<void> => {
    const { _id, plain, ...rest } = secret
    await models.secrets
      .updateOne({ _id }, { $set: { ...rest, sealed: seal.seal(plain) } }, { upsert: true })
      .exec()
  },

  /** Seals and keeps a new secret, unless one is kept under this id already; returns the one that counts. */
  keepOnce: async (secret: Omit<SealedSecret, 'sealed'> & { plain: string }): Promise<string> => {
    const { _id, plain, ...rest } = secret
    const kept = await models.secrets
      .findOneAndUpdate(
        { _id },
        { $setOnInsert: { ...rest, sealed: seal.seal(plain) } },
        { upsert: true, returnDocument: 'after' },
      )
      .lean<SealedSecret>()
      .exec()
    return seal.open(kept.sealed)
  },

  /** When each of these was made. */
  madeAt: async (secretIds: readonly string[]): Promise<Map<string, Instant>> => {
    const found = await models.secrets
      .find({ _id: mongoose.trusted({ $in: [...secretIds] }) })
      .select({ createdAt: 1 })
      .lean<Pick<SealedSecret, '_id' | 'createdAt'>[]>()
      .exec()
    return new Map(found.map(({ _id, createdAt }) => [_id, createdAt]))
  },

  /** The plain secrets with these ids, in the order of their making. */
  open: async (secretIds: readonly string[]): Promise<string[]> => {
    const found = await models.secrets
      .find({ _id: mongoose.trusted({ $in: [...secretIds] }) })
      .sort({ createdAt: 1 })
      .lean<SealedSecret[]>()
      .exec()
    return found.map(({ sealed }) => seal.open(sealed))
  },
})
export type Secrets = ReturnType<typeof createSecrets>
