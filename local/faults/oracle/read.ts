import { readFile } from 'node:fs/promises'
import mongoose from 'mongoose'
import type { Evidence, HeardLine, RawDump, Told } from './evidence.ts'

/** Reads every collection as it lies there, with the driver alone. */
export const takeDump = async (mongoUri: string): Promise<RawDump> => {
  const client = new mongoose.mongo.MongoClient(mongoUri, { serverSelectionTimeoutMS: 5000 })
  await client.connect()
  try {
    const all = async <T>(name: string): Promise<T[]> =>
      (await client.db().collection(name).find({}).toArray()) as never
    const facts = await all<RawDump['facts'][number]>('facts')
    return {
      incidents: await all('incidents'),
      volunteers: await all('volunteers'),
      partners: await all('partners'),
      users: await all('users'),
      zones: await all('zones'),
      policies: await all('policies'),
      facts: facts.sort((a, b) => a.seq - b.seq),
      claims: await all('claims'),
      receipts: await all('receipts'),
      deliveries: await all('deliveries'),
      cursors: await all('cursors'),
    }
  } finally {
    await client.close()
  }
}

type LedgerLine =
  | { e: 'sent'; id: string; kind: string; op: string; about: Record<string, string> }
  | ({ e: 'answer'; id: string; kind: string } & Told['answers'][number])
  | ({ e: 'heard' } & HeardLine)
  | { e: 'odd'; what: string }

const linesOf = async <T>(file: string): Promise<T[]> => {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return ''
    throw error
  })
  // The last line may still be on its way to the disk.
  return text
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as T)
}

/** Another body under the same id is a message of its own. */
const keyOf = ({ id, kind }: { id: string; kind: string }): string =>
  kind === 'other body' ? `${id} ${kind}` : id

/** The crowd's own ledger: what was sent, what was answered, what its platforms heard. */
export const readLedger = async (file: string): Promise<Pick<Evidence, 'told' | 'heard' | 'odd'>> => {
  const told = new Map<string, Told>()
  const heard: HeardLine[] = []
  const odd: string[] = []
  for (const line of await linesOf<LedgerLine>(file)) {
    if (line.e === 'heard') heard.push(line)
    if (line.e === 'odd') odd.push(line.what)
    if (line.e === 'sent') {
      const { id, kind, op, about } = line
      const key = keyOf(line)
      if (!told.has(key)) told.set(key, { id, kind, op, about, answers: [] })
    }
    if (line.e === 'answer') {
      const { status, word, ref, side, at, tookMs } = line
      told.get(keyOf(line))?.answers.push({ status, word, ref, side, at, tookMs })
    }
  }
  return { told, heard, odd }
}

export const readAnchors = (file: string): Promise<Evidence['anchors']> => linesOf(file)
