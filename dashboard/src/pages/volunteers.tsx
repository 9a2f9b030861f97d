import { Radar, UserPlus } from 'lucide-react'
import { useDeferredValue, useState } from 'react'
import { Link, useParams } from 'react-router'
import type { VolunteerFilter } from '../api/queries.ts'
import { useRegistry } from '../api/registry.ts'
import { VolunteerPanel } from '../panels/volunteers/detail.tsx'
import { VolunteerFilters } from '../panels/volunteers/filters.tsx'
import { VolunteerList } from '../panels/volunteers/list.tsx'
import { Register } from '../panels/volunteers/register.tsx'
import { VolunteersSummary } from '../panels/volunteers/summary.tsx'
import { useMay } from '../session/context.tsx'
import { useText } from '../text/context.tsx'
import { Button } from '../ui/button.tsx'
import { classes } from '../ui/classes.ts'
import { Empty, Loading } from '../ui/empty.tsx'
import { ProblemNote } from '../ui/problem-note.tsx'

/** The registry: who may be asked, who is on duty, and where. */
export const VolunteersPage = () => {
  const { volunteers: words, frame, word } = useText()
  const may = useMay()
  const { id } = useParams()
  const [filter, setFilter] = useState<VolunteerFilter>({})
  const [registering, setRegistering] = useState(false)
  const query = useRegistry(useDeferredValue(filter))
  const found = query.data?.volunteers
  const filtered = Object.keys(filter).length > 0
  return (
    <main id="isi" className="flex min-h-0 flex-1">
      <h1 className="sr-only">{words.title}</h1>
      <section
        aria-label={words.title}
        className={classes(
          'flex min-h-0 min-w-0 flex-1 flex-col bg-panel',
          id !== undefined && 'max-md:hidden',
        )}
      >
        <div className="flex flex-wrap items-center justify-between gap-2 px-3.5 pt-3">
          <p className="text-[1.15rem] font-semibold">
            {words.title}{' '}
            {found && (
              <span className="text-[0.93rem] font-normal text-soft">{words.count(found.length)}</span>
            )}
          </p>
          <span className="flex flex-wrap items-center gap-x-4 gap-y-1">
            <Link
              to="/jangkauan"
              className="inline-flex min-h-9 items-center gap-1.5 font-medium text-accent underline underline-offset-4 pointer-coarse:min-h-11"
            >
              <Radar aria-hidden size={16} /> {frame.coverage}
            </Link>
            {may('volunteer.register') && (
              <Button icon={UserPlus} onClick={() => setRegistering(true)}>
                {words.register}
              </Button>
            )}
          </span>
        </div>
        <VolunteerFilters filter={filter} onChange={setFilter} />
        <div className="min-h-0 flex-1 overflow-y-auto">
          {query.isError && !found && (
            <div className="p-3">
              <ProblemNote error={query.error} onRetry={() => void query.refetch()} />
            </div>
          )}
          {query.isPending && <Loading label={word.loading} />}
          {found?.length === 0 &&
            (filtered ? (
              <Empty title={words.noMatch} />
            ) : (
              <Empty title={words.empty} hint={words.emptyHint} />
            ))}
          {found && <VolunteerList volunteers={found} selected={id} />}
        </div>
      </section>
      <aside
        aria-label={words.title}
        className={classes(
          'flex min-h-0 min-w-0 flex-col border-line bg-panel md:w-[24rem] md:shrink-0 md:border-l xl:w-[28rem]',
          id === undefined ? 'max-md:hidden' : 'max-md:flex-1',
        )}
      >
        {id === undefined ? <VolunteersSummary /> : <VolunteerPanel key={id} id={id} />}
      </aside>
      {registering && <Register onClose={() => setRegistering(false)} />}
    </main>
  )
}
