import { intersection, union, type MultiPolygon } from './clipping.ts'
import { landAround } from './gshhg.ts'
import {
  disc,
  isWithin,
  planeAround,
  ringOfBox,
  simplified,
  type Box,
  type Pair,
  type Ring,
} from './shapes.ts'

/** The shoreline is a staircase of about 100 m steps; at half a step it becomes a line again. */
const TOLERANCE_M = 50
/** The shoreline is off by up to some hundred metres here; a reference point has at least this much land around it. */
const FOOTING_M = 150

export interface LandInput {
  /** The shoreline file as classic netCDF. */
  bytes: Buffer
  /** What to keep, in degrees. */
  box: Box
  /** Points that are on land whatever the shoreline says. */
  onLand: readonly Pair[]
}

/** The land within a box, in degrees. */
export const buildLand = ({ bytes, box, onLand }: LandInput): MultiPolygon => {
  const middle: Pair = [(box.west + box.east) / 2, (box.south + box.north) / 2]
  const plane = planeAround(middle)
  const rings = landAround(bytes, middle).map((ring) => ring.map(plane.to))
  const wet = onLand.map(plane.to).filter((point) => !rings.some((ring) => isWithin(point, ring)))
  const footings = wet.map((point) => disc(point, FOOTING_M))
  const land = union(...[...rings, ...footings].map((ring) => [[ring]]))
  const kept = intersection(land, [[ringOfBox(box).map(plane.to)]])
  const plain = (ring: Ring): Ring => simplified(ring, TOLERANCE_M).map(plane.from)
  return kept.map((polygon) => polygon.map(plain)).filter(([outline]) => (outline?.length ?? 0) > 3)
}
