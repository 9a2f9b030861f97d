import { z } from 'zod'
import { Refusal, refusalCodes, type RefusalCode } from '#contracts/domain/refusal.ts'
import type { Outcome } from '#contracts/store/receipts.ts'
import { problems, refusalProblems } from '#contracts/wire/problem.ts'
import { Changed } from '../changed.ts'
import type { Context } from '../context.ts'
import { Trouble } from '../trouble.ts'
import { oneAnswer } from './one-answer.ts'

const RefusalCodes = z.enum(Object.keys(refusalCodes) as [RefusalCode, ...RefusalCode[]])

/**
 * What is kept of an answer: codes and ids, no personal data. A repeat is answered anew from the same entity, so it may
 * show what happened to it since; what was done, or why it was refused, stays the same for ever.
 */
const Kept = z.union([
  z.object({ changed: Changed }),
  z.object({ refused: RefusalCodes, detail: z.record(z.string(), z.unknown()) }),
  z.object({ invalid: z.array(z.object({ path: z.string(), message: z.string() })) }),
])
type Kept = z.infer<typeof Kept>

export interface Repeatable {
  /** Caller and key: `user:<id>:<key>`. */
  id: string
  /** Of route and input. */
  digest: string
}

const outcome = (status: number, body: Kept): Outcome => ({ status, body })

/** A definite no, to be said again to every repeat; rethrows what may come out differently next time. */
const keptNo = (error: unknown): Outcome => {
  if (error instanceof Refusal)
    return outcome(refusalProblems[error.code].status, { refused: error.code, detail: { ...error.detail } })
  if (error instanceof Trouble && error.code === 'invalid')
    return outcome(problems.invalid.status, { invalid: [...(error.detail.fields ?? [])] })
  throw error
}

const say = (kept: Kept): Changed => {
  if ('changed' in kept) return kept.changed
  if ('invalid' in kept) throw new Trouble('invalid', { fields: kept.invalid })
  throw new Refusal(kept.refused, kept.detail)
}

/**
 * One effect and one answer for each (caller, Idempotency-Key).
 * @throws Trouble `id_reused` for another input, `not_saved` while the first is at work; whatever `run` throws
 */
export const once = async (
  context: Context,
  same: Repeatable,
  run: () => Promise<Changed>,
): Promise<Changed> => {
  const { body } = await oneAnswer(context, { ...same, body: null }, async () => {
    try {
      return outcome(200, { changed: await run() })
    } catch (error) {
      return keptNo(error)
    }
  })
  return say(Kept.parse(body))
}
