import { useQuery } from '@tanstack/react-query'
import type { Streets } from '#contracts/wire/streets.ts'
import { keys } from '../api/keys.ts'

const ADDRESS = '/map/streets.json'

const fetchStreets = async (signal: AbortSignal): Promise<Streets | null> => {
  const answer = await fetch(ADDRESS, { signal })
  const isJson = answer.headers.get('content-type')?.startsWith('application/json') ?? false
  // The server has checked its configuration before it started.
  return answer.status === 200 && isJson ? ((await answer.json()) as Streets) : null
}

/** The configured streets (`MAP_TILES`, `MAP_PMTILES` or `MAP_STYLE`), read once; null without them, and while they are on their way. */
export const useStreetsFile = (): Streets | null =>
  useQuery({
    queryKey: keys.streets,
    queryFn: ({ signal }) => fetchStreets(signal),
    staleTime: Infinity,
  }).data ?? null
