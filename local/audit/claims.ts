import type { Dump } from './dump.ts'
import type { Accuse, ClaimRow, FileRow } from './shapes.ts'
import { pictureOfStored } from './stored.ts'

/** A claim is left over only when the reconciler, who comes each minute, has had his turn several times. */
const LEFT_OVER_MS = 5 * 60_000
const over = new Set(['completed', 'released', 'failed', 'stood_down', 'reassigned'])

interface Picture {
  offers: { id: string; volunteerId: string }[]
  team: { offerId: string; volunteerId: string; state: string }[]
}

/** Whoever is bound by this incident: offer → volunteer. */
const liveIn = (file: FileRow): Map<string, string> => {
  const { offers, team } = pictureOfStored('incident', file) as Picture
  const out = team.filter(({ state }) => !over.has(state))
  return new Map([
    ...offers.map(({ id, volunteerId }) => [id, volunteerId] as const),
    ...out.map(({ offerId, volunteerId }) => [offerId, volunteerId] as const),
  ])
}

/**
 * Every open offer and every task under way has its claim, and no claim is left over. On a system at work the claim is
 * read again between two readings of the file: an offer that is live before and after was live while its claim was missing.
 * `now`: ms since the epoch; `Infinity` for a system at rest, where nothing may be left over.
 */
export const auditClaims = async (
  dump: Dump,
  incidents: readonly FileRow[],
  claims: readonly ClaimRow[],
  personOf: (volunteerId: string) => string,
  now: number,
  accuse: Accuse,
): Promise<void> => {
  const held = new Map(claims.map(({ _id, offerId }) => [_id, offerId]))
  for (const file of incidents)
    for (const [offerId, volunteerId] of liveIn(file)) {
      const person = personOf(volunteerId)
      if (held.get(person) === offerId) continue
      const claim = await dump.claim(person)
      const present = await dump.file('incident', file._id)
      if (claim?.offerId === offerId || present === null || !liveIn(present).has(offerId)) continue
      accuse({ law: 'I3', subject: file._id, what: `${offerId} is live without a claim` })
    }
  for (const { _id, offerId, incidentId, at } of claims) {
    if (now - Date.parse(at) < LEFT_OVER_MS) continue
    const file = await dump.file('incident', incidentId)
    if (file !== null && liveIn(file).has(offerId)) continue
    if ((await dump.claim(_id))?.offerId === offerId)
      accuse({ law: 'I3', subject: incidentId, what: `a claim is left over for ${offerId}` })
  }
}
