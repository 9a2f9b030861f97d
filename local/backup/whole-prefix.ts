import { setTimeout as rest } from 'node:timers/promises'
import type mongoose from 'mongoose'
import type { Fact } from '#contracts/domain/fact.ts'
import type { StoredFact } from '#contracts/store/documents.ts'
import { files } from './order.ts'

const TRIES = 200
const REST_MS = 25

/** Facts that have no place yet. */
const pendingFacts = async (db: mongoose.mongo.Db): Promise<Fact[]> => {
  const found: Fact[] = []
  for (const name of files)
    for await (const { pending } of db
      .collection<{ pending: Fact[] }>(name)
      .find({ 'pending.0': { $exists: true } }))
      found.push(...pending)
  return found
}

/** Whether some facts of one write lie before this place and others after it or nowhere yet. */
const splitsAWrite = async (db: mongoose.mongo.Db, agencyId: string, seq: number): Promise<boolean> => {
  const facts = db.collection<StoredFact>('facts')
  const unplaced = await pendingFacts(db)
  const after = await facts.find({ agencyId, seq: { $gt: seq } }).toArray()
  const isBefore = async (which: object): Promise<boolean> =>
    (await facts.findOne({ ...which, seq: { $lte: seq } })) !== null
  for (const { id, entityId, version } of unplaced)
    if (!(await isBefore({ _id: id })) && (await isBefore({ entityId, version }))) return true
  for (const { entityId, version } of after) if (await isBefore({ entityId, version })) return true
  return false
}

/**
 * The newest place in the ledger of an agency at which no write is cut in two: a document that is brought up to date to
 * here is one that really was. Rejects when the flusher does not come to rest within five seconds.
 */
export const wholePrefix = async (db: mongoose.mongo.Db, agencyId: string): Promise<number> => {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const head = await db.collection<StoredFact>('facts').findOne({ agencyId }, { sort: { seq: -1 } })
    if (head === null) return 0
    if (!(await splitsAWrite(db, agencyId, head.seq))) return head.seq
    await rest(REST_MS)
  }
  throw new Error('facts have been without a place for seconds: is a worker running?')
}
