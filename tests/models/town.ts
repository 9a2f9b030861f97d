import * as fc from 'fast-check'
import mongoose from 'mongoose'
import { defaultSla } from '#contracts/domain/sla.ts'
import { createSerial } from '#contracts/runtime/queue.ts'
import { isAway } from '#contracts/store/errors.ts'
import { createBackground } from '#contracts/store/background.ts'
import { createClaims } from '#contracts/store/claims.ts'
import { createCursors } from '#contracts/store/cursors.ts'
import { createFlush } from '#contracts/store/flush.ts'
import { createIncidents } from '#contracts/store/incidents.ts'
import { createKinds } from '#contracts/store/kinds.ts'
import { createLedger, type LedgerOptions } from '#contracts/store/ledger.ts'
import { createOffering } from '#contracts/store/offering.ts'
import { createReceipts } from '#contracts/store/receipts.ts'
import type { Store } from '#contracts/store/store.ts'
import { Trouble } from '../../api/trouble.ts'
import { newDatabase } from './memory/database.ts'

/**
 * What goes wrong at a write, counted over the whole run: it never arrives, its reply is lost, its process dies; or the
 * process stands still just before it, for as long as the others need to do much.
 */
export interface Mishap {
  at: number
  what: 'never arrives' | 'reply lost' | 'process dies' | 'stands still'
}
export const mishaps = (within: number) =>
  fc.uniqueArray(
    fc.record<Mishap>({
      at: fc.nat({ max: within }),
      what: fc.constantFrom<Mishap['what']>(
        'never arrives',
        'reply lost',
        'process dies',
        'stands still',
        'stands still',
      ),
    }),
    { maxLength: 5, selector: ({ at }) => at },
  )

const T0 = Date.parse('2026-01-17T05:00:00.000Z')
/** How far time goes on with each round trip. */
const STEP_MS = 150
/** Turns that go to others while one stands still. */
const STILL = 60
const forEver = (): Promise<never> => new Promise(() => undefined)
const silent = {
  warn: () => undefined,
  debug: () => undefined,
  error: () => undefined,
  info: () => undefined,
} as never

/** The moment at which a process ends: whoever waits for it hears of it. */
const deathOf = () => {
  const listeners: (() => void)[] = []
  const died = new Promise<'died'>((resolve) => listeners.push(() => resolve('died')))
  return { died, come: (): void => listeners.forEach((hear) => hear()) }
}

export interface TownOptions {
  scheduler: fc.Scheduler
  mishaps: readonly Mishap[]
  /** Other folds than the platform's. */
  kinds?: LedgerOptions['kinds']
  /** Looked at after every write that took effect; returns what is wrong. */
  law?: () => string[]
}

/** Several processes of the store on one database in memory; every round trip takes its turn when the scheduler says so. */
export const openTown = ({
  scheduler,
  mishaps: planned,
  kinds = createKinds(defaultSla),
  law,
}: TownOptions) => {
  const database = newDatabase()
  const mishapAt = new Map(planned.map(({ at, what }) => [at, what]))
  const broken: string[] = []
  const counts: Record<string, number> = {}
  const count = (what: string): void => void (counts[what] = (counts[what] ?? 0) + 1)
  const clock = { now: () => new Date(T0 + trips * STEP_MS) }
  let trips = 0
  let writes = 0
  let ids = 0
  /** No mishaps and no scheduling any more: what is left is done in order. */
  let isCalm = false

  /** `before`: what it does is done before anything is scheduled or goes wrong. */
  const openProcess = (name: string, before = false) => {
    let isDead = false
    const death = deathOf()
    const trip = async <T>(what: string, isWrite: boolean, work: () => T): Promise<T> => {
      if (isDead) return forEver()
      if (!isCalm && !before) await scheduler.schedule(Promise.resolve(), `${name} ${what}`)
      if (isDead) return forEver()
      trips += 1
      const mishap = isWrite && !isCalm && !before ? mishapAt.get(writes) : undefined
      if (isWrite && !before) writes += 1
      if (mishap === 'stands still')
        for (let turn = 0; turn < STILL; turn += 1)
          await scheduler.schedule(Promise.resolve(), `${name} stands still`)
      if (mishap === 'never arrives') throw new mongoose.mongo.MongoNetworkError('the line broke')
      const result = work()
      if (isWrite && !before) broken.push(...(law?.() ?? []))
      if (mishap === 'reply lost') throw new mongoose.mongo.MongoNetworkError('the line broke')
      if (mishap === 'process dies') {
        isDead = true
        death.come()
        return forEver()
      }
      return result
    }
    const models = database.models(trip)
    const serial = createSerial()
    const background = createBackground(silent)
    const flush = createFlush(models, serial, count)
    const ledger = createLedger({
      models,
      kinds,
      clock,
      serial,
      random: () => 0,
      count,
      afterWrite: (kind, id) => background.run('flush', () => flush(kind, id)),
    })
    const claims = createClaims(models, ledger, flush)
    const incidents = createIncidents({ models, ledger, claims, background })
    const chance = { next: (prefix: string) => `${prefix}_${(ids += 1).toString().padStart(4, '0')}` }
    const offer = createOffering({ models, ledger, claims, incidents, clock, ids: chance, count })
    const receipts = createReceipts(models, clock)
    const cursors = createCursors(models, clock)
    const store = {
      models,
      ledger,
      flush,
      claims,
      incidents,
      offer,
      receipts,
      cursors,
      background,
      sla: defaultSla,
      now: () => clock.now().toISOString(),
    }
    return { name, store: store as Store, models, died: death.died, settled: background.settled }
  }

  return {
    database,
    broken,
    counts,
    clock,
    openProcess,
    /** From now on nothing goes wrong: another process puts in order what is left. */
    calm: (): void => {
      isCalm = true
    },
  }
}
export type Town = ReturnType<typeof openTown>
export type Process = ReturnType<Town['openProcess']>

/** Everybody was asked again and again, and nobody could say. */
export class Unanswered extends Error {}

/**
 * `work` on one process after the other, as a client repeats himself, until one of them answers. Whatever is thrown besides
 * an answer of no (`isAnswer`) and "not saved" is a fault of the test or of the store, and is thrown on.
 */
export const untilAnswered = async <T>(
  processes: readonly Process[],
  first: number,
  isAnswer: (error: unknown) => boolean,
  work: (process: Process) => Promise<T>,
): Promise<{ answer: T } | { refused: unknown }> => {
  for (let tries = 0; tries < 40; tries += 1) {
    const process = processes[(first + tries) % processes.length]
    if (process === undefined) break
    try {
      const done = await Promise.race([work(process).then((answer) => ({ answer })), process.died])
      if (done !== 'died') return done
    } catch (error) {
      if (isAnswer(error)) return { refused: error }
      const isNotSaved = error instanceof Trouble && error.code === 'not_saved'
      if (!isAway(error) && !isNotSaved) throw error
    }
  }
  throw new Unanswered()
}

/** Null when nobody answered; anything else that is thrown is thrown on. */
export const orNull = (error: unknown): null => {
  if (error instanceof Unanswered) return null
  throw error
}
