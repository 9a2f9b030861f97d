import { Refusal } from '#contracts/domain/refusal.ts'
import type { Place, Point } from '#contracts/domain/place.ts'
import { findKelurahan, isDoubtful } from '#contracts/domain/reference.ts'
import type { Agency } from '#contracts/store/documents.ts'
import { invalid } from '../../trouble.ts'

/** Where somebody says that it is; the kelurahan by code, name or alias. */
export interface StatedPlace extends Point {
  kelurahan: string | null
}

/** Incidents just outside the border are the agency's too. */
const MARGIN_M = 5000
const DEGREE_M = 111_320

/** Whether a point lies in the agency's bounds or just outside them. */
export const isNear = ({ bbox }: Agency, { lat, lng }: Point): boolean => {
  const latMargin = MARGIN_M / DEGREE_M
  const lngMargin = latMargin / Math.cos((lat * Math.PI) / 180)
  return (
    lat >= bbox.south - latMargin &&
    lat <= bbox.north + latMargin &&
    lng >= bbox.west - lngMargin &&
    lng <= bbox.east + lngMargin
  )
}

/**
 * The place as it is stored: kelurahan by its code, and whether the point seems to lie in another one.
 * @throws Refusal `outside_area`; Trouble `invalid` for a kelurahan that the agency does not have
 */
export const placeIn = (agency: Agency, { lat, lng, kelurahan: stated }: StatedPlace): Place => {
  if (!isNear(agency, { lat, lng })) throw new Refusal('outside_area')
  if (stated === null) return { lat, lng, kelurahan: null, doubt: false }
  const found = findKelurahan(agency.kelurahan, stated)
  if (found === undefined) throw invalid('body.place.kelurahan', 'no such kelurahan in this agency')
  return { lat, lng, kelurahan: found.code, doubt: isDoubtful(agency.kelurahan, { lat, lng }, found) }
}
