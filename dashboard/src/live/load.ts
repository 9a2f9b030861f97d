const FIRST_MS = 1000
const MOST_MS = 30_000

/**
 * Loads until it succeeds, after a failure later and later: at first after a second, at most after 30 s. `failed` is
 * called at each failure. Returns what ends it.
 */
export const loadAgain = <T>(
  load: () => Promise<T>,
  loaded: (loaded: T) => void,
  failed: () => void,
): (() => void) => {
  let ended = false
  let timer: ReturnType<typeof setTimeout> | undefined
  const attempt = (waitMs: number): void => {
    load().then(
      (value) => {
        if (!ended) loaded(value)
      },
      () => {
        if (ended) return
        failed()
        timer = setTimeout(() => attempt(Math.min(MOST_MS, waitMs * 2)), waitMs)
      },
    )
  }
  attempt(FIRST_MS)
  return () => {
    ended = true
    clearTimeout(timer)
  }
}
