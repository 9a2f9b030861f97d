import { TriangleAlert } from 'lucide-react'
import { type RuleCode, ruleCodes } from '#contracts/domain/volunteer/rules.ts'
import { problemCode, ProblemError } from '../../../api/problem.ts'
import { labelOf } from '../../../text/catalogue.ts'
import { useText } from '../../../text/context.tsx'
import { Check } from '../../../ui/field.tsx'

/** What the server warned of: danger zones and how they are in the way, or rules that speak against this person. */
export type Warning = { of: 'zones'; why: string; zoneIds: string[] } | { of: 'rules'; rules: RuleCode[] }

/** What a person has named, to send somebody all the same. */
export interface Named {
  despiteZones?: string[]
  despiteRules?: RuleCode[]
}

export const namedBy = (warning: Warning): Named =>
  warning.of === 'zones' ? { despiteZones: warning.zoneIds } : { despiteRules: warning.rules }

const textsIn = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []

export const warningOf = (error: Error | null): Warning | null => {
  if (!(error instanceof ProblemError)) return null
  const { why, zoneIds, rules } = error.problem.detail ?? {}
  switch (problemCode(error)) {
    case 'danger_zone':
      return typeof why === 'string' ? { of: 'zones', why, zoneIds: textsIn(zoneIds) } : null
    case 'against_rules': {
      const known = ruleCodes.filter((rule) => textsIn(rules).includes(rule))
      return known.length > 0 ? { of: 'rules', rules: known } : null
    }
    default:
      return null
  }
}

interface Props {
  warning: Warning
  checked: boolean
  onChange: (checked: boolean) => void
}

/** Something speaks against him: a person may send him all the same, and says why. */
export const Despite = ({ warning, checked, onChange }: Props) => {
  const { dialogs, match } = useText()
  const { assign } = dialogs
  const words = assign[warning.of]
  const said =
    warning.of === 'zones'
      ? `${assign.zones.warning(warning.zoneIds.length)}: ${labelOf(match.reasons, warning.why)}`
      : `${assign.rules.warning}: ${warning.rules.map((rule) => labelOf(match.reasons, rule)).join('; ')}`
  return (
    <div className="flex items-start gap-2.5 rounded-md bg-kritis-tint px-3 py-2.5">
      <TriangleAlert aria-hidden size={18} className="mt-px shrink-0 text-kritis" />
      <div className="min-w-0 flex-1">
        <p role="status" className="font-semibold">
          {said}
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
