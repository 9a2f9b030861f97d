import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import mongoose from 'mongoose'
import type { Ground } from './ground.ts'

const TAKEN_UP = /"takenUp":(\{[^}]*\})/g

/** What time alone brought about, by the ledger, whoever did it; a log may have lost its last lines. */
const BY_TIME = {
  offersExpired: { type: 'offer.expired', 'data.reason': 'no_answer' },
  dutiesEnded: {
    type: 'volunteer.duty_changed',
    'data.duty': 'off',
    'by.kind': 'system',
    'by.id': 'worker',
  },
} as const

/** What each loop of the workers found undone and did, by their logs: `claimsFreed`, `filesFlushed`, `rounds`, `dueTimes`, `deliveries`, `lookedAgain` … */
const takenUp = async (dir: string): Promise<[string, number][]> => {
  const names = (await readdir(dir)).filter((name) => /^worker-\d\.log$/.test(name))
  const texts = await Promise.all(names.map((name) => readFile(join(dir, name), 'utf8')))
  return texts
    .flatMap((text) => [...text.matchAll(TAKEN_UP)])
    .flatMap(([, counts]) => Object.entries(JSON.parse(counts ?? '{}') as Record<string, number>))
    .filter(([what]) => !Object.hasOwn(BY_TIME, what))
}

/** What the desk is alarmed by, and what time alone brings about. */
const LOUD = ['need.stalled', 'delivery.failed', 'deadline.missed', 'sos.raised', 'offer.expired']

const inLedger = async (mongoUri: string): Promise<[string, number][]> => {
  const client = await mongoose.mongo.MongoClient.connect(mongoUri, { serverSelectionTimeoutMS: 5000 })
  try {
    const facts = client.db().collection('facts')
    const wanted = [...LOUD.map((type) => [type, { type }] as const), ...Object.entries(BY_TIME)]
    return await Promise.all(
      wanted.map(async ([what, of]): Promise<[string, number]> => [what, await facts.countDocuments(of)]),
    )
  } finally {
    await client.close()
  }
}

/** Lines that the workers wrote outside the database. */
const anchorsIn = async (dir: string): Promise<[string, number][]> => {
  const text = await readFile(join(dir, 'anchor.jsonl'), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return ''
    throw error
  })
  return [['anchors', text.split('\n').length - 1]]
}

/** How often each path that mends, and each that makes loud, was taken since the count began. */
export const readMends = async ({
  dir,
  mongoUri,
}: Pick<Ground, 'dir' | 'mongoUri'>): Promise<Record<string, number>> => {
  const totals: Record<string, number> = {}
  const counted = [...(await takenUp(dir)), ...(await anchorsIn(dir)), ...(await inLedger(mongoUri))]
  for (const [what, count] of counted) totals[what] = (totals[what] ?? 0) + count
  return totals
}
