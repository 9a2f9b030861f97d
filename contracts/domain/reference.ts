import { z } from 'zod'
import type { Point } from './place.ts'
import { nearestAreas } from './place.ts'
import { facilityTypes } from './words.ts'

/** An urban village with one reference point; facts about the city, compiled from public sources. */
export const Kelurahan = z.object({
  code: z.string(),
  name: z.string(),
  aliases: z.array(z.string()),
  kecamatan: z.string(),
  kecamatanCode: z.string(),
  lat: z.number(),
  lng: z.number(),
  hazards: z.array(z.string()),
})
export type Kelurahan = z.infer<typeof Kelurahan>

export const Facility = z.object({
  name: z.string(),
  type: z.enum(facilityTypes),
  lat: z.number(),
  lng: z.number(),
  kelurahan: z.string(),
})
export type Facility = z.infer<typeof Facility>

const plain = (text: string): string => text.toLocaleLowerCase('id').replaceAll(/[^a-z0-9]/g, '')

/** The kelurahan meant by a code, a name or a local alias; spellings differ, so case and punctuation do not count. */
export const findKelurahan = (areas: readonly Kelurahan[], text: string): Kelurahan | undefined =>
  areas.find(
    ({ code, name, aliases }) =>
      code === text || [name, ...aliases].some((spelling) => plain(spelling) === plain(text)),
  )

/**
 * Is it doubtful that the point lies in the stated kelurahan? Reference points alone cannot say for sure: the true one
 * is among the nearest five for 98 % of the area, so only a kelurahan beyond those is doubted.
 */
export const isDoubtful = (areas: readonly Kelurahan[], point: Point, stated: Kelurahan): boolean =>
  !nearestAreas(point, areas, 5).some(({ area }) => area.code === stated.code)

/** "Oebufu, Kec. Oebobo" for the stated kelurahan, else "dekat …" for the nearest. */
export const areaName = (areas: readonly Kelurahan[], point: Point, code: string | null): string => {
  const stated = areas.find((area) => area.code === code)
  if (stated) return `${stated.name}, Kec. ${stated.kecamatan}`
  const nearest = nearestAreas(point, areas, 1)[0]?.area
  return nearest ? `dekat ${nearest.name}, Kec. ${nearest.kecamatan}` : 'Kota Kupang'
}
