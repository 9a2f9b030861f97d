import { useCallback, useSyncExternalStore } from 'react'

/** Is the window at least this wide, in rem? Only for what has to exist in one place or the other; CSS does the rest. */
export const useWide = (rem: number): boolean => {
  const query = `(width >= ${String(rem)}rem)`
  const subscribe = useCallback(
    (changed: () => void) => {
      const media = matchMedia(query)
      media.addEventListener('change', changed)
      return () => media.removeEventListener('change', changed)
    },
    [query],
  )
  return useSyncExternalStore(subscribe, () => matchMedia(query).matches)
}
