import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMay } from '../session/context.tsx'
import type { Api } from './client.ts'
import { useApi } from './context.tsx'
import { everyPage } from './every-page.ts'
import { keys } from './keys.ts'
import type { VolunteerFilter } from './queries.ts'
import type { Answer } from './types.ts'

/** As many as the server gives at once. */
const PAGE = 500

/** All volunteers that pass the filter, however many there are: an agency may have thousands. */
export const readVolunteers = async (
  api: Api,
  filter: VolunteerFilter,
  signal: AbortSignal,
): Promise<Answer<'listVolunteers'>> => {
  const pages = await everyPage((after) => {
    const query = { ...filter, limit: PAGE, ...(after === null ? {} : { after }) }
    return api.call('listVolunteers', { query }, { signal })
  })
  return { volunteers: pages.flatMap(({ volunteers }) => volunteers), next: null }
}

/** The registry as a whole, or what of it passes the filter. */
export const useRegistry = (filter: VolunteerFilter) => {
  const api = useApi()
  return useQuery({
    queryKey: keys.registry(filter),
    queryFn: ({ signal }) => readVolunteers(api, filter, signal),
    placeholderData: keepPreviousData,
  })
}

/** Everybody by name, for whoever may see names: read once, and again when somebody new has come. */
export const useEverybody = () => {
  const api = useApi()
  return useQuery({
    queryKey: keys.everybody,
    queryFn: ({ signal }) => readVolunteers(api, {}, signal),
    enabled: useMay()('volunteer.read'),
    staleTime: Infinity,
  })
}
