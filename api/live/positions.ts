import { startLoop } from '#contracts/runtime/loop.ts'
import type { Closers } from '#contracts/runtime/closers.ts'
import type { Fix } from '#contracts/store/presence.ts'
import { unfollowedAmong } from '#contracts/store/unfollowed.ts'
import { tileOf, type PositionTick } from '#contracts/wire/live.ts'
import type { Context } from '../context.ts'

export interface Watcher {
  agencyId: string
  tiles: ReadonlySet<string>
  /** What this screen was last sent, by volunteer. */
  told: Map<string, Fix>
  /** False while the line is busy, or he may not see them now: all of it comes again with the next tick. */
  isReady: () => boolean
  send: (tick: PositionTick) => void
}

/** Positions beside the facts: once a second, only what is news to the screen, only for the tiles in view, only of those who are followed. Redis away: silence, not an error. */
export const createPositions = (context: Context, closers: Closers) => {
  const watchers = new Set<Watcher>()

  const tick = async (agencyId: string): Promise<void> => {
    const held = await context.presence.all(agencyId)
    const at = context.clock.now().toISOString()
    const told = [...watchers]
      .filter((watcher) => watcher.agencyId === agencyId && watcher.isReady())
      .map((watcher) => ({ watcher, news: newsFor(watcher, held) }))
    const moved = new Set(told.flatMap(({ news }) => news.map(([id]) => id)))
    const unfollowed = await unfollowedAmong(context.store, [...moved])
    for (const { watcher, news: inView } of told) {
      const news = inView.filter(([id]) => !unfollowed.has(id))
      if (news.length === 0 || !watcher.isReady()) continue
      for (const [id, fix] of news) watcher.told.set(id, fix)
      watcher.send({ at, fixes: news.map(([volunteerId, fix]) => ({ volunteerId, ...fix })) })
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

/** Who is in view, or was when the screen last heard of him: he has left it. */
const newsFor = (watcher: Watcher, held: ReadonlyMap<string, Fix>): [string, Fix][] =>
  [...held].filter(([id, fix]) => {
    const told = watcher.told.get(id)
    return told?.at !== fix.at && (isInView(watcher, fix) || isInView(watcher, told))
  })
