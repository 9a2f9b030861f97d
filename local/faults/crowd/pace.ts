import { setMaxListeners } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'

/** Whether the crowd plays; whoever pauses is woken when it ends, so that nobody waits for what proves nothing. */
export const createPace = () => {
  let ending = new AbortController()
  ending.abort()
  return {
    isPlaying: (): boolean => !ending.signal.aborted,
    play: (): void => {
      ending = new AbortController()
      // The whole crowd pauses on it; each listener goes when its pause ends.
      setMaxListeners(0, ending.signal)
    },
    end: (): void => ending.abort(),
    /** `ms`, or until the play ends. */
    pause: (ms: number): Promise<void> =>
      wait(ms, undefined, { signal: ending.signal }).catch(() => undefined),
  }
}
export type Pace = ReturnType<typeof createPace>
