import { Pencil } from 'lucide-react'
import { useState } from 'react'
import type { Hazard } from '#contracts/domain/words.ts'
import type { ProcedureView } from '#contracts/wire/routes/procedure.ts'
import { useMay } from '../../session/context.tsx'
import { codesOf } from '../../text/codes.ts'
import { useOfficeText } from '../../text/office/use-office-text.ts'
import { IconButton } from '../../ui/button.tsx'
import { EditTemplate } from './edit-template.tsx'
import { ProcedurePart } from './procedure-part.tsx'
import { rowWords } from './say.ts'
import { Standing } from './standing.tsx'

const Templates = ({ procedure }: { procedure: ProcedureView }) => {
  const text = useOfficeText()
  const { settings: words, labels } = text
  const may = useMay()('policy.change')
  const [editing, setEditing] = useState<Hazard | null>(null)
  const { needs } = procedure.settings
  return (
    <>
      <Standing {...procedure} />
      <section aria-label={words.needsTitle} className="rounded-lg border border-line bg-panel">
        <div className="border-b border-line px-4 py-2">
          <h3 className="font-semibold">{words.needsTitle}</h3>
          <p className="text-[0.88rem] text-faint">{words.needsHint}</p>
        </div>
        <ul className="divide-y divide-line px-4">
          {codesOf(labels.hazard).map((hazard) => (
            <li key={hazard} className="flex items-center gap-3 py-1.5">
              <div className="grid min-w-0 flex-1 gap-x-4 sm:grid-cols-[13rem_minmax(0,1fr)]">
                <p className="font-medium">{labels.hazard[hazard]}</p>
                <ul className="text-soft">
                  {needs[hazard].length === 0 && <li>{words.noRows}</li>}
                  {needs[hazard]
                    .map((row) => rowWords(text, row))
                    .map((said) => (
                      <li key={said}>{said}</li>
                    ))}
                </ul>
              </div>
              {may && (
                <IconButton
                  icon={Pencil}
                  label={words.editTemplate(labels.hazard[hazard].toLowerCase())}
                  onClick={() => setEditing(hazard)}
                />
              )}
            </li>
          ))}
        </ul>
      </section>
      {editing && (
        <EditTemplate key={editing} hazard={editing} procedure={procedure} onClose={() => setEditing(null)} />
      )}
    </>
  )
}

/** The needs that each hazard begins with. */
export const TemplatesPart = () => (
  <ProcedurePart prefix="needs.">{(procedure) => <Templates procedure={procedure} />}</ProcedurePart>
)
