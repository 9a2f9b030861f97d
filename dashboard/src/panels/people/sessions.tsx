import { MonitorSmartphone } from 'lucide-react'
import { useOfficeText } from '../../text/office/use-office-text.ts'
import { useMoment } from '../../time/moment.tsx'
import { Button } from '../../ui/button.tsx'

interface Session {
  /** Whose it is, where several people's are shown. */
  of?: string
  sid: string
  device: string | null
  lastUsedAt: string
  expiresAt: string
  current?: boolean
}

interface Props {
  sessions: readonly Session[]
  /** The sign-in that is being ended. */
  ending: string | null
  onEnd: (sid: string) => void
}

/** Where somebody is signed in, the latest first. */
export const Sessions = ({ sessions, ending, onEnd }: Props) => {
  const { people: words } = useOfficeText()
  const moment = useMoment()
  if (sessions.length === 0) return <p className="text-soft">{words.noSessions}</p>
  return (
    <ul>
      {sessions.map(({ of, sid, device, lastUsedAt, expiresAt, current = false }) => (
        <li
          key={sid}
          className="flex min-h-12 items-center justify-between gap-3 border-t border-line py-1.5 first:border-t-0"
        >
          <span className="flex min-w-0 items-center gap-2.5">
            <MonitorSmartphone aria-hidden size={18} className="shrink-0 text-soft" />
            <span className="min-w-0">
              {of !== undefined && <span className="block font-medium">{of}</span>}
              <span className={of === undefined ? 'font-medium' : undefined}>
                {device ?? words.unknownDevice}
              </span>
              {current && <span className="text-soft"> · {words.thisOne}</span>}
              <span className="block text-[0.88rem] text-faint">
                {words.used(moment(lastUsedAt))} · {words.until(moment(expiresAt))}
              </span>
            </span>
          </span>
          {!current && (
            <Button
              size="small"
              aria-label={`${words.end}: ${of === undefined ? '' : `${of}, `}${device ?? words.unknownDevice}, ${words.used(moment(lastUsedAt))}`}
              pending={ending === sid}
              onClick={() => onEnd(sid)}
            >
              {words.end}
            </Button>
          )}
        </li>
      ))}
    </ul>
  )
}
