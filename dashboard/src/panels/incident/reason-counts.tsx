import { labelOf } from '../../text/catalogue.ts'
import { useText } from '../../text/context.tsx'

interface Props {
  label: string
  /** How many volunteers, by the code of the reason. */
  reasons: Readonly<Record<string, number>>
  /** Who they are, on request. */
  who?: (reason: string) => string
}

const Line = ({ reason, count }: { reason: string; count: number }) => (
  <span className="inline-flex gap-2">
    <b className="min-w-8 shrink-0 text-right font-semibold">{count}</b>
    {labelOf(useText().match.reasons, reason)}
  </span>
)

/** Why people were not asked, counted; the commonest reason first. */
export const ReasonCounts = ({ label, reasons, who }: Props) => {
  const sorted = Object.entries(reasons).sort(([, a], [, b]) => b - a)
  if (sorted.length === 0) return null
  return (
    <ul aria-label={label} className="mt-1">
      {sorted.map(([reason, count]) => (
        <li key={reason}>
          {who === undefined ? (
            <Line {...{ reason, count }} />
          ) : (
            <details>
              <summary className="min-h-7 cursor-pointer rounded pointer-coarse:min-h-11">
                <Line {...{ reason, count }} />
              </summary>
              <p className="pb-2 pl-10 text-soft">{who(reason)}</p>
            </details>
          )}
        </li>
      ))}
    </ul>
  )
}
