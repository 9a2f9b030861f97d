import { useMemo } from 'react'
import { estimatedAreas, type Areas } from './areas.ts'
import { useBoundariesFile } from './use-boundaries-file.ts'

/** The areas of the map: the configured boundaries once they are here, until then and otherwise our own estimate, and the map says which. */
export const useAreasShown = (): Areas => {
  const file = useBoundariesFile()
  return useMemo(
    () => (file ? { collection: file, estimated: false, source: file.attribution ?? null } : estimatedAreas),
    [file],
  )
}
