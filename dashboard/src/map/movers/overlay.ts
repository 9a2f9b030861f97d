import type { Map as MapLibreMap } from 'maplibre-gl'
import { DOTS_FROM_ZOOM } from '../look.ts'
import { flatten } from '../mercator.ts'
import type { MapVolunteer } from '../model.ts'
import type { Palette } from '../palette.ts'
import { columnsOf, firstDrawn, type MoverColumns, ORIGIN } from './columns.ts'
import type { Order, Painted } from './painter.ts'
import type { Scene } from './painting.ts'
import { createPicker } from './picker.ts'
import { spritesOf } from './sprites.ts'
import { placing, viewOf, type View } from './view.ts'

/** Above the map's own canvas, below everything else on it. */
const putOver = (map: MapLibreMap): HTMLCanvasElement => {
  const canvas = document.createElement('canvas')
  canvas.className = 'movers'
  map.getCanvas().after(canvas)
  return canvas
}

/**
 * The dots of everybody on a canvas over the map: thousands move without React, GeoJSON, elements of the page or a new drawing
 * of the map. They are painted in a thread of their own; until the next picture is there the last one moves with the map.
 */
export const createMovers = (map: MapLibreMap, palette: Palette) => {
  const picker = createPicker()
  const canvas = putOver(map)
  const shown = canvas.getContext('bitmaprenderer')
  const painter = new Worker(new URL('painter.ts', import.meta.url), { type: 'module' })
  let columns: MoverColumns = columnsOf([], 0)
  let view: View | null = null
  let ratio = 0
  /** Of the scene, what the painter does not have yet. */
  let changed: Partial<Scene> = {}
  let [isBusy, isDue] = [false, false]
  const waiting: (() => void)[] = []

  const put = (): void => {
    if (view !== null) canvas.style.transform = placing(view, viewOf(map), map.getPixelRatio())
  }
  const order = (): void => {
    isDue = true
    const wanted = viewOf(map)
    // A map that is hidden has no size; it is told when it gets one.
    if (isBusy || wanted.width === 0 || wanted.height === 0) return
    ;[isBusy, isDue] = [true, false]
    if (ratio !== map.getPixelRatio()) {
      ratio = map.getPixelRatio()
      Object.assign(changed, { ratio, sprites: spritesOf(palette, ratio) })
    }
    const scene = { ...changed, first: firstDrawn(columns, map.getZoom(), DOTS_FROM_ZOOM) }
    changed = {}
    painter.postMessage({ scene, view: wanted } satisfies Order, { transfer: [] })
  }
  const follow = (): void => {
    put()
    order()
  }

  painter.addEventListener('message', ({ data }: MessageEvent<Painted>) => {
    isBusy = false
    view = data.view
    const { width, height } = view
    if (canvas.width !== width || canvas.height !== height) {
      Object.assign(canvas, { width, height })
      Object.assign(canvas.style, {
        width: `${String(width / ratio)}px`,
        height: `${String(height / ratio)}px`,
      })
    }
    shown?.transferFromImageBitmap(data.picture)
    put()
    if (isDue) return order()
    for (const done of waiting.splice(0)) done()
  })
  painter.addEventListener('error', ({ message }) => reportError(new Error(`No dots: ${message}`)))
  map.on('move', follow)
  map.on('resize', follow)
  map.on('remove', () => painter.terminate())

  /** Positions were written into `columns.places`. */
  const moved = (): void => {
    changed.places = columns.places
    picker.moved()
    order()
  }

  return {
    moved,
    /** Shows others, or the same in other states. */
    show: (next: MoverColumns): void => {
      columns = next
      changed.marks = next.marks
      moved()
    },
    /** No dot covers these (see `spotsOf`). */
    keepClear: (spots: Float32Array): void => {
      changed.spots = spots
      order()
    },
    /** When everything that is known now can be seen. */
    painted: (): Promise<void> =>
      new Promise((done) => {
        waiting.push(done)
        order()
      }),
    /** Who is drawn at a point of the screen, at most `reachPx` away. */
    at: (point: { x: number; y: number }, reachPx: number): MapVolunteer | undefined => {
      const zoom = map.getZoom()
      const { x, y } = flatten(map.unproject([point.x, point.y]))
      const place = { x: x - ORIGIN.x, y: y - ORIGIN.y }
      const one = picker.at(columns, zoom, place, reachPx, firstDrawn(columns, zoom, DOTS_FROM_ZOOM))
      return one === null ? undefined : columns.people[one]
    },
  }
}
export type Movers = ReturnType<typeof createMovers>
