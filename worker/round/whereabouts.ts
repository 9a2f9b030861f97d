import type { Volunteer } from '#contracts/domain/volunteer/state.ts'
import { implausibility, type Track } from '#contracts/domain/volunteer/track.ts'
import type { Kelurahan } from '#contracts/domain/reference.ts'
import type { KnownPlaces } from '#contracts/domain/whereabouts/believed.ts'
import type { BelievedPosition } from '#contracts/domain/whereabouts/position.ts'
import type { WorkerContext } from '../context.ts'

/** Everything known of where people are. */
export interface Whereabouts extends KnownPlaces {
  tracks: ReadonlyMap<string, Track>
  trips: ReadonlySet<string>
}

/** Reads positions. Redis away or emptied: the coarse places in MongoDB serve instead; never fails for want of Redis. */
export const readWhereabouts = async (
  { presence, fixIndex, log }: Pick<WorkerContext, 'presence' | 'fixIndex' | 'log'>,
  agency: { _id: string; kelurahan: Kelurahan[] },
): Promise<Whereabouts> => {
  const places = await presence.coarse(agency._id)
  const areas = new Map(agency.kelurahan.map((area) => [area.code, area]))
  try {
    const [{ fixes, tracks }, trips] = await Promise.all([
      fixIndex.read(agency._id),
      presence.trips(agency._id),
    ])
    return { fixes, tracks, trips, places, areas }
  } catch (err) {
    log.debug({ err }, 'no live positions: matching by coarse places')
    return { fixes: new Map(), tracks: new Map(), trips: new Set(), places, areas }
  }
}

/** How hard it is to believe where his fixes tell that he is, in points. What he declared himself is believed. */
export const doubtOf = (
  { id }: Volunteer,
  position: BelievedPosition | null,
  { fixes, tracks }: Whereabouts,
  now: Date,
): number => {
  const fix = fixes.get(id)
  const track = tracks.get(id)
  if (fix === undefined || track === undefined || position === null || position.source === 'declared')
    return 0
  return implausibility(track, fix, now.toISOString())
}
