import KDBush from 'kdbush'
import { worldPx, type Flat } from '../mercator.ts'
import { MARK_PARTS, type MoverColumns, PLACE_PARTS } from './columns.ts'

/** In CSS pixels of the world at this zoom, from `ORIGIN`, aside of his place where he is drawn so. */
const onScreen = ({ places, marks }: MoverColumns, index: number, side: number): [number, number] => [
  (places[index * PLACE_PARTS] ?? 0) * side + (marks[index * MARK_PARTS + 2] ?? 0),
  (places[index * PLACE_PARTS + 1] ?? 0) * side + (marks[index * MARK_PARTS + 3] ?? 0),
]

const indexOf = (columns: MoverColumns, side: number): KDBush => {
  const index = new KDBush(columns.people.length)
  for (let one = 0; one < columns.people.length; one++) index.add(...onScreen(columns, one, side))
  return index.finish()
}

/** Finds dots. Its index is made when somebody points, and anew once they have moved or the zoom has changed. */
export const createPicker = () => {
  let known: { columns: MoverColumns; zoom: number; index: KDBush } | null = null
  return {
    moved: (): void => {
      known = null
    },
    /**
     * The number of the dot nearest to a place of the Mercator world (from `ORIGIN`), at most `reachPx` away, among
     * those from `first` on; of several on one place the one drawn last.
     */
    at: (
      columns: MoverColumns,
      zoom: number,
      { x, y }: Flat,
      reachPx: number,
      first: number,
    ): number | null => {
      const side = worldPx(zoom)
      if (known?.columns !== columns || known.zoom !== zoom)
        known = { columns, zoom, index: indexOf(columns, side) }
      let best: { one: number; distance: number } | null = null
      for (const one of known.index.within(x * side, y * side, reachPx).sort((a, b) => a - b)) {
        if (one < first) continue
        const [dotX, dotY] = onScreen(columns, one, side)
        const distance = Math.hypot(dotX - x * side, dotY - y * side)
        if (best === null || distance <= best.distance) best = { one, distance }
      }
      return best?.one ?? null
    },
  }
}
