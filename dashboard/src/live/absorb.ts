import type { QueryClient } from '@tanstack/react-query'
import { hasEnded } from '#contracts/domain/incident/moves.ts'
import { nextDueOf } from '#contracts/domain/incident/due.ts'
import type { Incident } from '#contracts/domain/incident/state.ts'
import type { Kelurahan } from '#contracts/domain/reference.ts'
import { defaultSla } from '#contracts/domain/sla.ts'
import { incidentSummary } from '#contracts/wire/present/incident-summary.ts'
import type { IncidentDetail } from '#contracts/wire/routes/views.ts'
import { reboundBy } from '../api/bindings.ts'
import { ageRegistry, ageVolunteers } from '../api/cache.ts'
import { keys } from '../api/keys.ts'
import type { Answer } from '../api/types.ts'
import type { Folded, LiveCity } from './fold.ts'

type FoldedIncident = Folded<Incident>

const stale = (queries: QueryClient, queryKey: readonly unknown[]): void =>
  void queries.invalidateQueries({ queryKey })

const changedIn = <S>(
  before: ReadonlyMap<string, S> | undefined,
  after: ReadonlyMap<string, S>,
): [string, S][] => [...after].filter(([id, folded]) => before?.get(id) !== folded)

const openList = (areas: readonly Kelurahan[], city: LiveCity): Answer<'listIncidents'> => ({
  incidents: [...city.incidents.values()]
    .filter(({ state }) => !hasEnded(state.status))
    .map(({ version, state }) => incidentSummary(areas, version, nextDueOf(state, defaultSla), state))
    .sort((a, b) => (a.reportedAt < b.reportedAt ? 1 : -1)),
  next: null,
})

const wordsOf = (impact: Incident['impact']): (string | null)[] =>
  impact === undefined ? [] : [impact.cause, impact.condition, impact.efforts, impact.urgentNeeds]

/** Facts carry ids of texts and people, never their words: does the screen lack some of them? */
const lacksWords = (known: IncidentDetail, state: Incident): boolean =>
  [
    state.descriptionId,
    state.addressTextId,
    ...state.notes.map(({ textId }) => textId),
    ...wordsOf(state.impact),
  ].some((id) => id !== null && known.texts[id] === undefined) ||
  [...state.offers, ...state.assignments].some(({ volunteerId }) => known.people[volunteerId] === undefined)

const absorbDetail = (queries: QueryClient, id: string, { version, state }: FoldedIncident): void => {
  const known = queries.getQueryData<IncidentDetail>(keys.incident(id))
  stale(queries, keys.incidentFacts(id))
  if (known === undefined || known.version > version) return
  queries.setQueryData<IncidentDetail>(keys.incident(id), {
    ...known,
    version,
    nextDueAt: nextDueOf(state, defaultSla),
    incident: state,
  })
  if (lacksWords(known, state)) stale(queries, keys.incident(id))
}

const alarmsOf = (folded: FoldedIncident | undefined): string => JSON.stringify(folded?.state.alarms ?? [])

/** Puts what was folded into what the panels read, so that they need not know where it came from. */
export const absorbCity = (
  queries: QueryClient,
  areas: readonly Kelurahan[],
  before: LiveCity | null,
  after: LiveCity,
): void => {
  const incidents = changedIn(before?.incidents, after.incidents)
  const volunteers = changedIn(before?.volunteers, after.volunteers)
  if (changedIn(before?.zones, after.zones).length > 0) stale(queries, keys.zones)
  if (incidents.length > 0) {
    queries.setQueryData(keys.openIncidents, openList(areas, after))
    for (const [id, folded] of incidents) absorbDetail(queries, id, folded)
    if (incidents.some(([id, folded]) => alarmsOf(folded) !== alarmsOf(before?.incidents.get(id))))
      stale(queries, keys.alarms)
  }
  if (before !== null)
    ageVolunteers(
      queries,
      new Set([
        ...volunteers.map(([id]) => id),
        ...incidents.flatMap(([id, { state }]) => reboundBy(before.incidents.get(id)?.state, state)),
      ]),
    )
  if (volunteers.length > 0 && before !== null) {
    stale(queries, keys.allVolunteers)
    ageRegistry(queries)
    if (volunteers.some(([id]) => !before.volunteers.has(id))) stale(queries, keys.everybody)
    if (volunteers.some(([id, { state }]) => before.volunteers.get(id)?.state.sosAt !== state.sosAt))
      stale(queries, keys.alarms)
  }
}
