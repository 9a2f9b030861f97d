import { RADIANS } from './sphere.ts'

/**
 * Cells over a region, in degrees. The cells at its border reach on for ever, so every point has one. A region that
 * crosses the date line or holds a pole cannot be framed.
 */
export interface Frame {
  south: number
  west: number
  north: number
  east: number
  rows: number
  columns: number
  cellLat: number
  cellLng: number
}

const SAMPLE = 500
/** A few who are far away must not stretch the cells for everybody: this share may lie outside on each side. */
const OUTSIDE = 0.02
const LEAST_DEGREES = 1e-6

/**
 * A frame around nearly all of the points, with about `perCell` of them in each cell, which is about square. `degrees`
 * holds latitude and longitude of each id.
 */
export const frameOf = (ids: Int32Array, degrees: Float64Array, perCell: number): Frame => {
  const step = Math.max(1, Math.floor(ids.length / SAMPLE))
  const sample = ids.filter((_, i) => i % step === 0)
  const lat = spanOf(Float64Array.from(sample, (id) => degrees[2 * id]!))
  const lng = spanOf(Float64Array.from(sample, (id) => degrees[2 * id + 1]!))
  const wide = lng.length * Math.max(0.01, Math.cos(lat.from * RADIANS))
  const cells = Math.max(1, ids.length / perCell)
  const columns = clamp(Math.round(Math.sqrt((cells * wide) / lat.length)), 1, Math.ceil(cells))
  const rows = clamp(Math.round(cells / columns), 1, Math.ceil(cells))
  return {
    south: lat.from,
    west: lng.from,
    north: lat.from + lat.length,
    east: lng.from + lng.length,
    rows,
    columns,
    cellLat: lat.length / rows,
    cellLng: lng.length / columns,
  }
}

export const rowAt = ({ south, cellLat, rows }: Frame, lat: number): number =>
  clamp(Math.floor((lat - south) / cellLat), 0, rows - 1)

export const columnAt = ({ west, cellLng, columns }: Frame, lng: number): number =>
  clamp(Math.floor((lng - west) / cellLng), 0, columns - 1)

/** Whether it lies within the frame's own bounds, not only in the endless part of a border cell. */
export const isInside = ({ south, west, north, east }: Frame, lat: number, lng: number): boolean =>
  lat >= south && lat <= north && lng >= west && lng <= east

const clamp = (value: number, least: number, most: number): number =>
  value < least ? least : value > most ? most : value

/** Where nearly all of the values lie, with a margin that holds the rest when they are spread evenly. */
const spanOf = (values: Float64Array): { from: number; length: number } => {
  if (values.length === 0) return { from: 0, length: LEAST_DEGREES }
  values.sort()
  const skipped = Math.floor(values.length * OUTSIDE)
  const least = values[skipped]!
  const most = values[values.length - 1 - skipped]!
  const margin = (most - least) * OUTSIDE + LEAST_DEGREES
  return { from: least - margin, length: most - least + 2 * margin }
}
