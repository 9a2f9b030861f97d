import { ArrowRight } from 'lucide-react'
import { useText } from '../../../text/context.tsx'
import { FormModal } from '../../../ui/dialog.tsx'
import { SeverityMark, SeverityWord } from '../../../ui/severity-mark.tsx'
import { graver } from '../../shared/severities.ts'
import type { DialogProps } from './host.tsx'
import { useClosingAct } from './use-closing-act.ts'

/** One step graver: it weighs more in matching, its deadlines are those of the new severity, and the gravest asks for the TRC. */
export const Escalate = ({ detail, onClose }: DialogProps) => {
  const words = useText().incident.escalation
  const { id, severity } = detail.incident
  const to = graver(severity)
  const act = useClosingAct('correctIncident', words.done, onClose)
  return (
    <FormModal
      title={words.title}
      intro={words.intro}
      submit={words.confirm}
      pending={act.isPending}
      disabled={to === null}
      error={act.error}
      onSubmit={() => {
        if (to !== null) act.mutate({ params: { id }, body: { severity: to } })
      }}
      onClose={onClose}
    >
      <p className="flex flex-wrap items-center gap-2">
        <SeverityMark severity={severity} />
        <SeverityWord severity={severity} />
        {to !== null && (
          <>
            <ArrowRight aria-hidden size={16} className="text-faint" />
            <SeverityMark severity={to} />
            <SeverityWord severity={to} />
          </>
        )}
      </p>
    </FormModal>
  )
}
