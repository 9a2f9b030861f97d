import { secondsBetween, type Instant } from '#contracts/domain/instant.ts'
import type { Kelurahan } from '#contracts/domain/reference.ts'
import { mayBeFollowed } from '#contracts/domain/volunteer/followed.ts'
import type { Volunteer } from '#contracts/domain/volunteer/state.ts'
import type { LastPlace } from '#contracts/store/documents.ts'
import type { Fix } from '#contracts/store/presence.ts'
import type { VolunteerView } from '#contracts/wire/routes/views.ts'
import type { Context } from '../context.ts'

type LastPoint = Pick<Fix, 'lat' | 'lng' | 'at'>
type PositionView = NonNullable<VolunteerView['position']>

/** For the screen only; the match round has limits of its own. */
const LIVE_S = 120
const RECENT_S = 1800

export interface Whereabouts {
  now: Instant
  areas: readonly Kelurahan[]
  fixes: ReadonlyMap<string, Fix>
  coarse: ReadonlyMap<string, LastPlace>
}

/** What is known of places in an agency. While Redis is away the coarse places are all there is. */
export const whereaboutsOf = async (context: Context, agencyId: string): Promise<Whereabouts> => {
  const { presence, agencies, clock, log } = context
  const fixes = presence.all(agencyId).catch((err: unknown) => {
    log.debug({ err }, 'no positions')
    return new Map<string, Fix>()
  })
  const [agency, known, coarse] = await Promise.all([agencies.of(agencyId), fixes, presence.coarse(agencyId)])
  return { now: clock.now().toISOString(), areas: agency.kelurahan, fixes: known, coarse }
}

/** Where he said he was when he called for help, as long as he does. */
const calledFrom = ({ sosAt, sos }: Volunteer): LastPoint | undefined =>
  sosAt === null ? undefined : (sos?.point ?? undefined)

const later = (a: LastPoint | undefined, b: LastPoint | undefined): LastPoint | undefined =>
  a !== undefined && (b === undefined || a.at > b.at) ? a : b

/**
 * The best place known of a volunteer: his phone's, else the kelurahan he named. Nobody is followed off duty, but who
 * calls for help is looked for where he was last, however long ago.
 */
export const positionOf = (
  volunteer: Volunteer,
  isBound: boolean,
  where: Whereabouts,
): PositionView | null => {
  if (!mayBeFollowed(volunteer, isBound)) return null
  const coarse = where.coarse.get(volunteer.id)
  const last = later(calledFrom(volunteer), where.fixes.get(volunteer.id) ?? coarse)
  const ageS = last && secondsBetween(last.at, where.now)
  if (last !== undefined && ageS !== undefined && (ageS < RECENT_S || volunteer.sosAt !== null)) {
    const isLive = ageS < LIVE_S && last !== coarse
    return { lat: last.lat, lng: last.lng, source: isLive ? 'live' : 'recent', at: last.at }
  }
  const area = where.areas.find(({ code }) => code === volunteer.declaredArea)
  return area ? { lat: area.lat, lng: area.lng, source: 'declared', at: volunteer.dutySince } : null
}
