import type { ReactNode } from 'react'
import { useOfficeText } from '../../text/office/use-office-text.ts'
import { Button } from '../../ui/button.tsx'
import { Empty, Loading } from '../../ui/empty.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'

interface Pages {
  isError: boolean
  isPending: boolean
  error: Error | null
  hasNextPage: boolean
  isFetchingNextPage: boolean
  refetch: () => Promise<unknown>
  fetchNextPage: () => Promise<unknown>
}

/** A list that is read page by page: what is there, how it is read on, and what is said when there is nothing. */
export const PagedList = ({
  pages,
  count,
  none,
  children,
}: {
  pages: Pages
  count: number
  none: string
  children: ReactNode
}) => {
  const { word } = useOfficeText()
  return (
    <>
      {pages.isError && pages.error && (
        <div className="p-3">
          <ProblemNote error={pages.error} onRetry={() => void pages.refetch()} />
        </div>
      )}
      {pages.isPending && <Loading label={word.loading} />}
      {!pages.isPending && !pages.isError && count === 0 && <Empty title={none} />}
      {children}
      {pages.hasNextPage && (
        <div className="p-3.5">
          <Button pending={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
            {word.showMore}
          </Button>
        </div>
      )}
    </>
  )
}
