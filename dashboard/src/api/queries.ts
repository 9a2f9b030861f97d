import { keepPreviousData, queryOptions, useQuery, type UseQueryResult } from '@tanstack/react-query'
import type { RouteName } from '#contracts/wire/routes/all.ts'
import { useMay } from '../session/context.tsx'
import type { Api } from './client.ts'
import { useApi } from './context.tsx'
import { keys } from './keys.ts'
import { readOpenIncidents } from './read-open-incidents.ts'
import type { Answer, Input } from './types.ts'

/** Reading. Nothing here polls: data comes by the live view, on opening, on return to the window, after an action, and when asked for. */
export const useRead = <N extends RouteName>(
  name: N,
  key: readonly unknown[],
  input: Input<N>,
  enabled = true,
  /** Only of what changes by itself within seconds, and while it does. */
  everyMs: (known: Answer<N> | undefined) => number | false = () => false,
): UseQueryResult<Answer<N>> => {
  const api = useApi()
  return useQuery<Answer<N>>({
    queryKey: key,
    queryFn: ({ signal }) => api.call(name, input, { signal }),
    enabled,
    refetchInterval: ({ state }) => everyMs(state.data),
  })
}

/** What every screen shows is read only by those who may. */
export const useOpenIncidents = () => {
  const api = useApi()
  return useQuery({
    queryKey: keys.openIncidents,
    queryFn: ({ client, signal }) => readOpenIncidents(api, client, signal),
    enabled: useMay()('incident.read'),
  })
}

export const useIncident = (id: string) => useRead('getIncident', keys.incident(id), { params: { id } })

export const useIncidentFacts = (id: string) =>
  useRead('incidentFacts', keys.incidentFacts(id), { params: { id } })

/** Why people were asked and others were not, as the latest round found it: read when somebody wants to know. */
export const useExplanation = (id: string) =>
  useRead('readExplanation', keys.explanation(id), { params: { id } })

export const useAlarms = () => useRead('listAlarms', keys.alarms, {}, useMay()('incident.read'))

const REFERENCE_AGAIN_MS = 5000

/** Kelurahan and partners hardly ever change: read once per sign-in. Nothing is live without them, so they are asked for until they come. */
export const referenceQuery = (api: Api) =>
  queryOptions({
    queryKey: keys.reference,
    queryFn: ({ signal }) => api.call('reference', {}, { signal }),
    staleTime: Infinity,
    refetchInterval: ({ state }) => (state.status === 'error' ? REFERENCE_AGAIN_MS : false),
  })

export const useReference = () => {
  const api = useApi()
  return useQuery({ ...referenceQuery(api), enabled: useMay()('reference.read') })
}

export interface Near {
  lat: number
  lng: number
}

/** The five nearest kelurahan: three are offered as choices, and five tell whether a stated one is doubtful. */
export const useNearestKelurahan = (point: Near | null) =>
  useRead(
    'nearestKelurahan',
    keys.nearest(point),
    { query: { lat: point?.lat ?? 0, lng: point?.lng ?? 0, count: 5 } },
    point !== null,
  )

export const useNearbyIncidents = (point: Near | null, radiusM: number) =>
  useRead(
    'nearbyIncidents',
    keys.nearby(point, radiusM),
    { query: { lat: point?.lat ?? 0, lng: point?.lng ?? 0, radiusM } },
    point !== null,
  )

export type VolunteerFilter = Pick<
  NonNullable<Input<'listVolunteers'>['query']>,
  'duty' | 'standing' | 'partnerId' | 'q'
>

export const useVolunteers = (filter: VolunteerFilter, enabled = true) => {
  const api = useApi()
  return useQuery({
    queryKey: keys.volunteers(filter),
    queryFn: ({ signal }) => api.call('listVolunteers', { query: { ...filter, limit: 500 } }, { signal }),
    enabled,
    placeholderData: keepPreviousData,
  })
}

export const useVolunteer = (id: string, enabled = true) =>
  useRead('getVolunteer', keys.volunteer(id), { params: { id } }, enabled)

export const useVolunteerFacts = (id: string) =>
  useRead('volunteerFacts', keys.volunteerFacts(id), { params: { id } })
