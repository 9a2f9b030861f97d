import type { JobData, JobName } from '#contracts/wire/jobs.ts'
import type { WorkerContext } from '../context.ts'
import { deliverJob } from './deliver.ts'
import { dueJob } from './due.ts'
import { matchJob } from './match.ts'

export type Handler<N extends JobName> = (ctx: WorkerContext, data: JobData<N>) => Promise<unknown>

/** What each job does, and how many of them one process does at once. */
export const catalogue = {
  match: { handle: matchJob, atOnce: 4 },
  due: { handle: dueJob, atOnce: 16 },
  deliver: { handle: deliverJob, atOnce: 64 },
} satisfies { [N in JobName]: { handle: Handler<N>; atOnce: number } }
