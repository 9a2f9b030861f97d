import { field, numbers } from './protobuf.ts'

const EXTENT = 4096
const kinds = { line: 2, area: 3 } as const
const MOVE_TO = 9
const CLOSE = 15
const lineTo = (count: number): number => count * 8 + 2
const zigzag = (value: number): number => (value < 0 ? -2 * value - 1 : 2 * value)

export interface Shape {
  kind: keyof typeof kinds
  /** Corners, x and y from 0 to 4096 of the tile; those of an area clockwise, y to the south. */
  points: readonly (readonly [number, number])[]
  tags: Readonly<Record<string, string>>
}

const geometryOf = ({ kind, points }: Shape): Buffer =>
  numbers([
    ...points.flatMap(([x, y], n) => {
      const [beforeX, beforeY] = points[n - 1] ?? [0, 0]
      const command = n === 0 ? [MOVE_TO] : n === 1 ? [lineTo(points.length - 1)] : []
      return [...command, zigzag(x - beforeX), zigzag(y - beforeY)]
    }),
    ...(kind === 'area' ? [CLOSE] : []),
  ])

const layerOf = (name: string, shapes: readonly Shape[]): Buffer => {
  const keys = [...new Set(shapes.flatMap(({ tags }) => Object.keys(tags)))]
  const values = [...new Set(shapes.flatMap(({ tags }) => Object.values(tags)))]
  const feature = (shape: Shape): Buffer => {
    const tags = Object.entries(shape.tags).flatMap(([key, value]) => [
      keys.indexOf(key),
      values.indexOf(value),
    ])
    return Buffer.concat([field(2, numbers(tags)), field(3, kinds[shape.kind]), field(4, geometryOf(shape))])
  }
  return Buffer.concat([
    field(15, 2),
    field(1, name),
    ...shapes.map((shape) => field(2, feature(shape))),
    ...keys.map((key) => field(3, key)),
    ...values.map((value) => field(4, field(1, value))),
    field(5, EXTENT),
  ])
}

/** A Mapbox vector tile (version 2): its layers by name. */
export const vectorTile = (layers: Readonly<Record<string, readonly Shape[]>>): Buffer =>
  Buffer.concat(Object.entries(layers).map(([name, shapes]) => field(3, layerOf(name, shapes))))
