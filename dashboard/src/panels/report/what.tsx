import type { Hazard } from '#contracts/domain/words.ts'
import { codesOf } from '../../text/codes.ts'
import { useText } from '../../text/context.tsx'
import { SelectField, TextArea, TextField } from '../../ui/field.tsx'
import { SeverityField } from '../shared/severity-field.tsx'
import type { Draft, ReportField } from './draft.ts'

export interface PartProps {
  draft: Draft
  set: (change: Partial<Draft>) => void
  /** What is to be marked as missing. */
  missing: readonly ReportField[]
}

/** What happened: hazard, severity, in words, and when. */
export const What = ({ draft, set, missing }: PartProps) => {
  const { report, labels, word } = useText()
  const required = (field: ReportField): string | null => (missing.includes(field) ? word.required : null)
  return (
    <>
      <SelectField
        autoFocus
        label={report.hazard}
        error={required('hazard')}
        value={draft.hazard ?? ''}
        onChange={(event) =>
          set({ hazard: event.target.value === '' ? null : (event.target.value as Hazard) })
        }
      >
        <option value="">{report.chooseHazard}</option>
        {codesOf(labels.hazard).map((code) => (
          <option key={code} value={code}>
            {labels.hazard[code]}
          </option>
        ))}
      </SelectField>
      <SeverityField
        value={draft.severity}
        error={required('severity')}
        onChange={(severity) => set({ severity })}
      />
      <TextArea
        label={report.description}
        hint={report.descriptionHint}
        error={required('description')}
        maxLength={2000}
        value={draft.description}
        onChange={(event) => set({ description: event.target.value })}
      />
      <TextField
        optional
        label={report.occurred}
        hint={report.occurredHint}
        error={missing.includes('occurred') ? report.occurredBad : null}
        autoComplete="off"
        placeholder="12.40"
        value={draft.occurred}
        onChange={(event) => set({ occurred: event.target.value })}
      />
    </>
  )
}
