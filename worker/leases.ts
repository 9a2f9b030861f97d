import type { Clock } from '#contracts/runtime/clock.ts'
import type { Cursors } from '#contracts/store/cursors.ts'

/**
 * The leases of this process. A lease only saves work: two holders at once do everything twice and nothing wrong.
 * A held lease is renewed when half of it is over, so that a busy loop does not write at every pass.
 */
export const createLeases = (cursors: Cursors, holder: string, clock: Clock) => {
  const heldUntilMs = new Map<string, number>()

  const take = async (name: string, seconds: number): Promise<boolean> => {
    const untilMs = clock.now().getTime() + seconds * 1000
    const mine = await cursors.lease(name, holder, seconds)
    if (mine) heldUntilMs.set(name, untilMs)
    else heldUntilMs.delete(name)
    return mine
  }
  const release = async (name: string): Promise<void> => {
    heldUntilMs.delete(name)
    await cursors.release(name, holder)
  }

  return {
    /** Takes or renews now. False when another process holds it. */
    take,
    /** Keeps a lease over many short calls. */
    hold: async (name: string, seconds: number): Promise<boolean> => {
      const restMs = (heldUntilMs.get(name) ?? 0) - clock.now().getTime()
      return restMs > seconds * 500 || take(name, seconds)
    },
    release,
    releaseAll: async (): Promise<void> => {
      await Promise.all([...heldUntilMs.keys()].map(release))
    },
  }
}
export type Leases = ReturnType<typeof createLeases>
