import { Map as MapLibreMap, ScaleControl, setWorkerUrl } from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url'
import { useEffect, useRef, useState, type RefObject } from 'react'
import { cityCamera } from './camera.ts'
import { addIncidentImages } from './layers/incidents.ts'
import { addVolunteerImages } from './layers/volunteers.ts'
import { usePalette, type Palette } from './palette.ts'
import { styleOf } from './style.ts'

// Without a name the built worker is not found and the map stays blank.
setWorkerUrl(workerUrl)

const canDraw = (): boolean => document.createElement('canvas').getContext('webgl2') !== null

const openMap = (container: HTMLElement, title: string, palette: Palette): MapLibreMap => {
  const map = new MapLibreMap({
    ...cityCamera,
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
  map.once('style.load', () => {
    const ratio = Math.ceil(window.devicePixelRatio)
    addIncidentImages(map, palette, ratio)
    addVolunteerImages(map, palette, ratio)
  })
  return map
}

/**
 * A MapLibre map in the container, in the colours of the page; `map` is null until it takes data. A canvas keeps its
 * colours, so a change of theme opens a new map where the old one stood. `failed`: this device cannot draw it.
 */
export const useMap = (container: RefObject<HTMLElement | null>, title: string) => {
  const palette = usePalette()
  const [failed] = useState(() => !canDraw())
  const [map, setMap] = useState<MapLibreMap | null>(null)
  const last = useRef<{ center: [number, number]; zoom: number } | null>(null)

  useEffect(() => {
    if (container.current === null) return undefined
    const opened = openMap(container.current, title, palette)
    if (last.current !== null) opened.jumpTo(last.current)
    opened.once('style.load', () => setMap(opened))
    return () => {
      const { lng, lat } = opened.getCenter()
      last.current = { center: [lng, lat], zoom: opened.getZoom() }
      setMap(null)
      opened.remove()
    }
  }, [container, title, palette])

  return { map, failed }
}
