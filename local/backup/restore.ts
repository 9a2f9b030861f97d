import type mongoose from 'mongoose'
import { buildIndexes } from '#contracts/store/indexes.ts'
import { rollForward } from './roll-forward.ts'
import { readBackup } from './read-backup.ts'

const BATCH = 500

const mustBeWhole = async (file: string): Promise<void> => {
  for await (const _ of readBackup(file));
}

const mustBeEmpty = async (db: mongoose.mongo.Db): Promise<void> => {
  for (const { name } of await db.listCollections().toArray())
    if ((await db.collection(name).findOne({})) !== null)
      throw new Error(`${db.databaseName} is not empty (${name}): restore into a new database`)
}

const load = async (db: mongoose.mongo.Db, file: string): Promise<number> => {
  let rows = 0
  let batch: { in: string; docs: object[] } | null = null
  const put = async () => {
    if (batch !== null) await db.collection(batch.in).insertMany(batch.docs, { ordered: true })
    batch = null
  }
  for await (const row of readBackup(file)) {
    if (batch !== null && (batch.in !== row.in || batch.docs.length >= BATCH)) await put()
    batch ??= { in: row.in, docs: [] }
    batch.docs.push(row.doc)
    rows += 1
  }
  await put()
  return rows
}

/**
 * Puts a backup into an empty database and makes it one moment: every document is brought up to date from its facts, and
 * everybody who is asked or out is bound. Nothing may be at work there. Throws a sentence when the file is not whole or
 * the database is not empty, and has then written nothing.
 */
export const restore = async (
  db: mongoose.mongo.Db,
  file: string,
  at: Date,
): Promise<{ rows: number; broughtUpToDate: number; bound: number }> => {
  await mustBeWhole(file)
  await mustBeEmpty(db)
  const rows = await load(db, file)
  // Before each document is looked up among the facts: without one that reads the whole ledger for every document.
  await buildIndexes(db)
  return { rows, ...(await rollForward(db, at)) }
}
