import mongoose from 'mongoose'
import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import type { Instant } from '#contracts/domain/instant.ts'
import { digest } from '#contracts/runtime/ids.ts'
import type { KeptRound } from './documents.ts'
import type { Models } from './models.ts'

const pack = promisify(gzip)
const unpack = promisify(gunzip)
/** A document takes 16 MB; a round of 10,000 volunteers packs to less than one. */
const MOST_BYTES = 8_000_000
const BATCH = 1000

const { trusted } = mongoose

/** What a round was decided from, what it decided, and why whoever was not asked was not: three texts. */
export interface RoundTexts {
  input: string
  plan: string
  notAsked: string
}

const packed = async (text: string): Promise<string> => (await pack(text)).toString('base64')
const unpacked = async (text: string): Promise<string> =>
  (await unpack(Buffer.from(text, 'base64'))).toString('utf8')

/** The texts of a kept round, also of one that was read from a backup. */
export const textsOf = async ({ input, plan, notAsked }: RoundTexts): Promise<RoundTexts> => ({
  input: await unpacked(input),
  plan: await unpacked(plan),
  notAsked: await unpacked(notAsked),
})

/** The rounds that changed something, for as long as they are kept (`eraseBefore`). They hold no names and no phones. */
export const createRounds = (models: Models) => {
  /** Ids of the rounds that lie beyond so many bytes, counted from the newest. */
  const oldestOver = async (agencyId: string, mostBytes: number): Promise<string[]> => {
    const sizes = models.rounds
      .find({ agencyId, bytes: trusted({ $gt: 0 }) })
      .hint('agency_kept')
      .sort({ at: -1 })
      .select({ bytes: 1 })
      .lean<Pick<KeptRound, '_id' | 'bytes'>[]>()
    let sum = 0
    return (await sizes.exec()).filter(({ bytes }) => (sum += bytes) > mostBytes).map(({ _id }) => _id)
  }

  return {
    /** Keeps one round; a second time changes nothing. A round too large to keep is kept without its input. */
    keep: async (
      round: Pick<KeptRound, '_id' | 'agencyId' | 'at' | 'policyVersion' | 'incidentIds'>,
      { input, plan, notAsked }: RoundTexts,
    ): Promise<void> => {
      const packs = { input: await packed(input), plan: await packed(plan), notAsked: await packed(notAsked) }
      const bytes = packs.input.length + packs.plan.length + packs.notAsked.length
      const { _id, ...rest } = round
      const isTooLarge = bytes > MOST_BYTES
      const size = isTooLarge ? { bytes: 0, packs: null } : { bytes, packs }
      const kept = { ...rest, digest: digest(plan), ...size }
      await models.rounds.updateOne({ _id }, { $setOnInsert: kept }, { upsert: true }).exec()
    },

    /** The texts of a round; null when it is not kept, or was too large. */
    read: async (
      id: string,
    ): Promise<(RoundTexts & { agencyId: string; at: Instant; digest: string }) | null> => {
      const found = await models.rounds.findById(id).lean<KeptRound>().exec()
      if (found?.packs == null) return null
      const { packs, agencyId, at } = found
      return { ...(await textsOf(packs)), agencyId, at, digest: found.digest }
    },

    /** Ids of the rounds kept, of all agencies or of one, the oldest first. */
    ids: async (agencyId?: string): Promise<string[]> => {
      const found = await models.rounds
        .find(agencyId === undefined ? {} : { agencyId })
        .sort({ at: 1, _id: 1 })
        .select({ _id: 1 })
        .lean<{ _id: string }[]>()
        .exec()
      return found.map(({ _id }) => _id)
    },

    /** The agencies of which rounds are kept. */
    agencies: async (): Promise<string[]> => models.rounds.distinct('agencyId').exec(),

    /**
     * Lets go of the oldest texts of an agency until the others take no more than so many bytes; that there was a round stays.
     * Returns how many.
     */
    trim: async (agencyId: string, mostBytes: number): Promise<number> => {
      const over = await oldestOver(agencyId, mostBytes)
      for (let i = 0; i < over.length; i += BATCH) {
        const some = { _id: trusted({ $in: over.slice(i, i + BATCH) }) }
        await models.rounds.updateMany(some, { $set: { packs: null, bytes: 0 } }).exec()
      }
      return over.length
    },

    eraseBefore: async (moment: Instant): Promise<number> =>
      (await models.rounds.deleteMany({ at: trusted({ $lt: moment }) }).exec()).deletedCount,
  }
}
export type Rounds = ReturnType<typeof createRounds>
