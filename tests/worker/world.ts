import { join } from 'node:path'
import { mkdtempSync } from 'node:fs'
import { inject } from 'vitest'
import kupang from '../../local/data/kupang.json' with { type: 'json' }
import { defaultMatchPolicy } from '#contracts/domain/policy/defaults.ts'
import { createClosers } from '#contracts/runtime/closers.ts'
import type { Facility } from '#contracts/domain/reference.ts'
import { createAgencies } from '#contracts/store/agencies.ts'
import type { WorkerConfig } from '../../worker/config.ts'
import { openWorker, type WorkerContext, type WorkerOptions } from '../../worker/context.ts'
import { startWorker, type RunningWorker } from '../../worker/start.ts'
import { until } from '../world/client.ts'
import { type Home, newHome, SERVER_KEY, testLog } from '../world/platform.ts'

export const AGENCY = '5371'

export const workerConfigOf = (home: Home): WorkerConfig => ({
  ...home,
  serverKey: SERVER_KEY,
  logLevel: 'silent',
  localMode: true,
  anchorFile: join(mkdtempSync(join(inject('scratch'), 'anchor-')), 'anchor.log'),
  publicUrl: null,
  sms: null,
  metrics: null,
  reconcileAfterS: 60,
  atPoint: null,
})

/** The agency with its kelurahan; nothing else is there. */
export const seedAgency = async ({ store }: WorkerContext): Promise<void> =>
  createAgencies(store.models).save({
    _id: AGENCY,
    name: 'BPBD Kota Kupang',
    poskoPhone: '+62380000000',
    bbox: kupang.bbox,
    kelurahan: kupang.kelurahan,
    facilities: kupang.facilities as Facility[],
  })

/** So that a test says how many it expects; the learned set has tests of its own (round/learned.test.ts). */
export const twoEach: WorkerOptions = { policy: { ...defaultMatchPolicy, overAsk: 2 } }

export interface Bench {
  home: Home
  ctx: WorkerContext
  close: () => Promise<void>
}

/** Everything that the worker works with, but nothing running: tests call jobs and loops themselves. */
export const openBench = async (options?: WorkerOptions, home: Home = newHome()): Promise<Bench> => {
  const log = testLog('worker')
  const closers = createClosers({ log })
  const ctx = await openWorker(workerConfigOf(home), log, closers, options)
  await seedAgency(ctx)
  await until('Redis', async () => ctx.redis.status === 'ready')
  return { home, ctx, close: async () => void (await closers.closeAll()) }
}

/** The whole worker, running. */
export const runWorker = async (
  home: Home,
  options?: WorkerOptions,
  config: Partial<WorkerConfig> = {},
): Promise<RunningWorker & { close: () => Promise<boolean> }> => {
  const log = testLog('worker')
  const closers = createClosers({ log })
  const running = await startWorker({ ...workerConfigOf(home), ...config }, log, closers, options)
  return { ...running, close: () => closers.closeAll() }
}
