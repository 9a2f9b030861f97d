import { hasEnded } from '#contracts/domain/incident/moves.ts'
import { incidentStatuses } from '#contracts/domain/incident/words.ts'
import { distanceM, type Point } from '#contracts/domain/place.ts'
import type { Kelurahan } from '#contracts/domain/reference.ts'
import type { Filed } from '#contracts/store/documents.ts'
import { incidentSummary } from '#contracts/wire/present/incident-summary.ts'
import type { Routes } from '#contracts/wire/routes/all.ts'
import type { IncidentSummary } from '#contracts/wire/routes/views.ts'
import type { Context } from '../context.ts'
import type { Answer, Given } from '../route-types.ts'

type ListQuery = Given<Routes['listIncidents']>['query']
type List = Answer<Routes['listIncidents']>

const openStatuses = incidentStatuses.filter((status) => !hasEnded(status))
const summaryOf = (
  areas: readonly Kelurahan[],
  { version, nextDueAt, state }: Filed<'incident'>,
): IncidentSummary => incidentSummary(areas, version, nextDueAt, state)

/** More open incidents than this in one city at once would be looked at on a map, not in a list. */
const MOST_OPEN = 1000

const statusesOf = (status: ListQuery['status']) => {
  if (status === undefined) return undefined
  return status === 'open' ? openStatuses : [status]
}

/** Codes of the kelurahan whose name, alias or code holds the text. */
const kelurahanLike = (areas: readonly Kelurahan[], text: string): string[] => {
  const wanted = text.toLocaleLowerCase('id')
  return areas
    .filter(({ code, name, aliases }) =>
      [code, name, ...aliases].some((spelling) => spelling.toLocaleLowerCase('id').includes(wanted)),
    )
    .map(({ code }) => code)
}

/** Newest first; `next` is what to ask for as `before`. */
export const listIncidents = async (context: Context, agencyId: string, query: ListQuery): Promise<List> => {
  const { status, severity, hazard, q, limit, before } = query
  const { kelurahan: areas } = await context.agencies.of(agencyId)
  const text = q?.trim() ?? ''
  const docs = await context.incidentQueries.list({
    agencyId,
    statuses: statusesOf(status),
    severity,
    hazard,
    search: text === '' ? undefined : { text, kelurahan: kelurahanLike(areas, text) },
    before,
    limit: limit + 1,
  })
  const page = docs.slice(0, limit)
  return {
    incidents: page.map((doc) => summaryOf(areas, doc)),
    next: docs.length > limit ? (page.at(-1)?._id ?? null) : null,
  }
}

/** Open incidents within a radius, nearest first: possible duplicates. */
export const nearbyIncidents = async (
  context: Context,
  agencyId: string,
  point: Point,
  radiusM: number,
): Promise<Answer<Routes['nearbyIncidents']>> => {
  const { kelurahan: areas } = await context.agencies.of(agencyId)
  const open = await context.incidentQueries.list({ agencyId, statuses: openStatuses, limit: MOST_OPEN })
  const incidents = open
    .map((doc) => ({
      incident: summaryOf(areas, doc),
      distanceM: Math.round(distanceM(point, doc.state.place)),
    }))
    .filter((near) => near.distanceM <= radiusM)
    .sort((a, b) => a.distanceM - b.distanceM)
  return { incidents }
}
