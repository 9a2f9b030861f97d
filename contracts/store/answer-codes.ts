import mongoose from 'mongoose'
import type { Instant } from '#contracts/domain/instant.ts'
import type { Clock } from '#contracts/runtime/clock.ts'
import { numberCode } from '#contracts/runtime/number-code.ts'
import { ANSWER_DIGITS, answerCodeName } from '#contracts/wire/sms.ts'
import type { AnswerCode } from './documents.ts'
import type { Models } from './models.ts'
import { isDuplicateKey } from './errors.ts'

/** Far more than it takes while less than half of all codes are in use. */
const MOST_TURNS = 100

const codeOf = ({ _id, agencyId }: AnswerCode): string => _id.slice(agencyId.length + 1)
const idOf = (agencyId: string, code: string): string => `${agencyId}:${code}`

interface Living {
  agencyId: string
  offerId: string
  expiresAt: Instant
}

/**
 * Five digits by which an offer can be answered over the phone: unique among the living offers of an agency, and free for
 * another offer when that one's time is over. Whether it is still open, the incident file says.
 */
export const createAnswerCodes = (models: Models, clock: Clock, serverKey: string) => {
  const ofOffer = async (offerId: string): Promise<string | null> => {
    const known = await models.answerCodes.findOne({ offerId }).lean<AnswerCode>().exec()
    return known && codeOf(known)
  }

  /** False when a living offer has this code. */
  const take = async (_id: string, { agencyId, offerId, expiresAt }: Living): Promise<boolean> => {
    try {
      await models.answerCodes.collection.insertOne({
        _id: _id as never,
        agencyId,
        offerId,
        until: expiresAt,
      })
      return true
    } catch (error) {
      if (!isDuplicateKey(error)) throw error
    }
    const over = mongoose.trusted({ $lt: clock.now().toISOString() })
    const { matchedCount } = await models.answerCodes
      .updateOne({ _id, until: over }, { $set: { offerId, until: expiresAt } })
      .exec()
    return matchedCount === 1
  }

  return {
    ofOffer,

    /** The code of an offer; asked twice, the same. */
    give: async (offer: Living): Promise<string> => {
      for (let turn = 0; turn < MOST_TURNS; turn += 1) {
        const known = await ofOffer(offer.offerId)
        if (known !== null) return known
        const code = numberCode(serverKey, answerCodeName(offer.offerId, turn), ANSWER_DIGITS)
        if (await take(idOf(offer.agencyId, code), offer).catch(lost)) return code
      }
      throw new Error('no free answer code was found')
    },

    /** The offer that a code stands for, or stood for last. */
    offerOf: async (agencyId: string, code: string): Promise<string | null> =>
      (await models.answerCodes.findById(idOf(agencyId, code)).lean<AnswerCode>().exec())?.offerId ?? null,

    /** Forgets codes whose offers ended before a moment. Returns how many. */
    forget: async (before: Instant): Promise<number> => {
      const { deletedCount } = await models.answerCodes
        .deleteMany({ until: mongoose.trusted({ $lt: before }) })
        .exec()
      return deletedCount
    },
  }
}
export type AnswerCodes = ReturnType<typeof createAnswerCodes>

/** Somebody else has just given this offer its code. */
const lost = (error: unknown): boolean => {
  if (isDuplicateKey(error)) return false
  throw error
}
