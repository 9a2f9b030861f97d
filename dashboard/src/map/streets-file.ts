import { useQuery } from '@tanstack/react-query'
import { keys } from '../api/keys.ts'

/** A street layer that the agency configured (`MAP_TILES`). */
export interface Streets {
  url: string
  attribution: string
}

const ADDRESS = '/map/streets.json'

const fetchStreets = async (signal: AbortSignal): Promise<Streets | null> => {
  const answer = await fetch(ADDRESS, { signal })
  const isJson = answer.headers.get('content-type')?.startsWith('application/json') ?? false
  // The server has checked its configuration before it started.
  return answer.status === 200 && isJson ? ((await answer.json()) as Streets) : null
}

/** The configured street layer, read once; null without one, and while it is on its way. */
export const useStreetsFile = (): Streets | null =>
  useQuery({
    queryKey: keys.streets,
    queryFn: ({ signal }) => fetchStreets(signal),
    staleTime: Infinity,
  }).data ?? null
