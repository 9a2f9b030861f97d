import { useMemo } from 'react'
import type { Place, Point } from '#contracts/domain/place.ts'
import type { Answer } from '../../api/types.ts'
import { useReference } from '../../api/queries.ts'
import { useText } from '../../text/context.tsx'

export type Area = Answer<'reference'>['kelurahan'][number]

/** Only to rank reference points against each other within one city, so the flat earth is good enough. */
const roughly = (a: Point, b: Point): number => {
  const lng = (a.lng - b.lng) * Math.cos((a.lat * Math.PI) / 180)
  return (a.lat - b.lat) ** 2 + lng ** 2
}

export const nearestArea = (areas: readonly Area[], point: Point): Area | undefined =>
  areas.reduce<Area | undefined>(
    (best, area) => (best && roughly(best, point) <= roughly(area, point) ? best : area),
    undefined,
  )

export interface Areas {
  all: readonly Area[]
  byCode: (code: string) => Area | undefined
  /** `Oebufu`, or `dekat Oebufu` when nobody stated a kelurahan. */
  nameOf: (place: Pick<Place, 'lat' | 'lng' | 'kelurahan'>) => string
  /** `Kec. Oebobo` */
  districtOf: (place: Pick<Place, 'lat' | 'lng' | 'kelurahan'>) => string
  /** Both. */
  fullNameOf: (place: Pick<Place, 'lat' | 'lng' | 'kelurahan'>) => string
}

const none: readonly Area[] = []

export const useAreas = (): Areas => {
  const all = useReference().data?.kelurahan ?? none
  const { incident } = useText()
  return useMemo(() => {
    const byCode = new Map(all.map((area) => [area.code, area]))
    const found = (place: Pick<Place, 'lat' | 'lng' | 'kelurahan'>) => {
      const stated = place.kelurahan === null ? undefined : byCode.get(place.kelurahan)
      const area = stated ?? nearestArea(all, place)
      const name = area && (stated ? area.name : `${incident.place.near} ${area.name}`)
      return { area, name: name ?? incident.place.unknown }
    }
    return {
      all,
      byCode: (code) => byCode.get(code),
      nameOf: (place) => found(place).name,
      districtOf: (place) => {
        const { area } = found(place)
        return area ? incident.place.district(area.kecamatan) : ''
      },
      fullNameOf: (place) => {
        const { area, name } = found(place)
        return area ? `${name}, ${incident.place.district(area.kecamatan)}` : name
      },
    }
  }, [all, incident])
}
