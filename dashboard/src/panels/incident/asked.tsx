import type { Asked } from '#contracts/domain/incident/state.ts'
import { offerEnds } from '#contracts/domain/incident/words.ts'
import type { IncidentDetail } from '#contracts/wire/routes/views.ts'
import { labelOf, type Catalogue } from '../../text/catalogue.ts'
import { useSpeech } from '../../text/context.tsx'
import { useNow } from '../../time/now.tsx'
import { shortMoment } from '../../time/wita.ts'
import { personName } from './names.ts'

const reasonOf = ({ labels }: Catalogue, { ended, endReason }: Asked): string | null => {
  if (endReason === null || ended === null || endReason === 'no_answer') return null
  return labelOf(ended === 'declined' ? labels.declineReason : labels.endReason, endReason)
}

/** How the offers ended: counted, and on request one by one. */
export const AskedHistory = ({ detail }: { detail: IncidentDetail }) => {
  const { text, language } = useSpeech()
  const now = useNow(30_000)
  const { search, team } = text.incident
  const { tally, asked } = detail.incident
  const counted = offerEnds.filter((end) => tally[end] > 0)
  if (counted.length === 0) return null
  const ended = asked
    .filter((one) => one.ended !== null)
    .toSorted((a, b) => (b.endedAt ?? '').localeCompare(a.endedAt ?? ''))
  return (
    <details className="mt-2.5">
      <summary className="min-h-7 cursor-pointer rounded text-soft pointer-coarse:min-h-10">
        {search.tally}:{' '}
        {counted.map((end) => `${String(tally[end])} ${text.labels.offerEnd[end].toLowerCase()}`).join(', ')}
      </summary>
      <ul aria-label={search.asked} className="mt-1 max-h-64 divide-y divide-line overflow-y-auto">
        {ended.map((one) => {
          const reason = reasonOf(text, one)
          return (
            <li key={one.offerId} className="flex flex-wrap justify-between gap-x-4 py-1">
              <span>{personName(detail, one.volunteerId, team.unknown)}</span>
              <span className="text-soft">
                {one.ended && text.labels.offerEnd[one.ended]}
                {reason !== null && `: ${reason.toLowerCase()}`}
                {one.endedAt !== null && ` · ${shortMoment(one.endedAt, now, language)}`}
              </span>
            </li>
          )
        })}
      </ul>
    </details>
  )
}
