import { useState } from 'react'
import { isUncertain, problemCode, ProblemError } from '../../../api/problem.ts'
import { useProcedure } from '../../../api/settings-queries.ts'
import { newKey } from '../../../api/new-key.ts'
import { useText } from '../../../text/context.tsx'
import { Button } from '../../../ui/button.tsx'
import { FormModal } from '../../../ui/dialog.tsx'
import { NeedRows, type EditableNeed } from '../../shared/need-rows.tsx'
import { needInput } from '../../shared/need-row.ts'
import { changedRows, notEdited, rebased } from './edited-needs.ts'
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

/** Only new and changed rows are sent, so that two people at the needs of one incident do not undo each other. */
export const EditNeeds = ({ detail, onClose }: DialogProps) => {
  const { dialogs, report, labels, word, incident: words } = useText()
  const { incident } = detail
  const act = useClosingAct('setNeeds', dialogs.done.needs, onClose)
  const [written, setWritten] = useState(() => notEdited(incident.needs))
  // While it is not known whether it was made, only the same can be sent again, under the same key: what we heard meanwhile may be our
  // own, and a new row would be a second need if it was changed before it is sent again.
  const unsettled = act.isPending || isUncertain(act.error)
  const edited = unsettled ? written : rebased(written, incident.needs)
  const needs = edited.rows.filter(({ gone }) => !gone)
  const changed = changedRows(edited)
  const setNeeds = (rows: EditableNeed[]): void => setWritten({ ...edited, rows })
  const [named, setNamed] = useState<string[]>([])
  const template = useProcedure().data?.settings.needs[incident.hazard]
  const fromTemplate = (): EditableNeed[] => (template ?? []).map((row) => ({ ...row, key: newKey() }))
  const [shrinking, setShrinking] = useState<Shrinking | null>(null)

  const send = (standDown: readonly string[]): void => {
    setWritten(edited)
    act.mutate(
      {
        params: { id: incident.id },
        body: { needs: changed.map(needInput), standDown: [...standDown] },
      },
      {
        onError: (error) =>
          setShrinking((known) =>
            // Somebody dropped it meanwhile: back to the rows, where that is said.
            problemCode(error) === 'unknown_need' ? null : (shrinkingOf(error) ?? known),
          ),
      },
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
        unsettled={unsettled}
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
      disabled={changed.length === 0 || edited.rows.length > needs.length}
      unsettled={unsettled}
      error={act.error}
      onSubmit={() => send([])}
      onClose={onClose}
    >
      {edited.rows.length === 0 && template !== undefined && (
        <Button className="self-start" onClick={() => setNeeds(fromTemplate())}>
          {report.template(labels.hazard[incident.hazard].toLowerCase())}
        </Button>
      )}
      <NeedRows needs={edited.rows} onChange={setNeeds} newKey={newKey} />
      {needs.length > 0 && (
        <p className="text-soft">{words.needs.total(needs.reduce((sum, need) => sum + need.quantity, 0))}</p>
      )}
    </FormModal>
  )
}
