import { useState } from 'react'
import type { IncidentDetail } from '#contracts/wire/routes/views.ts'
import { problemCode, ProblemError } from '../../../api/problem.ts'
import { useProcedure } from '../../../api/settings-queries.ts'
import { newKey } from '../../../api/new-key.ts'
import { useText } from '../../../text/context.tsx'
import { Button } from '../../../ui/button.tsx'
import { FormModal } from '../../../ui/dialog.tsx'
import { NeedRows, type EditableNeed } from '../../shared/need-rows.tsx'
import { needInput } from '../../shared/need-row.ts'
import type { DialogProps } from './host.tsx'
import { StandDownChoice } from './stand-down-choice.tsx'
import { useClosingAct } from './use-closing-act.ts'

/** Which need is to shrink below its people, and whom the server proposes to call home. */
interface Shrinking {
  needId: string
  suggested: string[]
}

const shrinkingOf = (error: Error | null): Shrinking | null => {
  if (!(error instanceof ProblemError) || problemCode(error) !== 'confirm_stand_down') return null
  const { needId, suggested } = error.problem.detail ?? {}
  if (typeof needId !== 'string' || !Array.isArray(suggested)) return null
  return { needId, suggested: suggested.filter((one) => typeof one === 'string') }
}

const rowsOf = ({ incident }: IncidentDetail): EditableNeed[] =>
  incident.needs.map(({ id, task, vehicle, skill, quantity }) => ({
    key: id,
    needId: id,
    task,
    vehicle,
    skill,
    quantity,
  }))

export const EditNeeds = ({ detail, onClose }: DialogProps) => {
  const { dialogs, report, labels, word, incident: words } = useText()
  const { incident } = detail
  const act = useClosingAct('setNeeds', dialogs.done.needs, onClose)
  const [needs, setNeeds] = useState(() => rowsOf(detail))
  const [named, setNamed] = useState<string[]>([])
  const template = useProcedure().data?.settings.needs[incident.hazard]
  const fromTemplate = (): EditableNeed[] => (template ?? []).map((row) => ({ ...row, key: newKey() }))
  const [shrinking, setShrinking] = useState<Shrinking | null>(null)

  const send = (standDown: readonly string[]): void => {
    act.mutate(
      {
        params: { id: incident.id },
        body: { needs: needs.map(needInput), standDown: [...standDown] },
      },
      { onError: (error) => setShrinking((known) => shrinkingOf(error) ?? known) },
    )
  }
  if (shrinking)
    return (
      <StandDownChoice
        key={shrinking.needId}
        detail={detail}
        needId={shrinking.needId}
        suggested={shrinking.suggested}
        pending={act.isPending}
        error={shrinkingOf(act.error) ? null : act.error}
        onConfirm={(chosen) => {
          // Several needs may shrink at once; the server asks for their names one need at a time.
          const all = [...new Set([...named, ...chosen])]
          setNamed(all)
          send(all)
        }}
        onClose={onClose}
      />
    )
  return (
    <FormModal
      wide
      title={dialogs.needs.title}
      intro={incident.needs.length > 0 ? dialogs.needs.intro : undefined}
      submit={word.save}
      pending={act.isPending}
      disabled={needs.length === 0}
      error={act.error}
      onSubmit={() => send([])}
      onClose={onClose}
    >
      {needs.length === 0 && template !== undefined && (
        <Button className="self-start" onClick={() => setNeeds(fromTemplate())}>
          {report.template(labels.hazard[incident.hazard].toLowerCase())}
        </Button>
      )}
      <NeedRows needs={needs} onChange={setNeeds} newKey={newKey} />
      {needs.length > 0 && (
        <p className="text-soft">{words.needs.total(needs.reduce((sum, need) => sum + need.quantity, 0))}</p>
      )}
    </FormModal>
  )
}
