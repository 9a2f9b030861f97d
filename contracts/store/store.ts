import type { Connection } from 'mongoose'
import type { EntityKind } from '#contracts/domain/fact.ts'
import { defaultSla, type Sla } from '#contracts/domain/sla.ts'
import type { Instant } from '#contracts/domain/instant.ts'
import type { Clock } from '#contracts/runtime/clock.ts'
import type { Ids } from '#contracts/runtime/ids.ts'
import type { Logger } from '#contracts/runtime/log.ts'
import { createSerial } from '#contracts/runtime/queue.ts'
import { createBackground } from './background.ts'
import { createClaims } from './claims.ts'
import { createCursors } from './cursors.ts'
import { createFlush } from './flush.ts'
import { createHolds } from './holds.ts'
import { createIncidents } from './incidents.ts'
import { createKinds } from './kinds.ts'
import { createLedger } from './ledger.ts'
import { createModels } from './models.ts'
import { createOffering } from './offering.ts'
import { createReceipts } from './receipts.ts'
import { createTexts } from './texts.ts'

export interface StoreOptions {
  connection: Connection
  clock: Clock
  ids: Ids
  log: Logger
  random: () => number
  sla?: Sla
  /** "There is more in the ledger": a hint to followers, sent after each flush; safe to lose, must not throw. */
  poke: (agencyId: string) => void
  /**
   * Named points where recovery tests stop the process: a change is `written` but not flushed; people are `claimed` but
   * not yet asked; something has `ended` but its people are still bound.
   */
  atPoint?: (point: 'written' | 'claimed' | 'ended') => Promise<void>
}

/** Everything that is kept, opened on one connection. One per process; closes with the connection after `settled()`. */
export const openStore = (options: StoreOptions) => {
  const { connection, clock, ids, log, random, sla = defaultSla, poke, atPoint } = options
  const models = createModels(connection)
  const counts = new Map<string, number>()
  const count = (what: string): void => void counts.set(what, (counts.get(what) ?? 0) + 1)
  const background = createBackground(log)
  const serial = createSerial()
  const flush = createFlush(models, serial, count)
  const afterWrite = (kind: EntityKind, id: string, agencyId: string): void =>
    background.run('flush', async () => {
      await atPoint?.('written')
      if ((await flush(kind, id)) > 0) poke(agencyId)
    })
  const kinds = createKinds(sla)
  const ledger = createLedger({ models, kinds, clock, serial, random, afterWrite, count })
  const claims = createClaims(models, ledger, flush, count)
  const incidents = createIncidents({ models, ledger, claims, background, atPoint })
  return {
    models,
    ledger,
    flush,
    claims,
    incidents,
    /** Does something about a volunteer while he cannot be bound. */
    whileHeld: createHolds(claims, clock, ids, log),
    offer: createOffering({ models, ledger, claims, incidents, clock, ids, count, atPoint }),
    receipts: createReceipts(models, clock),
    texts: createTexts(models, clock, ids),
    cursors: createCursors(models, clock),
    background,
    sla,
    /** By the database's clock. */
    now: (): Instant => clock.now().toISOString(),
    /** How often each thing happened that only happens sometimes (lost races, repeated ops, collisions …). */
    counts: (): Record<string, number> => Object.fromEntries(counts),
    settled: background.settled,
  }
}
export type Store = ReturnType<typeof openStore>
