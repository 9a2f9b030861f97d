import { serveThread } from '#contracts/runtime/thread.ts'
import { type Decided, decideRound } from '../matching/decide.ts'
import type { RoundInput } from '../matching/types.ts'

// A bundle of its own (local/build.ts), run as a thread of the worker by planner.ts.
serveThread((input: RoundInput): Promise<Decided> => Promise.resolve(decideRound(input)))
