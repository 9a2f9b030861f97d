import { useParams } from 'react-router'
import { IncidentPanel } from '../panels/incident/detail.tsx'
import { IncidentList } from '../panels/incidents/list.tsx'
import { Strip } from '../panels/incidents/strip.tsx'
import { useText } from '../text/context.tsx'
import { classes } from '../ui/classes.ts'
import { Empty } from '../ui/empty.tsx'

/** The desk: all incidents, and the one that is chosen. On a phone one after the other. */
export const OperationsPage = () => {
  const { incident, frame } = useText()
  const { id } = useParams()
  return (
    <main id="isi" className="flex min-h-0 flex-1 flex-col">
      <h1 className="sr-only">{frame.incidents}</h1>
      <div className={classes(id !== undefined && 'max-md:hidden')}>
        <Strip />
      </div>
      <div className="flex min-h-0 flex-1">
        <div
          className={classes(
            'flex min-h-0 w-full flex-col border-line bg-panel md:w-80 md:shrink-0 md:border-r lg:w-[27.5rem]',
            id !== undefined && 'max-md:hidden',
          )}
        >
          <IncidentList selected={id} />
        </div>
        <div
          className={classes(
            'flex min-h-0 min-w-0 flex-1 flex-col bg-panel',
            id === undefined && 'max-md:hidden',
          )}
        >
          {id === undefined ? <Empty title={incident.list.pick} /> : <IncidentPanel key={id} id={id} />}
        </div>
      </div>
    </main>
  )
}
