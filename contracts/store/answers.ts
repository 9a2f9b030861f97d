import mongoose from 'mongoose'
import {
  answerFacts,
  type AnswerRecord,
  foldAnswers,
  NO_RECORD,
} from '#contracts/domain/volunteer/answers.ts'
import type { Cursors } from './cursors.ts'
import type { AnswersOf, StoredFact } from './documents.ts'
import { isDuplicateKey } from './errors.ts'
import type { Models } from './models.ts'

const BATCH = 1000
const AT_ONCE = 8
const { trusted } = mongoose

/** Up to which seq an agency's answers are folded. */
export const answersCursor = (agencyId: string): string => `answers:${agencyId}`

type Told = Pick<StoredFact, 'seq' | 'type' | 'at'> & { data: { volunteerId: string } }

/**
 * How each volunteer answered so far, folded from the ledger into one small document each. Every document knows the seq it
 * has come to, so any process may fold at any time, again, or from the beginning when the collection was emptied together
 * with its cursors.
 */
export const createAnswers = (models: Models, cursors: Cursors) => {
  const after = (agencyId: string, seq: number, head: number): Promise<Told[]> =>
    models.facts
      .find({
        agencyId,
        seq: trusted({ $gt: seq, $lte: head }),
        type: trusted({ $in: [...answerFacts] }),
      })
      .sort({ seq: 1 })
      .limit(BATCH)
      .lean<Told[]>()
      .exec()

  /** Folds what the document does not know yet; begins anew when another process was quicker. */
  const bringUp = async (agencyId: string, volunteerId: string, facts: readonly Told[]): Promise<void> => {
    const { collection } = models.answers
    for (;;) {
      const doc = (await collection.findOne({ _id: volunteerId as never })) as AnswersOf | null
      const newer = facts.filter(({ seq }) => seq > (doc?.seq ?? 0))
      const last = newer.at(-1)
      if (last === undefined) return
      const record = newer.reduce<AnswerRecord>(foldAnswers, doc?.record ?? NO_RECORD)
      try {
        if (doc === null) {
          await collection.insertOne({ _id: volunteerId as never, agencyId, seq: last.seq, record })
          return
        }
        const { matchedCount } = await collection.updateOne(
          { _id: volunteerId as never, seq: doc.seq },
          { $set: { seq: last.seq, record } },
        )
        if (matchedCount === 1) return
      } catch (error) {
        if (!isDuplicateKey(error)) throw error
      }
    }
  }

  const fold = async (agencyId: string, facts: readonly Told[]): Promise<void> => {
    const byVolunteer = new Map<string, Told[]>()
    for (const fact of facts)
      byVolunteer.set(fact.data.volunteerId, [...(byVolunteer.get(fact.data.volunteerId) ?? []), fact])
    const people = [...byVolunteer]
    for (let i = 0; i < people.length; i += AT_ONCE)
      await Promise.all(people.slice(i, i + AT_ONCE).map(([id, own]) => bringUp(agencyId, id, own)))
  }

  return {
    /** Folds what has happened since the last time. Cheap: only offers and answers that are new are read. */
    catchUp: async (agencyId: string): Promise<void> => {
      const cursor = answersCursor(agencyId)
      const [from, { seq: head }] = await Promise.all([cursors.read(cursor), cursors.head(agencyId)])
      for (let seq = from; seq < head;) {
        const facts = await after(agencyId, seq, head)
        await fold(agencyId, facts)
        seq = facts.length === BATCH ? (facts.at(-1)?.seq ?? head) : head
        await cursors.advance(cursor, seq)
      }
    },

    /** By volunteer id; whoever was never asked is missing. */
    ofAgency: async (agencyId: string): Promise<Map<string, AnswerRecord>> => {
      const found = await models.answers.find({ agencyId }).lean<AnswersOf[]>().exec()
      return new Map(found.map(({ _id, record }) => [_id, record]))
    },
  }
}
export type AnswersStore = ReturnType<typeof createAnswers>
