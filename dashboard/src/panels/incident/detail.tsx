import { useMemo } from 'react'
import type { IncidentDetail, VolunteerView } from '#contracts/wire/routes/views.ts'
import { problemCode } from '../../api/problem.ts'
import { useIncident } from '../../api/queries.ts'
import { useEverybody } from '../../api/registry.ts'
import { useLive } from '../../live/provider.tsx'
import { useMay } from '../../session/context.tsx'
import { useText } from '../../text/context.tsx'
import { Loading } from '../../ui/empty.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { useShortcuts } from '../../ui/shortcuts.tsx'
import { ZonesHere } from '../zones/here.tsx'
import { IncidentAlarms } from './alarms.tsx'
import { bestKnown } from './best-known.ts'
import { Contact } from './contact.tsx'
import { Head } from './head.tsx'
import { Jumps } from './jumps.tsx'
import { Needs } from './needs.tsx'
import { nextToFill } from './next-to-fill.ts'
import { Notes } from './notes.tsx'
import { Photos } from './photos.tsx'
import { Particulars } from './particulars.tsx'
import { Questions, useAsk } from './questions.tsx'
import { stepsFor } from './steps.ts'
import { Timeline } from './timeline.tsx'
import { Trc } from './trc.tsx'

const Shortcuts = ({ detail: { incident } }: { detail: IncidentDetail }) => {
  const ask = useAsk()
  const may = useMay()
  const need = nextToFill(incident)
  useShortcuts({
    Enter: () => document.getElementById('rincian')?.focus(),
    e: () => {
      if (stepsFor(incident, may).includes('escalate')) ask({ ask: 'escalate' })
    },
    a: () => {
      if (need && may('incident.assign')) ask({ ask: 'assign', needId: need.id, replaces: null })
    },
  })
  return null
}

const nobody: readonly VolunteerView[] = []

/** One incident: what it is, what it needs, who serves it, and what happened. */
export const IncidentPanel = ({ id }: { id: string }) => {
  const { word } = useText()
  const query = useIncident(id)
  const folded = useLive(({ city }) => city?.incidents.get(id))
  const everybody = useEverybody().data?.volunteers ?? nobody
  // What the live view knows stands at once; the words that it does not carry follow.
  const detail = useMemo(() => bestKnown(query.data, folded, everybody), [query.data, folded, everybody])
  if (detail === undefined)
    return query.isError ? (
      <div className="p-4">
        <ProblemNote
          error={query.error}
          {...(problemCode(query.error) === 'not_found' ? {} : { onRetry: () => void query.refetch() })}
        />
      </div>
    ) : (
      <Loading label={word.loading} />
    )
  return (
    <Questions detail={detail}>
      <Shortcuts detail={detail} />
      <article
        tabIndex={-1}
        id="rincian"
        data-file={query.data?.incident.id}
        className="flex min-h-0 flex-1 flex-col overflow-y-auto outline-none"
      >
        {query.isError && query.data === undefined && (
          <div className="p-4">
            <ProblemNote error={query.error} onRetry={() => void query.refetch()} />
          </div>
        )}
        <IncidentAlarms detail={detail} />
        <Head detail={detail} />
        <ZonesHere incident={detail.incident} />
        <Jumps detail={detail} />
        <div className="flex-1 lg:max-xl:grid lg:max-xl:grid-cols-[minmax(0,1fr)_minmax(15rem,19rem)]">
          <div className="min-w-0 lg:max-xl:border-r lg:max-xl:border-line">
            <Needs detail={detail} />
            <Contact detail={detail} />
            <Photos detail={detail} />
          </div>
          <div className="min-w-0 max-lg:border-t max-lg:border-line xl:border-t xl:border-line">
            <Particulars detail={detail} />
            <Trc incident={detail.incident} />
            <Notes detail={detail} />
            <Timeline detail={detail} />
          </div>
        </div>
      </article>
    </Questions>
  )
}
