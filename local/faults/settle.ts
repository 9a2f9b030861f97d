import { readFile, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as rest } from 'node:timers/promises'
import mongoose from 'mongoose'
import { REPORTER, TOLD } from './crowd/desk.ts'
import type { Ground } from './ground/ground.ts'
import type { Evidence, Fault, Span } from './oracle/evidence.ts'
import { judge } from './oracle/judge.ts'
import { screenLag } from './oracle/screen-lag.ts'
import { readAnchors, readLedger, takeDump } from './oracle/read.ts'
import { redisText } from './redis-text.ts'

/** Until then the platform must have put itself in order; what is broken afterwards is broken. */
const WITHIN_MS = 30_000
const LOOK_EVERY_MS = 1500
/** What has not changed for so long does not heal any more. */
const STANDS_MS = 20_000
/** Numbers of invented people, in whatever way they are written: +62812…, 62812…, 0812…; no digits of a longitude. */
export const ANY_PHONE = /\+62812\d{8,}|(?<![\w.])(?:62|0)812\d{8,10}(?!\d)/
/** Of the invented reporter, and numbers of drivers. */
const secrets = [REPORTER.name, REPORTER.phone, TOLD, ANY_PHONE]

const logsOf = async (dir: string): Promise<Record<string, string>> => {
  const names = (await readdir(dir)).filter((name) => /^(api|worker)-\d\.log$/.test(name))
  return Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, await readFile(join(dir, name), 'utf8')])),
  )
}

/** A cheap look first: has every follower come to the end, has every fact its place? */
const isQuiet = async (client: mongoose.mongo.MongoClient): Promise<boolean> => {
  const db = client.db()
  for (const name of ['incidents', 'volunteers'])
    if ((await db.collection(name).findOne({ 'pending.0.id': { $exists: true } })) !== null) return false
  const [head] = await db
    .collection<{ agencyId: string; seq: number }>('facts')
    .find({})
    .sort({ agencyId: 1, seq: -1 })
    .limit(1)
    .toArray()
  const cursors = await db.collection<{ _id: string; seq: number }>('cursors').find({}).toArray()
  return cursors.find(({ _id }) => _id === `relay:${head?.agencyId}`)?.seq === head?.seq
}

/** Waits for quiet, not longer than `deadline` (ms of `performance.now`). */
const quiet = async (mongoUri: string, deadline: number): Promise<void> => {
  const client = await mongoose.mongo.MongoClient.connect(mongoUri)
  try {
    while (performance.now() < deadline && !(await isQuiet(client))) await rest(150)
  } finally {
    await client.close()
  }
}

/** What there must be to look at. */
export type Ended = Pick<Ground, 'dir' | 'ledgerFile' | 'mongoUri'> & {
  people: Pick<Ground['people'], 'screens'>
  redis: Pick<Ground['redis'], 'url'>
  trap: Pick<Ground['trap'], 'hits'>
}

/** What the laws that have to do with time must know of. */
export interface Past {
  /** When something was wrong, since the ledger began. */
  disturbed: readonly Span[]
  /** What this machine is granted, in ms, for it is slow by itself. */
  slackMs: number
}

export interface Settled {
  /** What is still broken after a while, or was not in order in time. */
  broken: Fault[]
  /** What was broken when it was quiet and was not any more at a later look. */
  healed: Fault[]
  /** From quiet until a look found every screen to show what the database holds, in seconds; null: none did. */
  screensS: number | null
}

const collect = async (ground: Ended, { disturbed, slackMs }: Past): Promise<Evidence> => ({
  screens: await ground.people.screens(),
  dump: await takeDump(ground.mongoUri),
  ...(await readLedger(ground.ledgerFile)),
  anchors: await readAnchors(join(ground.dir, 'anchor.jsonl')),
  logs: { ...(await logsOf(ground.dir)), Redis: await redisText(ground.redis.url) },
  secrets,
  trapHits: ground.trap.hits(),
  disturbed,
  slackMs,
  now: Date.now(),
})

const asText = (fault: Fault): string => JSON.stringify(fault)
/** What is in the first and not in the second. */
const without = (faults: Iterable<Fault>, others: readonly Fault[]): Fault[] => {
  const there = new Set(others.map(asText))
  return [...faults].filter((fault) => !there.has(asText(fault)))
}

/** Looks again and again until no law is broken; the dump of what stays broken is kept with it. */
export const settled = async (ground: Ended, past: Past, withinMs = WITHIN_MS): Promise<Settled> => {
  const deadline = performance.now() + withinMs
  await quiet(ground.mongoUri, deadline)
  const quietAt = Date.now()
  const seen = { text: '', at: 0 }
  const ever = new Map<string, Fault>()
  const behind = new Map<string, Fault>()
  let screensS: number | null = null
  for (;;) {
    const lookedAt = Date.now()
    const evidence = await collect(ground, past)
    const faults = await judge(evidence)
    for (const fault of faults) ever.set(asText(fault), fault)
    const lag = screenLag(faults, { lookedAt, quietAt, facts: evidence.dump.facts, slackMs: past.slackMs })
    for (const fault of lag) behind.set(asText(fault), fault)
    if (faults.every(({ law }) => law !== 'I14')) screensS ??= (lookedAt - quietAt) / 1000
    const text = JSON.stringify(faults)
    if (text !== seen.text) Object.assign(seen, { text, at: performance.now() })
    const isOver = performance.now() > Math.min(deadline, seen.at + STANDS_MS)
    if (faults.length === 0 || isOver) {
      const late = without(behind.values(), faults)
      const broken = [...faults, ...late.map((fault) => ({ ...fault, what: `${fault.what}, late` }))]
      if (broken.length > 0)
        await writeFile(
          join(ground.dir, 'dump.json'),
          JSON.stringify({ dump: evidence.dump, screens: evidence.screens }),
        )
      return { broken, healed: without(ever.values(), broken), screensS }
    }
    await rest(LOOK_EVERY_MS)
  }
}

/** What is still broken after a while, where nothing was made to go wrong. */
export const settle = async (
  ground: Ended,
  { slackMs, withinMs }: { slackMs: number; withinMs: number },
): Promise<Fault[]> => (await settled(ground, { disturbed: [], slackMs }, withinMs)).broken
