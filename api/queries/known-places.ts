import type { KnownPlaces } from '#contracts/domain/whereabouts/believed.ts'
import type { Context } from '../context.ts'
import { whereaboutsOf } from './whereabouts.ts'

/** What a match round would know of where people are at this moment. */
export const knownPlacesOf = async (context: Context, agencyId: string): Promise<KnownPlaces> => {
  const { fixes, coarse, areas } = await whereaboutsOf(context, agencyId)
  return { fixes, places: coarse, areas: new Map(areas.map((area) => [area.code, area])) }
}
