import { useOfficeText } from '../../text/office/use-office-text.ts'
import { TextField } from '../../ui/field.tsx'

interface Props {
  label: string
  value: string
  wrong: boolean
  hint?: string
  onChange: (value: string) => void
}

/** A moment as a person in Kupang writes it. */
export const MomentField = ({ label, value, wrong, hint, onChange }: Props) => {
  const { reports } = useOfficeText()
  return (
    <TextField
      label={label}
      hint={hint}
      error={wrong ? reports.badMoment : null}
      inputMode="text"
      autoComplete="off"
      className={hint === undefined ? 'w-44' : 'w-72 max-w-full'}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}
