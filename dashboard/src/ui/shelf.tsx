import type { ReactNode } from 'react'
import { useText } from '../text/context.tsx'
import { classes } from './classes.ts'
import { Empty, Loading } from './empty.tsx'
import { ProblemNote } from './problem-note.tsx'

interface Props {
  title: string
  count: string | undefined
  action: ReactNode
  query: { isPending: boolean; error: Error | null; refetch: () => Promise<unknown> }
  list: ReactNode
  /** Something is taken from the shelf: on a phone it is shown instead of the list. */
  isOpen: boolean
  /** Said while nothing is. */
  pick: string
  detail: ReactNode
  /** Dialogs. */
  children?: ReactNode
}

/** A list, and beside it what is chosen of it; on a phone one after the other. */
export const Shelf = ({ title, count, action, query, list, isOpen, pick, detail, children }: Props) => {
  const { word } = useText()
  return (
    <main id="isi" className="flex min-h-0 flex-1">
      <h1 className="sr-only">{title}</h1>
      <section
        aria-label={title}
        className={classes(
          'flex min-h-0 min-w-0 flex-col border-line bg-panel max-md:flex-1 md:w-80 md:shrink-0 md:border-r lg:w-[27rem]',
          isOpen && 'max-md:hidden',
        )}
      >
        <div className="flex min-h-14 flex-wrap items-center justify-between gap-2 border-b border-line px-3.5 py-2">
          <p className="text-[1.15rem] font-semibold">
            {title} <span className="text-[0.93rem] font-normal text-soft">{count}</span>
          </p>
          {action}
        </div>
        <div className="min-h-0 flex-1 overflow-y-auto">
          {query.error && (
            <div className="p-3">
              <ProblemNote error={query.error} onRetry={() => void query.refetch()} />
            </div>
          )}
          {query.isPending && <Loading label={word.loading} />}
          {list}
        </div>
      </section>
      <section
        aria-label={pick}
        className={classes('flex min-h-0 min-w-0 flex-1 flex-col bg-panel', !isOpen && 'max-md:hidden')}
      >
        {isOpen ? detail : <Empty title={pick} />}
      </section>
      {children}
    </main>
  )
}
