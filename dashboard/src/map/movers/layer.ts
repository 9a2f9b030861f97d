import type { CustomLayerInterface, Map as MapLibreMap } from 'maplibre-gl'
import { DOTS_FROM_ZOOM } from '../look.ts'
import { flatten } from '../mercator.ts'
import type { MapVolunteer } from '../model.ts'
import type { Palette } from '../palette.ts'
import { atlasOf, MARK_PX } from './atlas.ts'
import { columnsOf, firstDrawn, type MoverColumns, ORIGIN } from './columns.ts'
import { createGpu, type Gpu } from './gpu.ts'
import { createPicker } from './picker.ts'

export const MOVERS = 'movers'

/** The matrix for places that count from `ORIGIN`, worked out in 64 bits: 32 are too few for the whole world. */
const fromOrigin = (matrix: ArrayLike<number>): Float32Array => {
  const moved = Float32Array.from(matrix)
  for (let row = 0; row < 4; row++) {
    const [a = 0, b = 0, , d = 0] = [0, 4, 8, 12].map((column) => matrix[column + row])
    moved[12 + row] = a * ORIGIN.x + b * ORIGIN.y + d
  }
  return moved
}

/**
 * The dots of everybody, drawn at once by the graphics card: thousands move without React, GeoJSON or elements of the
 * page. Shapes by state, as the legend has them; fading with age.
 */
export const createMovers = (palette: Palette, ratio: number) => {
  const picker = createPicker()
  let columns: MoverColumns = columnsOf([], 0)
  let map: MapLibreMap | null = null
  let gpu: Gpu | null = null
  let dueMarks = true
  let duePlaces = true

  const layer: CustomLayerInterface = {
    id: MOVERS,
    type: 'custom',
    onAdd: (opened) => {
      map = opened
      gpu = null
    },
    render: (gl, { defaultProjectionData }) => {
      if (map === null) return
      if (gpu === null) {
        gpu = createGpu(gl, atlasOf(palette, ratio))
        dueMarks = duePlaces = true
      }
      if (dueMarks) gpu.putMarks(columns.marks)
      if (duePlaces) gpu.putPlaces(columns.places)
      dueMarks = duePlaces = false
      const first = firstDrawn(columns, map.getZoom(), DOTS_FROM_ZOOM)
      const matrix = fromOrigin(defaultProjectionData.mainMatrix)
      const perPx = map.getPixelRatio()
      const [width, height] = [gl.drawingBufferWidth / perPx, gl.drawingBufferHeight / perPx]
      gpu.draw(first, columns.people.length - first, { matrix, width, height, side: MARK_PX * perPx })
    },
  }

  /** Positions were written into `columns.places`. */
  const moved = (): void => {
    duePlaces = true
    picker.moved()
    map?.triggerRepaint()
  }

  return {
    layer,
    moved,
    /** Shows others, or the same in other states. */
    show: (next: MoverColumns): void => {
      columns = next
      dueMarks = true
      moved()
    },
    /** Who is drawn at a point of the screen, at most `reachPx` away. */
    at: (point: { x: number; y: number }, reachPx: number): MapVolunteer | undefined => {
      if (map === null) return undefined
      const zoom = map.getZoom()
      const { x, y } = flatten(map.unproject([point.x, point.y]))
      const place = { x: x - ORIGIN.x, y: y - ORIGIN.y }
      const one = picker.at(columns, zoom, place, reachPx, firstDrawn(columns, zoom, DOTS_FROM_ZOOM))
      return one === null ? undefined : columns.people[one]
    },
  }
}
export type Movers = ReturnType<typeof createMovers>
