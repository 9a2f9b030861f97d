import { useState } from 'react'
import { hasEnded } from '#contracts/domain/incident/moves.ts'
import type { Incident } from '#contracts/domain/incident/state.ts'
import { useMay } from '../../session/context.tsx'
import { useSpeech } from '../../text/context.tsx'
import { useNow } from '../../time/now.tsx'
import { shortMoment } from '../../time/wita.ts'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { Section } from '../../ui/section.tsx'
import { ActButton } from './act-button.tsx'

/** The agency's own quick reaction team: departed, arrived. */
export const Trc = ({ incident }: { incident: Incident }) => {
  const { text, language } = useSpeech()
  const { trc } = text.incident
  const may = useMay()
  const now = useNow(30_000)
  const [problem, setProblem] = useState<Error | null>(null)
  const { departedAt, arrivedAt } = incident.trc
  const acting = may('incident.trc') && !hasEnded(incident.status)
  const rows = [
    {
      step: 'departed',
      label: trc.departed,
      at: departedAt,
      next: departedAt === null && arrivedAt === null,
    },
    { step: 'arrived', label: trc.arrived, at: arrivedAt, next: arrivedAt === null },
  ] as const
  return (
    <Section title={trc.title}>
      <ul className="flex flex-wrap items-center gap-x-5 gap-y-1.5">
        {rows.map(({ step, label, at, next }) => (
          <li key={step} className="flex min-h-7 items-center gap-2">
            {at === null && next && acting ? (
              <ActButton
                size="small"
                name="trcIncident"
                input={{ params: { id: incident.id }, body: { step } }}
                label={label}
                done={text.dialogs.done.trc}
                onProblem={setProblem}
              />
            ) : (
              <>
                <span className="text-soft">{label}</span>
                <span className={at === null ? 'text-faint' : 'font-semibold'}>
                  {at === null ? trc.notYet : shortMoment(at, now, language)}
                </span>
              </>
            )}
          </li>
        ))}
      </ul>
      {problem && (
        <div className="mt-2">
          <ProblemNote acting error={problem} />
        </div>
      )}
    </Section>
  )
}
