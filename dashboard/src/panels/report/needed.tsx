import { ListChecks } from 'lucide-react'
import { useProcedure } from '../../api/settings-queries.ts'
import { newKey } from '../../api/new-key.ts'
import { useText } from '../../text/context.tsx'
import { Button } from '../../ui/button.tsx'
import { NeedRows } from '../shared/need-rows.tsx'
import type { Draft } from './draft.ts'

/** Which volunteers are needed; the template of the hazard is one press away. */
export const Needed = ({ draft, set }: { draft: Draft; set: (change: Partial<Draft>) => void }) => {
  const { report, labels } = useText()
  const { hazard, needs } = draft
  const templates = useProcedure().data?.settings.needs
  return (
    <>
      {needs.length === 0 && (
        <p className="text-soft">{hazard === null ? report.noNeedsYet : report.noNeeds}</p>
      )}
      {hazard !== null && templates !== undefined && needs.length === 0 && (
        <Button
          icon={ListChecks}
          className="self-start"
          onClick={() => set({ needs: templates[hazard].map((row) => ({ ...row, key: newKey() })) })}
        >
          {report.template(labels.hazard[hazard].toLowerCase())}
        </Button>
      )}
      <NeedRows needs={needs} onChange={(next) => set({ needs: next })} newKey={newKey} />
    </>
  )
}
