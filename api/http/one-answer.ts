import { setTimeout as rest } from 'node:timers/promises'
import type { Instant } from '#contracts/domain/instant.ts'
import type { Outcome } from '#contracts/store/receipts.ts'
import type { Context } from '../context.ts'
import { Trouble } from '../trouble.ts'
import { toProblem } from './to-problem.ts'

const WAIT_MS = 2000
/** Twenty who wait for one answer must not keep it from coming: each pause is twice as long as the one before. */
const FIRST_LOOK_MS = 40
const LONGEST_PAUSE_MS = 400

export interface Message {
  /** Sender and id: the name of the receipt. */
  id: string
  digest: string
  /** Kept for 30 days, when given. */
  body: string | null
  /** The partner whose message it is. */
  sender?: string
  /** His name for the volunteer whom it is about. */
  about?: string | undefined
}

/**
 * One effect and one answer for each (sender, id), for ever: what is answered is what is stored. Whatever is no definite
 * answer (5xx) is thrown and stored nowhere, and the next sender runs the same operation again. `run` is told when the
 * message came first.
 * @throws Trouble `id_reused` for another body under the same id, `not_saved` while the first run takes its time
 */
export const oneAnswer = async (
  { store: { receipts }, metrics, log }: Context,
  { id, digest, body, sender, about }: Message,
  run: (firstAt: Instant) => Promise<Outcome>,
): Promise<Outcome> => {
  const opened = await receipts.open(id, digest, body, sender, about)
  if (opened.found === 'answered') return opened.outcome
  if (opened.found === 'other_body') {
    metrics.idReused()
    throw new Trouble('id_reused')
  }
  if (opened.found === 'running') {
    const outcome = await awaited(() => receipts.outcomeOf(id))
    if (outcome === null) throw new Trouble('not_saved', { retryAfterS: 2 })
    return outcome
  }
  try {
    return await receipts.close(id, plain(await run(opened.receivedAt)))
  } catch (error) {
    // Without an answer the receipt must not stand in the way of the next try; if this fails too, time releases it.
    await receipts.release(id).catch((err: unknown) => log.debug({ err }, 'receipt not released'))
    throw error
  }
}

/** A "no" that stays a no, with the problem that says it; rethrows what may come out differently next time. */
export const definiteNo = (error: unknown, requestId: string): Outcome => {
  const { problem } = toProblem(error, requestId)
  if (problem.status >= 500) throw error
  return { status: problem.status, body: problem }
}

/** The same value after a stay in the database: what JSON leaves out must not come back as null. */
const plain = ({ status, body }: Outcome): Outcome => ({ status, body: JSON.parse(JSON.stringify(body)) })

const awaited = async <T>(look: () => Promise<T | null>): Promise<T | null> => {
  let waited = 0
  for (let pause = FIRST_LOOK_MS; waited < WAIT_MS; pause = Math.min(2 * pause, LONGEST_PAUSE_MS)) {
    await rest(pause)
    waited += pause
    const found = await look()
    if (found !== null) return found
  }
  return null
}
