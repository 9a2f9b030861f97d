import type { Map as MapLibreMap } from 'maplibre-gl'
import { useCallback, useSyncExternalStore } from 'react'

/** Finer than this nothing is arranged anew. */
const STEPS_PER_LEVEL = 4

/** The zoom of the map in whole quarters of a level below it: what depends on it changes that often, not with every
 * frame, and what stands apart at this zoom stands apart on the screen. */
export const useZoom = (map: MapLibreMap | null): number => {
  const subscribe = useCallback(
    (changed: () => void) => {
      const subscription = map?.on('zoom', changed)
      return () => subscription?.unsubscribe()
    },
    [map],
  )
  return useSyncExternalStore(subscribe, () =>
    map === null ? 0 : Math.floor(map.getZoom() * STEPS_PER_LEVEL) / STEPS_PER_LEVEL,
  )
}
