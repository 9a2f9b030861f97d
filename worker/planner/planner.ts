import type { Logger } from '#contracts/runtime/log.ts'
import { createThread } from '#contracts/runtime/thread.ts'
import { type Decided, decideRound } from '../matching/decide.ts'
import type { RoundInput } from '../matching/types.ts'
import { effortOf } from './effort.ts'

/** The effort from which a round would keep the event loop waiting for more than a moment (some 0.05 s). */
const LARGE = 20_000

export interface PlannerOptions {
  /** The bundle of thread.ts. */
  thread: URL
  log: Logger
  /** The effort (effort.ts) from which a round is decided in the thread. */
  large?: number
}

const here = (input: RoundInput): Promise<Decided> => Promise.resolve(decideRound(input))

/**
 * Decides rounds: small ones here and now, large ones in a thread, so that deliveries and timers go on meanwhile. The
 * plan is the same. Where no thread can be had, or it dies, the round is decided here all the same and a warning logged.
 */
export const createPlanner = ({ thread: bundle, log, large = LARGE }: PlannerOptions) => {
  const thread = createThread(bundle, here)

  return {
    decide: async (input: RoundInput): Promise<Decided> => {
      if (effortOf(input) < large) return here(input)
      try {
        return await thread.ask(input)
      } catch (err) {
        log.warn({ err }, 'decided a large round without the thread')
        return here(input)
      }
    },
    close: (): Promise<void> => thread.close(),
  }
}
export type Planner = ReturnType<typeof createPlanner>
