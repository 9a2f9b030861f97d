import type { Actor, EntityKind, Fact } from '#contracts/domain/fact.ts'
import type { Instant } from '#contracts/domain/instant.ts'
import type { Clock } from '#contracts/runtime/clock.ts'
import type { Serial } from '#contracts/runtime/queue.ts'
import type { Filed, StateOf } from './documents.ts'
import type { BodyOf, Kind } from './kinds.ts'
import type { Models } from './models.ts'
import { isUnanswered, NotSaved } from './errors.ts'
import { createWriter } from './write.ts'

/** An operation: its id is stable over retries (webhook-id, Idempotency-Key, job and due time). */
export interface Op {
  opId: string
  agencyId: string
  by: Actor
}

export interface Change<K extends EntityKind> {
  state: StateOf[K]
  version: number
  /** The facts of this operation: written now, or found because it was done before. */
  facts: Fact[]
  repeated: boolean
}

export type Decide<K extends EntityKind> = (state: StateOf[K] | null, now: Instant) => BodyOf[K][]

export interface LedgerOptions {
  models: Models
  kinds: { [K in EntityKind]: Kind<K> }
  clock: Clock
  serial: Serial
  random: () => number
  /** Called after a write with what has to follow it (flush, poke); must not throw and is not waited for. */
  afterWrite: (kind: EntityKind, id: string, agencyId: string) => void
  /** Refused stale writes and other things that only happen sometimes; a run in which none happened proves nothing. */
  count: (what: 'lost_race' | 'unknown_result' | 'repeated_op') => void
}

const ATTEMPTS = 25
const GIVE_UP_MS = 6000

/**
 * The only way in: one guarded write of one document that sets the new state, raises the version and adds the facts that
 * explain it (architecture, ledger.change). Safe to call again with the same opId at any time, from any process.
 * Throws the Refusal of `decide`; `NotSaved` when MongoDB cannot confirm.
 */
export const createLedger = (options: LedgerOptions) => {
  const { models, clock, serial, random, afterWrite, count } = options
  const writer = createWriter(options)

  /**
   * The facts of this op on this document, if it was done before. The document was read first: see decisions. `stale` when
   * it was done after that reading: then what is placed may be the first of its facts only, and the document is older than
   * they are. Once a document that holds the op has none of it pending, all of it is placed.
   */
  const findDone = async (doc: Filed | null, id: string, opId: string): Promise<Fact[] | 'stale' | null> => {
    const pending = doc?.pending.filter((fact) => fact.opId === opId) ?? []
    if (pending.length > 0) return pending
    if (doc === null) return null
    const placed = await models.facts
      .find({ entityId: id, opId })
      .sort({ version: 1, index: 1 })
      .lean()
      .exec()
    const [first] = placed
    if (first === undefined) return null
    if (first.version > doc.version) return 'stale'
    return placed.map(({ _id, seq: _seq, hash: _hash, ...fact }) => ({ id: _id, ...fact }))
  }

  const done = async (kind: EntityKind, id: string, opId: string): Promise<Fact[] | null> => {
    for (;;) {
      const found = await findDone(await writer.load(kind, id), id, opId)
      if (found !== 'stale') return found
    }
  }

  const once = async <K extends EntityKind>(
    kind: K,
    id: string,
    op: Op,
    decide: Decide<K>,
  ): Promise<Change<K> | 'lost'> => {
    const doc = await writer.load(kind, id)
    const done = await findDone(doc, id, op.opId)
    if (done === 'stale') return 'lost'
    if (done !== null && doc !== null) {
      count('repeated_op')
      return { state: doc.state, version: doc.version, facts: done, repeated: true }
    }
    const now = clock.now().toISOString()
    const bodies = decide(doc?.state ?? null, now)
    if (bodies.length === 0) {
      if (doc === null) throw new Error(`${kind} ${id} does not exist and no fact creates it`)
      return { state: doc.state, version: doc.version, facts: [], repeated: false }
    }
    const written = await writer.write(kind, id, doc, op, bodies, now)
    if (written === 'lost') count('lost_race')
    return written
  }

  const change = async <K extends EntityKind>(
    kind: K,
    id: string,
    op: Op,
    decide: Decide<K>,
  ): Promise<Change<K>> => {
    const startedAt = performance.now()
    for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
      try {
        const result = await once(kind, id, op, decide)
        if (result !== 'lost') {
          if (result.facts.length > 0) afterWrite(kind, id, op.agencyId)
          return result
        }
      } catch (error) {
        if (!isUnanswered(error)) throw error
        // The reply was lost: the write may have happened. The opId decides, on the next round.
        count('unknown_result')
        if (performance.now() - startedAt > GIVE_UP_MS)
          throw new NotSaved('no answer from MongoDB', { cause: error })
      }
      await new Promise((resolve) => setTimeout(resolve, random() * Math.min(200, 5 * 2 ** attempt)))
    }
    throw new NotSaved('too many others were changing the same document')
  }

  return {
    load: writer.load,
    /** @see createLedger */
    change: <K extends EntityKind>(kind: K, id: string, op: Op, decide: Decide<K>): Promise<Change<K>> =>
      serial(`${kind}:${id}`, () => change(kind, id, op, decide)),

    /**
     * One single try on exactly this version of the document, for writes that rest on claims: after `lost` or an
     * error the caller must not write again with the same claims.
     */
    attempt: async <K extends EntityKind>(
      kind: K,
      doc: Filed<K>,
      op: Op,
      bodies: BodyOf[K][],
    ): Promise<Change<K> | 'lost'> => {
      const result = await writer.write(kind, doc._id, doc, op, bodies, clock.now().toISOString())
      if (result === 'lost') count('lost_race')
      else afterWrite(kind, doc._id, op.agencyId)
      return result
    },

    /** What this op did to this document, or null. */
    done,
  }
}
export type Ledger = ReturnType<typeof createLedger>
