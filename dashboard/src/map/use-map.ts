import { Map as MapLibreMap, ScaleControl, setWorkerUrl, type LngLatLike } from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url'
import { useEffect, useRef, useState, type RefObject } from 'react'
import type { Areas } from './areas.ts'
import { isByPerson, limits, showCity } from './camera.ts'
import { addCoverageImages } from './layers/coverage.ts'
import { addFacilityImages } from './layers/facilities.ts'
import { addCountImage } from './layers/counts.ts'
import { addIncidentImages } from './layers/incidents.ts'
import { createMovers, type Movers } from './movers/overlay.ts'
import { usePalette, type Palette } from './palette.ts'
import { styleOf } from './style.ts'

// Without a name the built worker is not found and the map stays blank.
setWorkerUrl(workerUrl)

const canDraw = (): boolean => document.createElement('canvas').getContext('webgl2') !== null

/** A map and the dots of the volunteers on it. */
interface Opened {
  map: MapLibreMap
  movers: Movers
}

const openMap = (container: HTMLElement, title: string, palette: Palette): Opened => {
  const map = new MapLibreMap({
    ...limits,
    container,
    style: styleOf(palette),
    locale: { 'Map.Title': title },
    attributionControl: false,
    renderWorldCopies: false,
    dragRotate: false,
    touchPitch: false,
    fadeDuration: 0,
  })
  map.touchZoomRotate.disableRotation()
  map.keyboard.disableRotation()
  map.addControl(new ScaleControl({ maxWidth: 110 }), 'bottom-left')
  const ratio = Math.ceil(window.devicePixelRatio)
  const movers = createMovers(map, palette)
  map.once('style.load', () => {
    addCountImage(map, palette, ratio)
    addIncidentImages(map, palette, ratio)
    addCoverageImages(map, palette, ratio)
    addFacilityImages(map, palette, ratio)
  })
  return { map, movers }
}

/** For whoever takes pictures: the first whole drawing is done. */
const tellDrawn = async ({ map, movers }: Opened): Promise<void> => {
  await movers.painted()
  map.getContainer().setAttribute('data-drawn', 'true')
}

/**
 * A MapLibre map in the container, in the colours of the page; `map` is null until it takes data. A canvas keeps its
 * colours, so a change of theme opens a new map where the old one stood. `failed`: this device cannot draw it.
 * Until a person moves it, the map shows all `areas` whatever its size becomes.
 */
export const useMap = (container: RefObject<HTMLElement | null>, title: string, areas: Areas) => {
  const palette = usePalette()
  const [failed] = useState(() => !canDraw())
  const [opened, setOpened] = useState<Opened | null>(null)
  const map = opened?.map ?? null
  /** Where a person has put the map; null as long as nobody has. */
  const chosen = useRef<{ center: LngLatLike; zoom: number } | null>(null)

  useEffect(() => {
    if (container.current === null) return undefined
    const shown = openMap(container.current, title, palette)
    const { map } = shown
    if (chosen.current !== null) map.jumpTo(chosen.current)
    const keep = (): void => {
      chosen.current = { center: map.getCenter(), zoom: map.getZoom() }
    }
    map.on('movestart', (event) => isByPerson(event) && keep())
    map.on('moveend', () => chosen.current !== null && keep())
    map.once('style.load', () => setOpened(shown))
    map.once('load', () => void tellDrawn(shown))
    return () => {
      setOpened(null)
      map.remove()
    }
  }, [container, title, palette])

  useEffect(() => {
    if (map === null) return undefined
    const show = (): void => {
      if (chosen.current === null) showCity(map, areas, false)
    }
    show()
    const resized = map.on('resize', show)
    return () => resized.unsubscribe()
  }, [map, areas])

  return { map, movers: opened?.movers ?? null, failed }
}
