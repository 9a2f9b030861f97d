import { nearestAreas, type Point } from '#contracts/domain/place.ts'
import type { Routes } from '#contracts/wire/routes/all.ts'
import type { Context } from '../context.ts'
import type { Answer } from '../route-types.ts'

/** What screens need to know of an agency and what hardly ever changes. */
export const reference = async (context: Context, agencyId: string): Promise<Answer<Routes['reference']>> => {
  const [agency, partners] = await Promise.all([context.agencies.of(agencyId), context.partnerQueries.all()])
  const { name, poskoPhone, kelurahan, facilities } = agency
  return {
    agency: { id: agencyId, name, poskoPhone },
    kelurahan,
    facilities,
    partners: partners
      .filter((partner) => partner.agencyId === agencyId)
      .map(({ id, ref, name }) => ({ id, ref, name })),
  }
}

/** The kelurahan whose reference points are nearest, with the distance in whole metres. */
export const nearestKelurahan = async (
  context: Context,
  agencyId: string,
  point: Point,
  count: number,
): Promise<Answer<Routes['nearestKelurahan']>> => {
  const { kelurahan } = await context.agencies.of(agencyId)
  const nearest = nearestAreas(point, kelurahan, count)
  return { kelurahan: nearest.map(({ area, distanceM }) => ({ ...area, distanceM: Math.round(distanceM) })) }
}
