import { SearchX } from 'lucide-react'
import type { Incident, Need } from '#contracts/domain/incident/state.ts'
import { useSpeech } from '../../text/context.tsx'
import { useNow } from '../../time/now.tsx'
import { shortMoment } from '../../time/wita.ts'
import { ReasonCounts } from './reason-counts.tsx'
import { Remedies } from './remedies.tsx'

/** Nobody is left to ask: why, counted, and what would help. */
export const StalledNote = ({ incident, need }: { incident: Incident; need: Need }) => {
  const { text, language } = useSpeech()
  const { stalled: words } = text.incident
  const now = useNow(30_000)
  const { stalled } = need
  if (stalled === null) return null
  return (
    <div className="my-1.5 flex gap-2.5 rounded-md bg-kritis-tint px-3 py-2.5">
      <SearchX aria-hidden size={18} className="mt-px shrink-0 text-kritis" />
      <div className="grid min-w-0 flex-1 gap-x-6 gap-y-2 sm:grid-cols-2">
        <div>
          <p className="font-semibold">
            {words.title}{' '}
            <span className="font-normal text-soft">
              {words.since(shortMoment(stalled.since, now, language))}
            </span>
          </p>
          <p className="text-soft">
            {words.nobody(stalled.considered)}
            {stalled.asOf && ` (${words.asOf(shortMoment(stalled.asOf, now, language))})`}
          </p>
          <ReasonCounts label={words.reasons} reasons={stalled.reasons} />
        </div>
        {stalled.remedies.length > 0 && (
          <div>
            <p className="mb-1 font-semibold">{words.remedies}</p>
            <Remedies incident={incident} needId={need.id} remedies={stalled.remedies} />
          </div>
        )}
      </div>
    </div>
  )
}
