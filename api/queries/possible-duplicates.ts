import { distanceM } from '#contracts/domain/place.ts'
import { secondsBetween } from '#contracts/domain/instant.ts'
import { hasEnded } from '#contracts/domain/incident/moves.ts'
import { incidentStatuses } from '#contracts/domain/incident/words.ts'
import { Refusal } from '#contracts/domain/refusal.ts'
import { incidentSummary } from '#contracts/wire/present/incident-summary.ts'
import type { PossibleDuplicate } from '#contracts/wire/routes/views.ts'
import type { Context } from '../context.ts'

const RADIUS_M = 3000
const APART_S = 24 * 3600
const MOST = 8
const MOST_OPEN = 1000
const openStatuses = incidentStatuses.filter((status) => !hasEnded(status))

/** Words that tell nothing apart: too short, or in every second report. */
const common = new Set([
  'yang',
  'dengan',
  'untuk',
  'dari',
  'pada',
  'sudah',
  'telah',
  'dan',
  'atau',
  'juga',
  'saat',
  'warga',
])
export const wordsOf = (text: string): Set<string> =>
  new Set((text.toLocaleLowerCase('id').match(/[a-z0-9]{4,}/g) ?? []).filter((word) => !common.has(word)))

/** How likely two reports tell of one thing: near in place and time, the same hazard, the same words. 0 to about 4. */
const likeness = ({ distanceM, apartS, sameHazard, words }: PossibleDuplicate): number =>
  1 -
  distanceM / RADIUS_M +
  (1 - Math.abs(apartS) / APART_S) +
  (sameHazard ? 1 : 0) +
  Math.min(1, words.length / 4)

/** Open incidents within 3 km and a day of a report, the likeliest first. @throws Refusal `not_found` */
export const possibleDuplicates = async (
  context: Context,
  agencyId: string,
  id: string,
): Promise<{ candidates: PossibleDuplicate[] }> => {
  const doc = await context.store.ledger.load('incident', id)
  if (doc === null || doc.agencyId !== agencyId) throw new Refusal('not_found')
  const { place, reportedAt, hazard, descriptionId, drill } = doc.state
  const [{ kelurahan }, open] = await Promise.all([
    context.agencies.of(agencyId),
    context.incidentQueries.list({ agencyId, statuses: openStatuses, limit: MOST_OPEN }),
  ])
  const near = open.filter(
    ({ _id, state }) =>
      _id !== id &&
      state.drill === drill &&
      distanceM(place, state.place) <= RADIUS_M &&
      Math.abs(secondsBetween(state.reportedAt, reportedAt)) <= APART_S,
  )
  const texts = await context.store.texts.read([
    descriptionId,
    ...near.map(({ state }) => state.descriptionId),
  ])
  const mine = wordsOf(texts[descriptionId] ?? '')
  const candidates = near.map(({ version, nextDueAt, state }): PossibleDuplicate => {
    const description = texts[state.descriptionId] ?? null
    return {
      incident: incidentSummary(kelurahan, version, nextDueAt, state),
      distanceM: Math.round(distanceM(place, state.place)),
      apartS: Math.round(secondsBetween(state.reportedAt, reportedAt)),
      sameHazard: state.hazard === hazard,
      words: [...wordsOf(description ?? '')].filter((word) => mine.has(word)),
      description,
    }
  })
  return { candidates: candidates.sort((a, b) => likeness(b) - likeness(a)).slice(0, MOST) }
}
