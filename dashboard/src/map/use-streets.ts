import type { Map as MapLibreMap } from 'maplibre-gl'
import { useEffect, useState } from 'react'
import { useSession } from '../session/context.tsx'
import { paletteShown } from './palette.ts'
import { drawStreets } from './streets/draw.ts'
import { loadStreets } from './streets/load.ts'
import { readAs } from './streets/read.ts'
import { useStreetsFile } from './streets-file.ts'

/** The streets of the agency, if it configured some. When they fail the built-in map is all there is, and the screen has to say so. */
export const useStreets = (map: MapLibreMap | null) => {
  const session = useSession()
  const streets = useStreetsFile()
  const [failedOn, setFailedOn] = useState<MapLibreMap | null>(null)
  const hasFailed = map !== null && failedOn === map
  useEffect(() => {
    if (map === null || streets === null || hasFailed) return undefined
    const left = new AbortController()
    const fail = (): void => setFailedOn(map)
    const show = async (): Promise<void> => {
      // A change of theme brings another map, and this here anew.
      const look = { palette: paletteShown(), dark: document.documentElement.dataset['theme'] === 'dark' }
      const read = readAs(session, window.fetch.bind(window))
      const drawn = await loadStreets(streets, look, read, left.signal)
      if (left.signal.aborted) return
      left.signal.addEventListener('abort', drawStreets(map, drawn, fail))
    }
    show().catch(() => {
      if (!left.signal.aborted) fail()
    })
    return () => left.abort()
  }, [map, streets, hasFailed, session])
  return {
    attribution: streets === null || hasFailed ? null : streets.attribution,
    hasFailed,
    retry: (): void => setFailedOn(null),
  }
}
