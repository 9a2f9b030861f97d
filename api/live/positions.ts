import { startLoop } from '#contracts/runtime/loop.ts'
import type { Closers } from '#contracts/runtime/closers.ts'
import type { Fix } from '#contracts/store/presence.ts'
import { tileOf, type PositionTick } from '#contracts/wire/live.ts'
import type { Context } from '../context.ts'

export interface Watcher {
  agencyId: string
  tiles: ReadonlySet<string>
  /** True until the first tick after the tiles changed: then everything in view is sent, not only what moved. */
  isNew: boolean
  send: (tick: PositionTick) => void
}

type Held = ReadonlyMap<string, Fix>

/** Positions beside the facts: once a second, only what moved, only for the tiles in view. Redis away: silence, not an error. */
export const createPositions = (context: Context, closers: Closers) => {
  const watchers = new Set<Watcher>()
  const last = new Map<string, Held>()

  const tick = async (agencyId: string): Promise<void> => {
    const now = await context.presence.all(agencyId)
    const before = last.get(agencyId) ?? new Map<string, Fix>()
    last.set(agencyId, now)
    const moved = new Map([...now].filter(([id, fix]) => before.get(id)?.at !== fix.at))
    for (const watcher of watchers) {
      if (watcher.agencyId !== agencyId) continue
      const fixes = [...(watcher.isNew ? now : moved)]
        .filter(([id, fix]) => isInView(watcher, fix) || isInView(watcher, before.get(id)))
        .map(([volunteerId, fix]) => ({ volunteerId, ...fix }))
      watcher.isNew = false
      if (fixes.length > 0) watcher.send({ at: context.clock.now().toISOString(), fixes })
    }
  }

  const loop = startLoop({
    name: 'live positions',
    everyMs: 1000,
    log: context.log,
    run: async () => {
      if (context.redis.status !== 'ready') return
      for (const agencyId of new Set([...watchers].map((watcher) => watcher.agencyId))) await tick(agencyId)
    },
  })
  closers.add('live positions', () => loop.stop())

  return {
    add: (watcher: Watcher): void => void watchers.add(watcher),
    remove: (watcher: Watcher): void => void watchers.delete(watcher),
  }
}
export type Positions = ReturnType<typeof createPositions>

const isInView = ({ tiles }: Watcher, fix: Fix | undefined): boolean =>
  fix !== undefined && tiles.has(tileOf(fix.lat, fix.lng))
