import { useAlarms } from '../api/queries.ts'
import { gravest, type StandingAlarm } from '../panels/alarms/sort.ts'
import { StandingAlarmRow } from '../panels/alarms/standing.tsx'
import { useText } from '../text/context.tsx'
import { Loading } from '../ui/empty.tsx'
import { ProblemNote } from '../ui/problem-note.tsx'

const Group = ({ title, alarms }: { title: string; alarms: readonly StandingAlarm[] }) =>
  alarms.length === 0 ? null : (
    <section aria-label={title} className="mt-4 min-w-0">
      <h2 className="heading-small mb-1.5">
        {title} ({alarms.length})
      </h2>
      <ul className="rounded-lg border border-line bg-panel">
        {alarms.map((alarm) => (
          <StandingAlarmRow
            key={`${alarm.incidentId ?? alarm.volunteerId ?? ''} ${alarm.id}`}
            alarm={alarm}
          />
        ))}
      </ul>
    </section>
  )

/** Every standing alarm of the agency, the gravest first. */
export const AlarmsPage = () => {
  const { incident, word } = useText()
  const { alarms: words } = incident
  const query = useAlarms()
  const alarms = query.data?.alarms.toSorted(gravest)
  return (
    <main id="isi" className="min-h-0 flex-1 overflow-y-auto px-4 py-4 lg:px-6">
      <div className="mx-auto max-w-[80rem]">
        <h1 className="text-[1.35rem] font-semibold">{words.title}</h1>
        {query.isError && !alarms && <ProblemNote error={query.error} onRetry={() => void query.refetch()} />}
        {query.isPending && <Loading label={word.loading} />}
        {alarms?.length === 0 && <p className="mt-2 text-soft">{words.none}</p>}
        {alarms && (
          <div className="grid items-start gap-x-5 has-[>:nth-child(2)]:lg:grid-cols-2">
            <Group title={words.unseenTitle} alarms={alarms.filter((one) => one.acknowledgedAt === null)} />
            <Group title={words.seen} alarms={alarms.filter((one) => one.acknowledgedAt !== null)} />
          </div>
        )}
      </div>
    </main>
  )
}
