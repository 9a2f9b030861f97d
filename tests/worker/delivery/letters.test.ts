import mongoose from 'mongoose'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { plusSeconds } from '#contracts/domain/instant.ts'
import { createDeliveryQueries } from '#contracts/store/delivery-queries.ts'
import { createModels, type Models } from '#contracts/store/models.ts'
import { createPartnerLog } from '#contracts/store/partner-log.ts'
import type { Delivery } from '#contracts/store/documents.ts'
import { AGENCY } from '../world.ts'
import { type Desk, openDesk } from './desk.ts'

let desk: Desk
beforeEach(async () => {
  desk = await openDesk()
})
afterEach(async () => desk.close())

const DAY_S = 24 * 3600
const OLD = 40

/** A message of so many days ago that was tried then, and perhaps again. */
const madeDaysAgo = (days: number, over: Partial<Delivery> = {}): Partial<Delivery> => {
  const createdAt = desk.inS(-days * DAY_S)
  const attempts = [{ at: createdAt, status: 500, tookMs: 5, error: null, answer: null }]
  return { state: 'dead', nextAt: null, createdAt, attempts, ...over }
}

/** A count is a pipeline, which tells it in its first stage. */
interface Stats {
  totalDocsExamined: number
}
interface Plan {
  executionStats?: Stats
  stages?: { $cursor?: { executionStats?: Stats } }[]
}
const docsIn = ({ executionStats, stages }: Plan): number =>
  Number((executionStats ?? stages?.[0]?.$cursor?.executionStats)?.totalDocsExamined)

/** How many documents the server looks at to answer what this asks, as it explains itself. */
const lookedAt = async (work: (models: Models) => Promise<unknown>): Promise<number> => {
  const connection = await mongoose
    .createConnection(desk.bench.home.mongoUri, { monitorCommands: true, autoIndex: false })
    .asPromise()
  try {
    const asked: Record<string, unknown>[] = []
    const models = createModels(connection)
    connection.getClient().on('commandStarted', ({ command }) => asked.push({ ...command }))
    await work(models)
    let count = 0
    for (const { lsid: _, $db: _db, $clusterTime: _time, ...explain } of asked.splice(0)) {
      const plan = await connection.db!.command({ explain, verbosity: 'executionStats' })
      count += docsIn(plan)
    }
    return count
  } finally {
    await connection.close()
  }
}

const askLetters = (models: Models) => createDeliveryQueries(models).deadLetters(AGENCY)

it('what died long ago costs those nothing who ask again and again what waits for a person', async () => {
  await desk.letters(OLD, madeDaysAgo(40, { data: null }))
  const waiting = await desk.letter(madeDaysAgo(3))
  await desk.letter(madeDaysAgo(2, { seenAt: desk.now() }))
  expect(await askLetters(desk.ctx.store.models)).toEqual({ count: 1, since: waiting.createdAt })
  expect(await lookedAt(askLetters)).toBeLessThan(OLD)
})

it('the health of a partner counts what was tried of late, of whatever age, and reads no more than a month', async () => {
  await desk.letters(OLD, madeDaysAgo(40, { data: null }))
  const since = desk.inS(-DAY_S)
  const tried = await desk.letter(madeDaysAgo(0.5))
  const replays = [{ at: desk.inS(-60), by: 'usr_1', opId: 'again', from: 1 }]
  const again = await desk.letter(madeDaysAgo(9, { replays }))
  const attempts = [...again.attempts, { ...tried.attempts[0]!, at: desk.inS(-30) }]
  await desk.ctx.store.models.deliveries.updateOne({ _id: again._id }, { $set: { attempts } }).exec()
  await desk.letter(madeDaysAgo(9))
  const ask = (models: Models) => createPartnerLog(models).deliveryCounts(desk.partner.id, since)
  const counts = await ask(desk.ctx.store.models)
  expect(counts).toMatchObject({ pending: 0, dead: OLD + 3, waiting: 3 })
  const late = counts.tried.flatMap((one) => one.attempts).filter(({ at }) => at >= since)
  expect(late.map(({ at }) => at).toSorted()).toEqual(
    [tried.createdAt, plusSeconds(desk.now(), -30)].toSorted(),
  )
  expect(await lookedAt(ask)).toBeLessThan(OLD)
})
