import type { Logger } from '#contracts/runtime/log.ts'

/**
 * Work that must happen but that nobody waits for (flush, claim end, poke). What fails is logged and left to the loops
 * of the worker, which find it again in MongoDB; `settled` waits for all of it, in tests and before closing.
 */
export const createBackground = (log: Logger) => {
  const running = new Set<Promise<void>>()
  return {
    run: (what: string, work: () => Promise<unknown>): void => {
      const promise = work().then(
        () => undefined,
        (err: unknown) => log.warn({ err, what }, 'left to the loops of the worker'),
      )
      const tracked = promise.finally(() => running.delete(tracked))
      running.add(tracked)
    },
    settled: async (): Promise<void> => {
      while (running.size > 0) await Promise.all(running)
    },
  }
}
export type Background = ReturnType<typeof createBackground>
