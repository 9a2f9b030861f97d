import { CloudRain, LifeBuoy } from 'lucide-react'
import { useAlarms } from '../../api/queries.ts'
import { labelOf } from '../../text/catalogue.ts'
import { useOfficeText } from '../../text/office/use-office-text.ts'
import { Elapsed } from '../../ui/running.tsx'
import { useLastPlace } from '../shared/last-place.ts'
import { systemIcon as SystemIcon } from '../alarms/icons.ts'
import { useWeather } from '../frame/use-weather.ts'

const line = 'flex min-h-14 shrink-0 items-center gap-3 border-b border-line px-4 text-[1.4rem] font-semibold'

/** No name of anybody on a wall, but where to look for him. */
const Where = ({ volunteerId }: { volunteerId: string }) => (
  <span className="min-w-0 truncate">{useLastPlace(volunteerId)}</span>
)

/** What belongs to no incident: a call for help of somebody without a task, what is wrong with the platform itself, and weather. */
export const WallNotices = () => {
  const { match, incident } = useOfficeText()
  const { data, isError } = useAlarms()
  const weather = useWeather()
  const calls = data?.alarms.filter((one) => one.incidentId === null && one.acknowledgedAt === null) ?? []
  return (
    <>
      {isError && (
        <p role="status" className={`${line} bg-kritis-tint`}>
          <SystemIcon aria-hidden size={26} className="shrink-0 text-kritis" />
          {incident.alarms.unread}
        </p>
      )}
      {calls.map(({ id, since, volunteerId }) => (
        <p key={id} className={`${line} bg-kritis-mark text-on-mark`}>
          <LifeBuoy aria-hidden size={26} />
          {incident.alarms.kinds.sos} <Elapsed since={since} sign="+" />
          {volunteerId !== null && <Where volunteerId={volunteerId} />}
        </p>
      ))}
      {data?.system.map(({ code, since }) => (
        <p key={code} className={`${line} bg-raised`}>
          <SystemIcon aria-hidden size={26} className="text-tinggi" />
          {labelOf(match.system, code)} {since !== null && <Elapsed since={since} />}
        </p>
      ))}
      {weather !== null && (
        <p className={`${line} bg-raised`}>
          <CloudRain aria-hidden size={26} className="text-soft" />
          {weather}
        </p>
      )}
    </>
  )
}
