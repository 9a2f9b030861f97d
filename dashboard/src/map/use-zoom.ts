import type { Map as MapLibreMap } from 'maplibre-gl'
import { useCallback, useSyncExternalStore } from 'react'

/** Finer than this nothing is arranged anew. */
const STEPS_PER_LEVEL = 4

/** The zoom of the map in quarters of a level; what depends on it changes that often and not with every frame. */
export const useZoom = (map: MapLibreMap | null): number => {
  const subscribe = useCallback(
    (changed: () => void) => {
      const subscription = map?.on('zoom', changed)
      return () => subscription?.unsubscribe()
    },
    [map],
  )
  return useSyncExternalStore(subscribe, () =>
    map === null ? 0 : Math.round(map.getZoom() * STEPS_PER_LEVEL) / STEPS_PER_LEVEL,
  )
}
