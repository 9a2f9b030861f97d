import mongoose from 'mongoose'
import type { ClaimRow, FactRow, FileRow, ReceiptRow, TextRow } from './shapes.ts'

export const collectionOf = {
  incident: 'incidents',
  volunteer: 'volunteers',
  partner: 'partners',
  user: 'users',
  zone: 'zones',
  shift: 'shifts',
  policy: 'policies',
  procedure: 'procedures',
} as const
export type Kind = keyof typeof collectionOf

/**
 * Reads any Top Ranger database, also while the platform is at work. `url`: a MongoDB address with the name of the
 * database. Rejects when nobody answers within five seconds.
 */
export const openDump = async (url: string) => {
  const client = new mongoose.mongo.MongoClient(url, { serverSelectionTimeoutMS: 5000 })
  await client.connect()
  const db = client.db()
  const all = async <T>(name: string): Promise<T[]> => (await db.collection(name).find({}).toArray()) as never
  const one = async <T>(name: string, id: string): Promise<T | null> =>
    (await db.collection(name).findOne({ _id: id as never })) as never

  return {
    agencyIds: async (): Promise<string[]> => (await db.collection('facts').distinct('agencyId')) as string[],
    /** The facts of one agency in the order of the ledger, up to what is there now. */
    facts: (agencyId: string): AsyncIterable<FactRow> =>
      db.collection('facts').find({ agencyId }).sort({ seq: 1 }) as never,
    files: (kind: Kind): Promise<FileRow[]> => all(collectionOf[kind]),
    file: (kind: Kind, id: string): Promise<FileRow | null> => one(collectionOf[kind], id),
    claims: (): Promise<ClaimRow[]> => all('claims'),
    claim: (personKey: string): Promise<ClaimRow | null> => one('claims', personKey),
    receipts: (): Promise<ReceiptRow[]> => all('receipts'),
    texts: (): AsyncIterable<TextRow> => db.collection('texts').find({}) as never,
    close: (): Promise<void> => client.close(),
  }
}
/** A dump in memory may have been taken without the texts. */
export type Dump = Omit<Database, 'texts'> & Partial<Pick<Database, 'texts'>>
type Database = Awaited<ReturnType<typeof openDump>>
