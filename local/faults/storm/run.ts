import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClosers } from '#contracts/runtime/closers.ts'
import { createLogger } from '#contracts/runtime/log.ts'
import { openPlatform } from '#contracts/store/open.ts'
import { openLedger } from '../crowd/ledger.ts'
import { createSay } from '../crowd/say.ts'
import { createCounts } from '../crowd/tally.ts'
import { readSometimes } from '../ground/sometimes.ts'
import type { Fault } from '../oracle/evidence.ts'
import { apiLaws, judge } from '../oracle/judge.ts'
import { readLedger, takeDump } from '../oracle/read.ts'
import { giveRaces, type Race } from './given.ts'
import { playStorm } from './storm.ts'
import { acceptedByNeed, verdict } from './verdict.ts'
import { APIS, driversFor, openStormWorld } from './world.ts'

const INCIDENTS = 10
const RIVALS = 8
/** Slots raced for at once, over all incidents: eight yeses each. */
const AT_ONCE = 10

export interface StormResult {
  incidents: number
  slots: number
  rivals: number
  apis: number
  /** Answers by word. */
  words: Record<string, number>
  tookS: number
  ms: { median: number; p99: number; slowest: number }
  sometimes: Record<string, number>
  broken: Fault[]
}

const tallied = (words: readonly string[]): Record<string, number> => {
  const counts: Record<string, number> = {}
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1
  return counts
}
/** What the oracle needs of a storm: nothing was broken in it, and no screen looked on. */
export const evidenceOf = async (ledgerFile: string, mongoUri: string) => ({
  ...(await readLedger(ledgerFile)),
  dump: await takeDump(mongoUri),
  screens: [],
  anchors: [],
  logs: {},
  secrets: [],
  trapHits: 0,
  disturbed: [],
  slackMs: Infinity,
  now: Date.now(),
})

/** Ten incidents, so many slots each, eight who say yes to each slot at the same time, at four processes of the api. */
export const storm = async (options: {
  slots: number
  note: (text: string) => void
}): Promise<StormResult> => {
  const { slots, note } = options
  const dir = await mkdtemp(join(tmpdir(), 'tr-storm-'))
  const log = createLogger({ name: 'storm', level: 'warn' })
  const closers = createClosers({ log, deadlineMs: 20_000 })
  try {
    const drivers = driversFor(INCIDENTS * slots * RIVALS)
    note(`${drivers.length} people come on duty …`)
    const { urls, mongoUri, redisUrl, serverKey, partner } = await openStormWorld(dir, drivers, closers)
    const platform = await openPlatform({ name: 'storm', mongoUri, redisUrl, redisPrefix: 'tr', serverKey, log, closers }) // prettier-ignore
    const races: Race[] = []
    for (let n = 0; n < INCIDENTS; n += 1) {
      const people = drivers.slice(n * slots * RIVALS, (n + 1) * slots * RIVALS)
      races.push(...(await giveRaces(platform, { slots, rivals: RIVALS, people, serverKey })))
    }
    note(`${races.length} slots, for each of them ${RIVALS} are asked. Now they all say yes …`)
    const ledgerFile = join(dir, 'ledger.jsonl')
    const ledger = await openLedger(ledgerFile)
    const speech = createSay({ apis: urls, ledger, counts: createCounts(), renew: async () => undefined })
    const beganAt = performance.now()
    const runs = await playStorm({ races: mixed(races, slots), speech, partner, atOnce: AT_ONCE, apis: APIS })
    const tookS = Math.round(performance.now() - beganAt) / 1000
    await speech.close()
    await ledger.close()
    const sometimes = await Promise.all(urls.map(readSometimes))
    await platform.store.settled()
    const evidence = await evidenceOf(ledgerFile, mongoUri)
    const took = [...evidence.told.values()].flatMap(({ answers }) => answers.map(({ tookMs }) => tookMs))
    took.sort((a, b) => a - b)
    const at = (share: number): number =>
      took[Math.min(took.length - 1, Math.floor(took.length * share))] ?? 0
    return {
      incidents: INCIDENTS,
      slots,
      rivals: RIVALS,
      apis: APIS,
      words: tallied(runs.flatMap(({ told }) => told.map(({ word }) => word || 'none'))),
      tookS,
      ms: { median: at(0.5), p99: at(0.99), slowest: took.at(-1) ?? 0 },
      sometimes: summed(sometimes),
      broken: [...verdict(runs, acceptedByNeed(evidence)), ...(await judge(evidence, apiLaws))],
    }
  } finally {
    await closers.closeAll()
    await rm(dir, { recursive: true, force: true })
  }
}

/** The slots of all incidents in turn, so that they are raced for side by side. */
const mixed = (races: readonly Race[], slots: number): Race[] =>
  Array.from({ length: slots }, (_, slot) => races.filter((_race, i) => i % slots === slot)).flat()

const summed = (all: readonly ReadonlyMap<string, number>[]): Record<string, number> => {
  const totals: Record<string, number> = {}
  for (const counts of all) for (const [what, count] of counts) totals[what] = (totals[what] ?? 0) + count
  return totals
}

const count = (runs: Record<string, number>): string =>
  Object.entries(runs)
    .map(([word, times]) => `${word} ${times}`)
    .join(', ')

export const sayStorm = ({ incidents, slots, rivals, apis, words, tookS, ms, sometimes, broken }: StormResult): string =>
  [
    `${incidents} incidents × ${slots} slots × ${rivals} yeses at the same time, over ${apis} processes of the api: ${tookS} s`,
    `answers: ${count(words)}; median ${ms.median} ms, 99 of 100 within ${ms.p99} ms, slowest ${ms.slowest} ms`,
    `sometimes: ${count(sometimes)}`,
    ...broken.slice(0, 20).map(({ law, subject, what }) => `BAD ${law}  ${subject}  ${what}`),
    broken.length === 0 ? 'ok: one winner each, and every loser knows' : `NOT ok: ${broken.length} breaches`,
  ].join('\n') // prettier-ignore
