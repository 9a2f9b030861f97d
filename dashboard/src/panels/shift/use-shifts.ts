import { useInfiniteQuery } from '@tanstack/react-query'
import { useApi } from '../../api/context.tsx'

/** Others write too, and a log is no fact of the live view: it is looked at again while it is open. */
const EVERY_MS = 15_000

/** The present shift and those before it, read page by page. */
export const useShifts = () => {
  const api = useApi()
  return useInfiniteQuery({
    queryKey: ['shifts'],
    queryFn: ({ pageParam, signal }) =>
      api.call('listShifts', { query: pageParam === null ? {} : { before: pageParam } }, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    refetchInterval: EVERY_MS,
  })
}
