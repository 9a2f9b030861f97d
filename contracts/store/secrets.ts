import mongoose from 'mongoose'
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
