import type { PlacedFact } from '#contracts/domain/fact.ts'
import type { WorkerContext } from '../context.ts'
import { remind } from '../delivery/attempt.ts'
import { each } from '../each.ts'
import { wantedCursor } from '../round/round.ts'
import { isKnown, type Work, workOf } from './routes.ts'
import { createTell } from './tell.ts'

const AT_ONCE = 16
const BATCH = 200
/** A job that comes a moment before its time would find nothing to do. */
const NOT_BEFORE_MS = 20

export const relayCursor = (agencyId: string): string => `relay:${agencyId}`
/** The first fact that a worker did not know and went past. */
export const unknownCursor = (agencyId: string): string => `relay-unknown:${agencyId}`

interface Consequence {
  fact: PlacedFact
  work: Work
}
const isTell = (one: Consequence): one is Consequence & { work: Extract<Work, { do: 'tell' }> } =>
  one.work.do === 'tell'
const isDue = (one: Consequence): one is Consequence & { work: Extract<Work, { do: 'due' }> } =>
  one.work.do === 'due'

/**
 * First everything that must not be lost becomes durable in MongoDB: messages, and up to where the agency has to be
 * matched; due times are in the incident files already. Then the reminders go to the queues, if Redis takes them.
 */
const relay = async (ctx: WorkerContext, agencyId: string, facts: readonly PlacedFact[]): Promise<void> => {
  const consequences = facts.flatMap((fact) => workOf(fact).map((work) => ({ fact, work })))
  const wantedSeq = consequences.findLast(({ work }) => work.do === 'match')?.fact.seq
  const reminders: (() => Promise<unknown>)[] = []
  const tell = createTell(ctx)

  await each(consequences.filter(isTell), AT_ONCE, async ({ fact, work }) => {
    for (const delivery of await tell(fact, work)) reminders.push(() => remind(ctx, delivery))
  })
  if (wantedSeq !== undefined) {
    await ctx.store.cursors.advance(wantedCursor(agencyId), wantedSeq)
    reminders.unshift(() => ctx.queues.enqueue('match', { agencyId, seq: wantedSeq }))
  }
  for (const { fact, work } of consequences.filter(isDue)) {
    const delayMs = Date.parse(work.at) - ctx.clock.now().getTime() + NOT_BEFORE_MS
    const data = { agencyId, incidentId: fact.entityId, at: work.at }
    reminders.push(() => ctx.queues.enqueue('due', data, delayMs))
  }
  await ctx.atPoint?.('relayed')
  await each(reminders, AT_ONCE, (remember) => remember())
}

/**
 * A worker beside a newer release meets facts that it does not know. It goes on, since what comes after must not wait, and
 * notes the place for a worker that knows them.
 */
const leaveToNewer = async (
  ctx: WorkerContext,
  agencyId: string,
  facts: readonly PlacedFact[],
): Promise<void> => {
  const unknown = facts.find(({ type }) => !isKnown(type))
  if (unknown === undefined) return
  const { seq, type } = unknown
  await ctx.store.cursors.leaveUndone(unknownCursor(agencyId), seq)
  ctx.log.error({ agencyId, seq, type }, 'a fact of a newer release: left to a worker that knows it')
}

/** Relays again from the first fact that an older worker did not know: whatever was done already is not done twice. */
const takeUpFromOlder = async (
  ctx: WorkerContext,
  agencyId: string,
  signal: AbortSignal,
  onAgain: (facts: number) => void,
): Promise<void> => {
  const { cursors } = ctx.store
  const noted = await cursors.undone(unknownCursor(agencyId))
  if (noted === null) return
  const upTo = await cursors.read(relayCursor(agencyId))
  // What is not passed yet is relayed in its turn.
  if (noted.seq > upTo) return
  const before = noted.seq - 1
  let unknown: PlacedFact | undefined
  for (let seq = before; seq < upTo && unknown === undefined;) {
    // Of several releases this one may be in the middle: then mostly the first fact is unknown here too.
    const facts = await cursors.after(agencyId, seq, seq === before ? 1 : BATCH)
    unknown = facts.find(({ type }) => !isKnown(type))
    const known = facts.filter((fact) => fact.seq < (unknown?.seq ?? Infinity))
    if (known.length > 0) {
      await relay(ctx, agencyId, known)
      onAgain(known.length)
    }
    seq = known.at(-1)?.seq ?? upTo
    if (signal.aborted) return
  }
  if (unknown?.seq !== noted.seq) await cursors.done(noted, unknown?.seq ?? null)
}

/**
 * Follows the ledger of an agency from its cursor to its end. The cursor moves when all work of a batch is safe. `onAgain`: so
 * many facts were relayed again that an older worker may not have known.
 */
export const followAgency = async (
  ctx: WorkerContext,
  agencyId: string,
  signal: AbortSignal,
  onAgain: (facts: number) => void = () => undefined,
): Promise<void> => {
  const cursor = relayCursor(agencyId)
  await takeUpFromOlder(ctx, agencyId, signal, onAgain)
  while (!signal.aborted) {
    const facts = await ctx.store.cursors.after(agencyId, await ctx.store.cursors.read(cursor), BATCH)
    const last = facts.at(-1)
    if (last === undefined) return
    await leaveToNewer(ctx, agencyId, facts)
    await relay(ctx, agencyId, facts)
    await ctx.store.cursors.advance(cursor, last.seq)
  }
}
