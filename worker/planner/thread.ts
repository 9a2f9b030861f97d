import { serveThread } from '#contracts/runtime/thread.ts'
import { planRound } from '../matching/round.ts'
import type { RoundInput, RoundPlan } from '../matching/types.ts'

// A bundle of its own (local/build.ts), run as a thread of the worker by planner.ts.
serveThread((input: RoundInput): Promise<RoundPlan> => Promise.resolve(planRound(input)))
