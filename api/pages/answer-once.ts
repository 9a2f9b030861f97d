import type { Request } from 'express'
import { digest } from '#contracts/runtime/ids.ts'
import type { Outcome } from '#contracts/store/receipts.ts'
import type { Context } from '../context.ts'
import { definiteNo, oneAnswer } from '../http/one-answer.ts'
import { idOf } from '../http/request-log.ts'

/**
 * Does what a form asks, once for its nonce, and keeps what came of it under `receipt`, a definite no as well: pressed
 * twice it still counts once. @throws Trouble `not_saved`; whatever is no definite answer
 */
export const answerOnce = (
  context: Context,
  req: Request,
  receipt: string,
  run: () => Promise<unknown>,
): Promise<Outcome> =>
  oneAnswer(context, { id: receipt, digest: digest(receipt), body: null }, async () => {
    try {
      return { status: 200, body: await run() }
    } catch (error) {
      return definiteNo(error, idOf(req))
    }
  })

/** What was kept under a key that came back in an address; null for one that is none. */
export const keptUnder = async (
  { store }: Context,
  key: unknown,
  receiptOf: (key: string) => string,
): Promise<Outcome | null> =>
  typeof key === 'string' && /^[a-z0-9_-]{1,120}$/.test(key) ? store.receipts.outcomeOf(receiptOf(key)) : null
