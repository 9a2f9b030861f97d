import type { Partner } from '#contracts/domain/partner/partner.ts'
import type { Fix } from '#contracts/store/presence.ts'
import { unfollowedAmong } from '#contracts/store/unfollowed.ts'
import type { Positions, PositionsTaken } from '#contracts/wire/partner/events.ts'
import type { z } from 'zod'
import type { Context } from '../../context.ts'
import { keepPositions } from '../keep-positions.ts'
import { pastInstant } from './input.ts'

/**
 * Takes fixes into account; of several for one volunteer the latest. Those of people who are neither on duty nor bound
 * nor calling for help are not kept: where they are is nobody's business. @throws Trouble `not_saved` while Redis is away
 */
export const takePositions = async (
  context: Context,
  partner: Partner,
  { positions }: Positions,
): Promise<z.infer<typeof PositionsTaken>> => {
  const { partnerQueries, clock } = context
  const { agencyId } = partner
  const volunteers = await partnerQueries.volunteersByRef(partner.id, [
    ...new Set(positions.map((position) => position.volunteerRef)),
  ])
  const unfollowed = await unfollowedAmong(
    context.store,
    [...volunteers.values()].map(({ id }) => id),
  )
  const now = clock.now()
  const fixes = new Map<string, Fix>()
  const unknown = new Set<string>()
  for (const { volunteerRef, lat, lng, accuracyM = null, at } of positions) {
    const id = volunteers.get(volunteerRef)?.id
    if (id === undefined) unknown.add(volunteerRef)
    if (id === undefined || unfollowed.has(id)) continue
    // A clock that runs ahead must not keep later fixes out.
    const fix = { lat, lng, accuracyM, at: pastInstant(at, now) }
    const known = fixes.get(id)
    if (known === undefined || known.at < fix.at) fixes.set(id, fix)
  }
  if (fixes.size === 0) return { taken: 0, older: 0, unknown: [...unknown] }
  const taken = await keepPositions(context, agencyId, fixes, now)
  return { taken, older: fixes.size - taken, unknown: [...unknown] }
}
