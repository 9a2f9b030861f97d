import type { Place, Point } from '#contracts/domain/place.ts'
import type { Area } from './areas.ts'

/** A place as it is being filled in. */
export interface PlaceDraft {
  kelurahan: string | null
  /** As typed: "lat, lng". */
  coordinates: string
}

const number = String.raw`([+-]?\d{1,3}(?:\.\d+)?)`
const pair = new RegExp(String.raw`^\s*\(?${number}\s*[,;\s]\s*${number}\)?\s*$`)

/** The point in "-10.1757, 123.5534", or null when it is not one. Dots only: a decimal comma cannot be told from the separator. */
export const pointOf = (coordinates: string): Point | null => {
  const found = pair.exec(coordinates)
  if (found === null) return null
  const lat = Number(found[1])
  const lng = Number(found[2])
  return Math.abs(lat) <= 90 && Math.abs(lng) <= 180 ? { lat, lng } : null
}

/** A place as it is sent: whether the point lies in the kelurahan is for the server to doubt. */
export type StatedPlace = Omit<Place, 'doubt'>

/** What is sent: the typed point, or else the reference point of the kelurahan; null while neither is known. */
export const placeOf = (draft: PlaceDraft, area: Area | undefined): StatedPlace | null => {
  const typed = pointOf(draft.coordinates)
  if (typed !== null) return { ...typed, kelurahan: draft.kelurahan }
  if (draft.coordinates.trim() !== '' || area === undefined) return null
  return { lat: area.lat, lng: area.lng, kelurahan: area.code }
}
