import { parentPort } from 'node:worker_threads'
import { planRound } from '../matching/round.ts'
import type { Planned, ToPlan } from './messages.ts'

// A bundle of its own (local/build.ts), run as a thread of the worker by planner.ts. A round that throws ends the thread.
parentPort?.on('message', ({ id, input }: ToPlan) => {
  parentPort?.postMessage({ id, plan: planRound(input) } satisfies Planned, [])
})
