import type { Logger } from '#contracts/runtime/log.ts'
import { createThread } from '#contracts/runtime/thread.ts'
import { planRound } from '../matching/round.ts'
import type { RoundInput, RoundPlan } from '../matching/types.ts'

/** Needs × volunteers from which a round would keep the event loop waiting for more than a moment (some 0.1 s). */
const LARGE = 100_000

export interface PlannerOptions {
  /** The bundle of thread.ts. */
  thread: URL
  log: Logger
  /** Needs × volunteers from which a round is planned in the thread. */
  large?: number
}

const here = (input: RoundInput): Promise<RoundPlan> => Promise.resolve(planRound(input))

/**
 * Plans rounds: small ones here and now, large ones in a thread, so that deliveries and timers go on meanwhile. The
 * plan is the same. Where no thread can be had, or it dies, the round is planned here all the same and a warning logged.
 */
export const createPlanner = ({ thread: bundle, log, large = LARGE }: PlannerOptions) => {
  const thread = createThread(bundle, here)

  return {
    plan: async (input: RoundInput): Promise<RoundPlan> => {
      const needs = input.incidents.reduce((sum, incident) => sum + incident.needs.length, 0)
      if (needs * input.candidates.length < large) return here(input)
      try {
        return await thread.ask(input)
      } catch (err) {
        log.warn({ err }, 'planned a large round without the thread')
        return here(input)
      }
    },
    close: (): Promise<void> => thread.close(),
  }
}
export type Planner = ReturnType<typeof createPlanner>
