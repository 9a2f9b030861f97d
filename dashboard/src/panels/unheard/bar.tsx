import { useQueryClient } from '@tanstack/react-query'
import { CircleAlert, X } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Link } from 'react-router'
import type { IncidentDetail } from '#contracts/wire/routes/views.ts'
import { keys } from '../../api/keys.ts'
import { useSpeech } from '../../text/context.tsx'
import { IconButton } from '../../ui/button.tsx'
import { unheardSaying } from './saying.ts'
import { watchUnheard, type Unheard } from './watch.ts'

const Row = ({ unheard, onSeen }: { unheard: Unheard; onSeen: () => void }) => {
  const { text, language } = useSpeech()
  const { contact, word } = text
  const { incidentId } = unheard
  const detail = useQueryClient().getQueryData<IncidentDetail>(keys.incident(incidentId ?? ''))
  const { what, why } = unheardSaying(unheard, detail?.incident.number ?? null, text, language)
  return (
    <div
      role="alert"
      className="flex items-start gap-2.5 rounded-md border border-kritis/50 bg-kritis-tint px-3 py-2"
    >
      <CircleAlert aria-hidden size={18} className="mt-px shrink-0 text-kritis" />
      <p className="min-w-0 flex-1">
        <span className="font-semibold">{what}</span> <span className="text-soft">{why}</span>{' '}
        {incidentId !== null && (
          <Link to={`/kejadian/${incidentId}`} className="underline">
            {contact.upload.open}
          </Link>
        )}
      </p>
      <IconButton icon={X} label={word.close} onClick={onSeen} />
    </div>
  )
}

/** On every page, until somebody takes it away: what failed when its button or dialog was gone from the screen. */
export const UnheardBar = () => {
  const queries = useQueryClient()
  const [unheard, setUnheard] = useState<readonly Unheard[]>([])
  useEffect(
    () => watchUnheard(queries.getMutationCache(), (one) => setUnheard((known) => [...known, one])),
    [queries],
  )
  if (unheard.length === 0) return null
  return (
    <div className="flex max-h-40 shrink-0 flex-col gap-1 overflow-y-auto border-b border-line bg-panel px-3 py-2 lg:px-4">
      {unheard.map((one) => (
        <Row
          key={one.id}
          unheard={one}
          onSeen={() => setUnheard((known) => known.filter(({ id }) => id !== one.id))}
        />
      ))}
    </div>
  )
}
