import { PhoneCall } from 'lucide-react'
import { useState } from 'react'
import { hasEnded } from '#contracts/domain/incident/moves.ts'
import { awaitsCallback } from '#contracts/domain/incident/read.ts'
import type { Incident } from '#contracts/domain/incident/state.ts'
import { useMay } from '../../session/context.tsx'
import { useSpeech } from '../../text/context.tsx'
import { useNow } from '../../time/now.tsx'
import { shortMoment } from '../../time/wita.ts'
import { Button } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { ActButton } from './act-button.tsx'
import { useAsk } from './questions.tsx'

/** Whether the reporter waits for a call, since when he should have had it, and that he was called. */
export const CallbackState = ({ incident }: { incident: Pick<Incident, 'callback'> }) => {
  const { text, language } = useSpeech()
  const { phone: words } = text
  const now = useNow(15_000)
  const { callback } = incident
  if (callback === undefined) return null
  if (callback.doneAt !== null)
    return <Chip icon={PhoneCall}>{words.called(shortMoment(callback.doneAt, now, language))}</Chip>
  const late = Date.parse(callback.at) < now
  return (
    <Chip icon={PhoneCall} tone={late ? 'trouble' : 'ink'}>
      {(late ? words.overdue : words.due)(shortMoment(callback.at, now, language))}
    </Chip>
  )
}

/** The call back to the reporter: promised, done, or promised anew. */
export const Callback = ({ incident }: { incident: Incident }) => {
  const { phone: words } = useSpeech().text
  const may = useMay()('incident.call')
  const ask = useAsk()
  const [problem, setProblem] = useState<Error | null>(null)
  const waits = awaitsCallback(incident)
  return (
    <div className="flex flex-col gap-1">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <CallbackState incident={incident} />
        {may && waits && (
          <ActButton
            size="small"
            name="finishCallback"
            input={{ params: { id: incident.id }, body: {} }}
            label={words.finish}
            done={words.finished}
            onProblem={setProblem}
          />
        )}
        {may && incident.reporterId !== null && !hasEnded(incident.status) && (
          <Button size="small" look="plain" onClick={() => ask({ ask: 'callback' })}>
            {waits ? words.replan : words.plan}
          </Button>
        )}
      </div>
      {problem && <ProblemNote acting error={problem} />}
    </div>
  )
}
