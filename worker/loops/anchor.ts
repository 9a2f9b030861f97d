import { open } from 'node:fs/promises'
import type { WorkerContext } from '../context.ts'
import type { LoopPlan } from './plan.ts'

/** One line of the file: whoever cuts the ledger short afterwards cannot take it back. */
export interface Anchor {
  at: string
  agencyId: string
  seq: number
  hash: string
  /** Volunteers who have left since the line before, by id: a backup of before must not bring them back. All, after a start. */
  left: string[]
}

const append = async (file: string, anchor: Anchor): Promise<void> => {
  const handle = await open(file, 'a')
  try {
    await handle.appendFile(`${JSON.stringify(anchor)}\n`)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Each minute in which facts came, the place and hash of the newest go to the log and to a file outside the database. */
export const anchorLoop = (ctx: WorkerContext): LoopPlan => {
  const last = new Map<string, number>()
  const told = new Set<string>()
  return {
    name: 'anchor',
    everyMs: 60_000,
    leaseS: 50,
    run: async () => {
      for (const agencyId of await ctx.asking.agencyIds()) {
        const { seq, hash } = await ctx.store.cursors.head(agencyId)
        if (hash === null || last.get(agencyId) === seq) continue
        const left = (await ctx.asking.whoLeft(agencyId)).filter((id) => !told.has(id))
        const anchor: Anchor = { at: ctx.clock.now().toISOString(), agencyId, seq, hash, left }
        // First, so that there is one at all when the file takes none.
        ctx.log.info({ agencyId, seq, hash }, 'anchor')
        await append(ctx.config.anchorFile, anchor)
        last.set(agencyId, seq)
        for (const id of left) told.add(id)
      }
    },
  }
}
