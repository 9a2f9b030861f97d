import { lazy, Suspense, useEffect } from 'react'
import { useParams } from 'react-router'
import { IncidentList } from '../panels/incidents/list.tsx'
import { Strip } from '../panels/incidents/strip.tsx'
import { useText } from '../text/context.tsx'
import { Loading } from '../ui/empty.tsx'
import { classes } from '../ui/classes.ts'
import { useWide } from '../ui/use-wide.ts'

const fetchPanel = async () => import('../panels/incident/detail.tsx')
const IncidentPanel = lazy(async () => ({ default: (await fetchPanel()).IncidentPanel }))
const CityPanel = lazy(async () => ({ default: (await import('../panels/incidents/city.tsx')).CityPanel }))

/** The desk: all incidents, and the one that is chosen. On a phone one after the other. */
export const OperationsPage = () => {
  const { frame, word } = useText()
  const { id } = useParams()
  const hasMap = useWide(id === undefined ? 48 : 80)
  useEffect(() => {
    // There before somebody chooses; if it does not come, choosing fetches it again and says what failed.
    fetchPanel().catch(() => undefined)
  }, [])
  return (
    <main id="isi" className="flex min-h-0 flex-1 flex-col">
      <h1 className="sr-only">{frame.incidents}</h1>
      <div className={classes(id !== undefined && 'max-md:hidden')}>
        <Strip />
      </div>
      <div className="flex min-h-0 flex-1">
        <div
          className={classes(
            'flex min-h-0 w-full flex-col border-line bg-panel md:w-80 md:shrink-0 md:border-r lg:w-[24rem]',
            id !== undefined && 'max-md:hidden',
          )}
        >
          <IncidentList selected={id} />
        </div>
        <div
          className={classes(
            'min-h-0 min-w-0 flex-1',
            id === undefined ? 'max-md:hidden' : 'border-r border-line max-xl:hidden',
          )}
        >
          {hasMap && (
            <Suspense fallback={<Loading label={word.loading} />}>
              <CityPanel selected={id} />
            </Suspense>
          )}
        </div>
        {id !== undefined && (
          <div className="flex min-h-0 min-w-0 flex-1 flex-col bg-panel xl:max-w-[36rem]">
            <Suspense fallback={<Loading label={word.loading} />}>
              <IncidentPanel key={id} id={id} />
            </Suspense>
          </div>
        )}
      </div>
    </main>
  )
}
