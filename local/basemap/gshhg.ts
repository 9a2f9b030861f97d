import { readNetCdf } from './netcdf.ts'
import type { Pair, Ring } from './shapes.ts'

/** Side of a bin in degrees; the reader knows no other. */
const BIN_DEG = 1
const BINS_ROUND = 360
/** Entry and exit of a segment that touches no side of its bin: a whole island. */
const WHOLE = 4
/** Level of a line between land and sea; the others are lakes and their islands. */
const SHORE = 1

interface Segment {
  points: Ring
  /** 0 south, 1 east, 2 north, 3 west, 4 whole: the side of the bin where it begins and ends. */
  entry: number
  exit: number
}

/** A coordinate within a bin is an unsigned sixteenth-bit fraction of a degree. */
const fraction = (stored: number): number => (stored & 0xff_ff) / 0xff_ff

/** South-west corner of the bin that holds a point. */
const cornerOf = ([lng, lat]: Pair): Pair => [Math.floor(lng), Math.floor(lat)]

/** Bins are counted eastwards from Greenwich, row by row from the north pole. */
const binNumber = ([west, south]: Pair): number => (90 - BIN_DEG - south) * BINS_ROUND + ((west + 360) % 360)

const segmentsOf = (bytes: Buffer, [west, south]: Pair): Segment[] => {
  const file = readNetCdf(bytes)
  if (file.numbers('Bin_size_in_minutes', 0, 1)[0] !== BIN_DEG * 60)
    throw new Error('the bins are not of one degree')
  const bin = binNumber([west, south])
  const [first = 0] = file.numbers('Id_of_first_segment_in_a_bin', bin, 1)
  const [count = 0] = file.numbers('N_segments_in_a_bin', bin, 1)
  const starts = file.numbers('Id_of_first_point_in_a_segment', first, count)
  // Eleven low bits and the rest: exit 3, entry 3, level 3, number of points.
  return file
    .numbers('Embedded_npts_levels_exit_entry_for_a_segment', first, count)
    .flatMap((packed, index) => {
      if (((packed >> 6) & 7) !== SHORE) return []
      const [start = 0, length] = [starts[index], packed >> 9]
      const lngs = file.numbers('Relative_longitude_from_SW_corner_of_bin', start, length)
      const lats = file.numbers('Relative_latitude_from_SW_corner_of_bin', start, length)
      const points = lngs.map((lng, at): Pair => [west + fraction(lng), south + fraction(lats[at] ?? 0)])
      return [{ points, entry: (packed >> 3) & 7, exit: packed & 7 }]
    })
}

/**
 * The corners of the bin on the way from one side to another, counter-clockwise. A shore has its land on the left, so
 * this way round the land is closed.
 */
const cornersBetween = (from: number, to: number, [west, south]: Pair): Ring => {
  const ends: Ring = [
    [west + BIN_DEG, south],
    [west + BIN_DEG, south + BIN_DEG],
    [west, south + BIN_DEG],
    [west, south],
  ]
  return Array.from(
    { length: (to - from + 4) % 4 },
    (_, step): Pair => ends[(from + step) % 4] ?? [west, south],
  )
}

/**
 * The land around a point: one ring per island or mainland of its one-degree bin, from the full-resolution shoreline of
 * GSHHG as GMT keeps it (the file first turned into classic netCDF). A mainland shore is closed along the bin's sides
 * by itself, which holds where each shore that enters the bin bounds a land of its own; so it is around Kupang.
 */
export const landAround = (bytes: Buffer, point: Pair): Ring[] => {
  const corner = cornerOf(point)
  return segmentsOf(bytes, corner).map(({ points, entry, exit }) =>
    entry === WHOLE ? points : [...points, ...cornersBetween(exit, entry, corner)],
  )
}
