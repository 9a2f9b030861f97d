import clipping, { type MultiPolygon } from 'polygon-clipping'
import type { Pair } from './shapes.ts'

export type { MultiPolygon } from 'polygon-clipping'

/** Millimetres are enough, and the sweep would lose its way among points that are nearly the same. */
const steady = (shape: MultiPolygon): MultiPolygon =>
  shape.map((polygon) =>
    polygon.map((ring) => ring.map(([x, y]): Pair => [Number(x.toFixed(3)), Number(y.toFixed(3))])),
  )

/** The common part, in metres. */
export const intersection = (shape: MultiPolygon, ...others: MultiPolygon[]): MultiPolygon =>
  clipping.intersection(steady(shape), ...others.map(steady))

/** Everything that is in one of them, in metres. */
export const union = (...shapes: MultiPolygon[]): MultiPolygon => {
  const [first = [], ...others] = shapes.map(steady)
  return clipping.union(first, ...others)
}
