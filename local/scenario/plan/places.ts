import { between, type Luck, weighted } from '../luck.ts'
import type { Spread } from '../scenario.ts'
import type { Hazard, Kelurahan, Report } from '../words.ts'

/** Kinds that come with another: a kelurahan known for wind is known for what it fells. */
const comesWith: Partial<Record<Hazard, Hazard>> = {
  pohon_tumbang: 'angin_kencang',
  gelombang_pasang: 'banjir_rob',
  banjir_bandang: 'banjir',
}
/** Kinds of harm that a storm does. */
const ofStorms: readonly string[] = ['angin_kencang', 'banjir', 'banjir_rob', 'tanah_longsor']
/** Metres around a reference point within which somebody lives. */
const AROUND_M = 300
const DEGREE_M = 111_320

const isKnownFor = ({ hazards }: Kelurahan, hazard: Hazard): boolean =>
  hazards.includes(hazard) || hazards.includes(comesWith[hazard] ?? hazard)

/**
 * How much harm there is to be expected in a kelurahan. No public count per kelurahan is at hand, so the kinds of harm
 * that are known there stand for it: one where nothing is known, up to nine.
 */
export const damageWeight = ({ hazards }: Kelurahan): number =>
  1 + 2 * hazards.filter((hazard) => ofStorms.includes(hazard)).length

/** How likely this kind happens in this kelurahan. */
export const weightOf = (area: Kelurahan, hazard: Hazard, spread: Spread): number => {
  switch (spread) {
    case 'anywhere':
      return 1
    case 'known':
      return isKnownFor(area, hazard) ? 1 : 0
    case 'damage':
      return damageWeight(area)
    default:
      spread satisfies never
      return 1
  }
}

/** A place for an incident of this kind: a kelurahan by its weight, a point around its reference point. */
export const placeFor = (
  luck: Luck,
  areas: readonly Kelurahan[],
  hazard: Hazard,
  spread: Spread,
): Report['place'] => {
  const { code, lat, lng } = weighted(
    luck,
    areas.map((area) => [area, weightOf(area, hazard, spread)] as const),
  )
  const metres = () => between(luck, -AROUND_M, AROUND_M)
  return {
    kelurahan: code,
    lat: Number((lat + metres() / DEGREE_M).toFixed(5)),
    lng: Number((lng + metres() / DEGREE_M).toFixed(5)),
  }
}
