import { useState } from 'react'
import { Link } from 'react-router'
import { awaitsCallback } from '#contracts/domain/incident/read.ts'
import type { Incident } from '#contracts/domain/incident/state.ts'
import { useLive } from '../../live/provider.tsx'
import { useMay } from '../../session/context.tsx'
import { useOfficeText } from '../../text/office/use-office-text.ts'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { ActButton } from '../incident/act-button.tsx'
import { CallbackState } from '../incident/callback.tsx'
import { useAreas } from '../shared/areas.ts'

const Waiting = ({ incident }: { incident: Incident }) => {
  const { labels, phone: words } = useOfficeText()
  const areas = useAreas()
  const may = useMay()('incident.call')
  const [problem, setProblem] = useState<Error | null>(null)
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 px-3 py-1.5">
      <Link
        to={`/kejadian/${incident.id}`}
        className="min-w-0 font-medium underline decoration-line underline-offset-4 hover:decoration-current"
      >
        {incident.number.split('-').at(-1)} · {labels.hazard[incident.hazard]}, {areas.nameOf(incident.place)}
      </Link>
      <CallbackState incident={incident} />
      {may && (
        <span className="ml-auto">
          <ActButton
            size="small"
            name="finishCallback"
            input={{ params: { id: incident.id }, body: {} }}
            label={words.finish}
            done={words.finished}
            onProblem={setProblem}
          />
        </span>
      )}
      {problem && <ProblemNote acting error={problem} />}
    </li>
  )
}

/** Reporters who wait for a call, the earliest first; also of reports that have been decided within the day. */
export const Callbacks = () => {
  const { phone: words } = useOfficeText()
  const incidents = useLive(({ city }) => city?.incidents)
  const waiting = [...(incidents?.values() ?? [])]
    .map(({ state }) => state)
    .filter(awaitsCallback)
    .toSorted((a, b) => (a.callback?.at ?? '').localeCompare(b.callback?.at ?? ''))
  if (waiting.length === 0) return null
  return (
    <section aria-label={words.wanted} className="rounded-lg border border-line bg-panel">
      <h2 className="border-b border-line px-3 py-1.5 font-semibold">
        {words.wanted} <span className="font-normal text-soft">{waiting.length}</span>
      </h2>
      <ul className="divide-y divide-line">
        {waiting.map((incident) => (
          <Waiting key={incident.id} incident={incident} />
        ))}
      </ul>
    </section>
  )
}
