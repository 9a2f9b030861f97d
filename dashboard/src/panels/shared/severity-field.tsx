import type { Severity } from '#contracts/domain/words.ts'
import { useText } from '../../text/context.tsx'
import { Choices } from '../../ui/choices.tsx'
import { SeverityMark } from '../../ui/severity-mark.tsx'
import { severitiesWorstFirst } from './severities.ts'

interface Props {
  value: Severity | null
  onChange: (severity: Severity) => void
  error?: string | null
}

export const SeverityField = ({ value, onChange, error }: Props) => {
  const { report, labels } = useText()
  return (
    <Choices
      row
      legend={report.severity}
      value={value}
      onChange={onChange}
      error={error ?? null}
      choices={severitiesWorstFirst.map((severity) => ({
        value: severity,
        label: (
          <span className="inline-flex items-center gap-1.5">
            <SeverityMark severity={severity} /> {labels.severity[severity]}
          </span>
        ),
      }))}
    />
  )
}
