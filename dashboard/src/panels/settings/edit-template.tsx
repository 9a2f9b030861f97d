import { useState } from 'react'
import { differencesBetween } from '#contracts/domain/difference.ts'
import type { Hazard } from '#contracts/domain/words.ts'
import type { ProcedureView } from '#contracts/wire/routes/procedure.ts'
import { newKey } from '../../api/new-key.ts'
import { useSettingsAct } from '../../api/settings-queries.ts'
import { useOfficeText } from '../../text/office/use-office-text.ts'
import { FormModal } from '../../ui/dialog.tsx'
import { useAnnounce } from '../../ui/toast.tsx'
import { needInput } from '../shared/need-row.ts'
import { NeedRows } from '../shared/need-rows.tsx'
import { ConfirmChange } from './confirm.tsx'

interface Props {
  hazard: Hazard
  procedure: ProcedureView
  onClose: () => void
}

/** The rows of one hazard; then what would become different, and why. */
export const EditTemplate = ({ hazard, procedure, onClose }: Props) => {
  const { settings: words, labels } = useOfficeText()
  const announce = useAnnounce()
  const present = procedure.settings.needs[hazard]
  const [rows, setRows] = useState(() => present.map((row) => ({ ...row, key: newKey() })))
  const [asking, setAsking] = useState(false)
  const act = useSettingsAct('changeProcedure', () => {
    onClose()
    announce(words.confirm.done)
  })
  const wanted = rows.map(needInput)
  const differences = differencesBetween({ [`needs.${hazard}`]: present }, { [`needs.${hazard}`]: wanted })
  if (asking)
    return (
      <ConfirmChange
        intro={words.confirm.needs}
        differences={differences}
        pending={act.isPending}
        error={act.error}
        onSubmit={(reason) =>
          act.mutate({
            body: { expected: procedure.number, change: { needs: { [hazard]: wanted } }, reason },
          })
        }
        onClose={() => setAsking(false)}
      />
    )
  return (
    <FormModal
      wide
      title={words.editTemplate(labels.hazard[hazard].toLowerCase())}
      intro={words.needsHint}
      submit={words.review}
      pending={false}
      disabled={differences.length === 0}
      error={null}
      onSubmit={() => setAsking(true)}
      onClose={onClose}
    >
      {rows.length === 0 && <p className="text-soft">{words.noRows}</p>}
      <NeedRows needs={rows} onChange={setRows} newKey={newKey} />
    </FormModal>
  )
}
