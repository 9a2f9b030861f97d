import { ListChecks } from 'lucide-react'
import { useRef } from 'react'
import { useProcedure } from '../../api/settings-queries.ts'
import { newKey } from '../../api/new-key.ts'
import { useText } from '../../text/context.tsx'
import { Button } from '../../ui/button.tsx'
import { NeedRows } from '../shared/need-rows.tsx'
import type { Draft } from './draft.ts'
import { fromTemplate, isOfAnother } from './template.ts'

/** Which volunteers are needed; the template of the hazard is one press away. */
export const Needed = ({ draft, set }: { draft: Draft; set: (change: Partial<Draft>) => void }) => {
  const { report, labels } = useText()
  const { hazard, needs, needsFor } = draft
  const templates = useProcedure().data?.settings.needs
  const isOther = isOfAnother(draft)
  const add = useRef<HTMLButtonElement>(null)
  const kind = hazard === null ? '' : labels.hazard[hazard].toLowerCase()
  return (
    <>
      {needs.length === 0 && (
        <p className="text-soft">{hazard === null ? report.noNeedsYet : report.noNeeds}</p>
      )}
      {isOther && needsFor !== null && (
        <p role="status" className="text-soft">
          {report.needsOfAnother(labels.hazard[needsFor].toLowerCase())}
        </p>
      )}
      {hazard !== null && templates !== undefined && (needs.length === 0 || isOther) && (
        <Button
          icon={ListChecks}
          className="self-start"
          onClick={() => {
            set(fromTemplate(templates, hazard, newKey))
            // This button goes: who is at the keyboard goes on behind the rows.
            add.current?.focus()
          }}
        >
          {isOther ? report.replaceByTemplate(kind) : report.template(kind)}
        </Button>
      )}
      <NeedRows
        needs={needs}
        onChange={(next) => set({ needs: next, needsFor: needs.length === 0 ? hazard : needsFor })}
        newKey={newKey}
        addRef={add}
      />
    </>
  )
}
