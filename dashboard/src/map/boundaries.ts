import { useEffect, useState } from 'react'
import { estimatedAreas, type Areas } from './areas.ts'

/** The boundaries that the agency configured (`MAP_BOUNDARIES`); 204 when there are none. */
const ADDRESS = '/map/boundaries.geojson'

type BoundariesFile = Areas['collection'] & { attribution?: string }

const fetchBoundaries = async (signal: AbortSignal): Promise<Areas | null> => {
  const answer = await fetch(ADDRESS, { signal })
  const isGeoJson = answer.headers.get('content-type')?.startsWith('application/geo+json') ?? false
  if (answer.status !== 200 || !isGeoJson) return null
  // The server has checked the file before it serves it.
  const file = (await answer.json()) as BoundariesFile
  return { collection: file, estimated: false, source: file.attribution ?? null }
}

/** The areas of the map: the configured boundaries once they are here, until then and otherwise our own estimate. */
export const useAreasShown = (): Areas => {
  const [areas, setAreas] = useState(estimatedAreas)
  useEffect(() => {
    const leaving = new AbortController()
    fetchBoundaries(leaving.signal).then(
      (found) => found !== null && setAreas(found),
      // Without an answer the estimate stays, and the map says that it is one.
      () => undefined,
    )
    return () => leaving.abort()
  }, [])
  return areas
}
