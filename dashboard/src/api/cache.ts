import type { QueryClient } from '@tanstack/react-query'
import type { IncidentDetail, VolunteerView } from '#contracts/wire/routes/views.ts'
import { reboundBy } from './bindings.ts'
import { keys } from './keys.ts'
import type { Answer } from './types.ts'

/** The newer of two by version: an answer that was slow must not overwrite what came after it. */
export const newer = <T extends { version: number }>(known: T | undefined, answer: T): T =>
  known !== undefined && known.version > answer.version ? known : answer

const stale = async (queries: QueryClient, ...queryKeys: (readonly unknown[])[]): Promise<void> => {
  await Promise.all(queryKeys.map((queryKey) => queries.invalidateQueries({ queryKey })))
}

/** The registry takes several pages to read: what is being read is not begun anew, or it would never end on a busy night. */
export const ageRegistry = (queries: QueryClient): void =>
  void queries.invalidateQueries({ queryKey: keys.wholeRegistry }, { cancelRefetch: false })

/** What was read of each of these people is old. In one pass: after a break of the line they may be thousands. */
export const ageVolunteers = (queries: QueryClient, ids: ReadonlySet<string>): void =>
  void queries.invalidateQueries({
    predicate: ({ queryKey: [kind, id] }) =>
      (kind === 'volunteer' || kind === 'volunteerFacts') && typeof id === 'string' && ids.has(id),
  })

/** Puts the answer of an action into the cache and marks what it touches as old. Does not wait for the reading. */
export const absorbIncident = async (queries: QueryClient, answer: IncidentDetail): Promise<void> => {
  const { id } = answer.incident
  await queries.cancelQueries({ queryKey: keys.incident(id) })
  const before = queries.getQueryData<IncidentDetail>(keys.incident(id))
  ageVolunteers(queries, new Set(reboundBy(before?.incident, answer.incident)))
  queries.setQueryData<IncidentDetail>(keys.incident(id), (known) => newer(known, answer))
  void stale(queries, keys.incidents, keys.incidentFacts(id), keys.alarms, ['nearby'], keys.allVolunteers)
  ageRegistry(queries)
}

export const doubtIncident = async (
  queries: QueryClient,
  params: { id: string } | undefined,
): Promise<void> => {
  if (params === undefined) return
  void stale(queries, keys.incident(params.id), keys.incidentFacts(params.id), keys.incidents)
  await Promise.resolve()
}

export const absorbVolunteer = async (queries: QueryClient, answer: VolunteerView): Promise<void> => {
  const replace = (known: Answer<'listVolunteers'> | undefined) =>
    known && {
      ...known,
      volunteers: known.volunteers.map((one) => (one.id === answer.id ? newer(one, answer) : one)),
    }
  await queries.cancelQueries({ queryKey: keys.volunteer(answer.id) })
  for (const queryKey of [keys.allVolunteers, keys.wholeRegistry]) {
    await queries.cancelQueries({ queryKey })
    queries.setQueriesData<Answer<'listVolunteers'>>({ queryKey }, replace)
  }
  queries.setQueryData<VolunteerView>(keys.volunteer(answer.id), (known) => newer(known, answer))
  void stale(queries, keys.allVolunteers, keys.everybody, keys.volunteerFacts(answer.id), keys.alarms)
  ageRegistry(queries)
}

export const doubtVolunteers = async (queries: QueryClient): Promise<void> => {
  void stale(queries, keys.allVolunteers, keys.anyVolunteer, keys.alarms)
  ageRegistry(queries)
  await Promise.resolve()
}
