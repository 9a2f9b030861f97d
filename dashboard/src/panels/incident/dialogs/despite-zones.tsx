import { TriangleAlert } from 'lucide-react'
import { problemCode, ProblemError } from '../../../api/problem.ts'
import { labelOf } from '../../../text/catalogue.ts'
import { useText } from '../../../text/context.tsx'
import { Check } from '../../../ui/field.tsx'

/** The danger zones of which the server warned, and how they are in the way. */
export interface Warning {
  why: string
  zoneIds: string[]
}

export const warningOf = (error: Error | null): Warning | null => {
  if (!(error instanceof ProblemError) || problemCode(error) !== 'danger_zone') return null
  const { why, zoneIds } = error.problem.detail ?? {}
  if (typeof why !== 'string' || !Array.isArray(zoneIds)) return null
  return { why, zoneIds: zoneIds.filter((one) => typeof one === 'string') }
}

interface Props {
  warning: Warning
  checked: boolean
  onChange: (checked: boolean) => void
}

/** His way is closed: a person may send him all the same, and says why. */
export const DespiteZones = ({ warning, checked, onChange }: Props) => {
  const { dialogs, match } = useText()
  const words = dialogs.assign.zones
  return (
    <div className="flex items-start gap-2.5 rounded-md bg-kritis-tint px-3 py-2.5">
      <TriangleAlert aria-hidden size={18} className="mt-px shrink-0 text-kritis" />
      <div className="min-w-0 flex-1">
        <p role="status" className="font-semibold">
          {words.warning(warning.zoneIds.length)}: {labelOf(match.reasons, warning.why)}
        </p>
        <Check
          label={words.despite}
          hint={words.hint}
          checked={checked}
          onChange={(event) => onChange(event.target.checked)}
        />
      </div>
    </div>
  )
}
