import { useInfiniteQuery } from '@tanstack/react-query'
import { useDeferredValue } from 'react'
import { hasEnded } from '#contracts/domain/incident/moves.ts'
import { useApi } from '../../api/context.tsx'
import { keys } from '../../api/keys.ts'
import { useText } from '../../text/context.tsx'
import { Button } from '../../ui/button.tsx'
import { Empty, Loading } from '../../ui/empty.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { IncidentRow } from './row.tsx'

const PAGE = 50

/** Incidents that are over, newest first, read page by page; the server searches. */
export const Archive = ({ q, selected }: { q: string; selected: string | undefined }) => {
  const { word, incident } = useText()
  const api = useApi()
  const wanted = useDeferredValue(q)
  const pages = useInfiniteQuery({
    queryKey: keys.archive(wanted),
    queryFn: ({ pageParam, signal }) =>
      api.call(
        'listIncidents',
        {
          query: {
            limit: PAGE,
            ...(wanted === '' ? {} : { q: wanted }),
            ...(pageParam === null ? {} : { before: pageParam }),
          },
        },
        { signal },
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
  })
  const ended = pages.data?.pages.flatMap((page) => page.incidents).filter(({ status }) => hasEnded(status))
  return (
    <div className="min-h-0 flex-1 overflow-y-auto">
      {pages.isError && (
        <div className="p-3">
          <ProblemNote error={pages.error} onRetry={() => void pages.refetch()} />
        </div>
      )}
      {pages.isPending && <Loading label={word.loading} />}
      {ended?.length === 0 && !pages.hasNextPage && (
        <Empty title={wanted === '' ? incident.list.archiveEmpty : incident.list.noMatch} />
      )}
      <ul>
        {ended?.map((one) => (
          <IncidentRow key={one.id} incident={one} selected={one.id === selected} />
        ))}
      </ul>
      {pages.hasNextPage && (
        <div className="p-3">
          <Button
            className="w-full"
            pending={pages.isFetchingNextPage}
            onClick={() => void pages.fetchNextPage()}
          >
            {word.showMore}
          </Button>
        </div>
      )}
    </div>
  )
}
