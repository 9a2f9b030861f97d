import { useState } from 'react'
import { offerEnds } from '#contracts/domain/incident/words.ts'
import type { IncidentDetail } from '#contracts/wire/routes/views.ts'
import { useText } from '../../text/context.tsx'
import { AskedRow } from './asked-row.tsx'

/** How the offers ended: counted, and on request one by one. */
export const AskedHistory = ({ detail }: { detail: IncidentDetail }) => {
  const { incident: words, labels } = useText()
  const { search } = words
  const { tally, asked } = detail.incident
  const [open, setOpen] = useState(false)
  const counted = offerEnds.filter((end) => tally[end] > 0)
  if (counted.length === 0) return null
  const ended = asked
    .filter((one) => one.ended !== null)
    .toSorted((a, b) => (b.endedAt ?? '').localeCompare(a.endedAt ?? ''))
  return (
    <details className="mt-2.5" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="min-h-7 cursor-pointer rounded text-soft pointer-coarse:min-h-10">
        {search.tally}:{' '}
        {counted.map((end) => `${String(tally[end])} ${labels.offerEnd[end].toLowerCase()}`).join(', ')}
      </summary>
      {open && (
        <ul aria-label={search.asked} className="mt-1 max-h-64 divide-y divide-line overflow-y-auto">
          {ended.map((one) => (
            <AskedRow key={one.offerId} detail={detail} asked={one} />
          ))}
        </ul>
      )}
    </details>
  )
}
