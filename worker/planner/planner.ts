import { Worker } from 'node:worker_threads'
import type { Logger } from '#contracts/runtime/log.ts'
import { planRound } from '../matching/round.ts'
import type { RoundInput, RoundPlan } from '../matching/types.ts'
import type { Planned, ToPlan } from './messages.ts'

/** Needs × volunteers from which a round would keep the event loop waiting for more than a moment (some 0.1 s). */
const LARGE = 100_000

interface Waiting {
  resolve: (plan: RoundPlan) => void
  reject: (reason: unknown) => void
}

export interface PlannerOptions {
  /** The bundle of thread.ts. */
  thread: URL
  log: Logger
  /** Needs × volunteers from which a round is planned in the thread. */
  large?: number
}

/**
 * Plans rounds: small ones here and now, large ones in a thread, so that deliveries and timers go on meanwhile. The
 * plan is the same. Where no thread can be had, or it dies, the round is planned here all the same and a warning logged.
 */
export const createPlanner = ({ thread, log, large = LARGE }: PlannerOptions) => {
  const waiting = new Map<number, Waiting>()
  let running: Worker | undefined
  let lastId = 0

  const start = (): Worker => {
    const worker = new Worker(thread)
    worker.unref()
    const end = (reason: unknown) => {
      if (running === worker) running = undefined
      for (const one of waiting.values()) one.reject(reason)
      waiting.clear()
    }
    worker.on('message', ({ id, plan }: Planned) => {
      waiting.get(id)?.resolve(plan)
      waiting.delete(id)
    })
    worker.on('error', end)
    worker.on('exit', (code) => end(new Error(`the planner thread ended with ${code}`)))
    return worker
  }

  const inThread = (input: RoundInput): Promise<RoundPlan> =>
    new Promise((resolve, reject) => {
      running ??= start()
      lastId += 1
      waiting.set(lastId, { resolve, reject })
      running.postMessage({ id: lastId, input } satisfies ToPlan, [])
    })

  return {
    plan: async (input: RoundInput): Promise<RoundPlan> => {
      const needs = input.incidents.reduce((sum, incident) => sum + incident.needs.length, 0)
      if (needs * input.candidates.length < large) return planRound(input)
      try {
        return await inThread(input)
      } catch (err) {
        log.warn({ err }, 'planned a large round without the thread')
        return planRound(input)
      }
    },
    close: async (): Promise<void> => {
      await running?.terminate()
    },
  }
}
export type Planner = ReturnType<typeof createPlanner>
