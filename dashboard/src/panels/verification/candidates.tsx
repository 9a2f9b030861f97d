import { Link } from 'react-router'
import type { PossibleDuplicate } from '#contracts/wire/routes/views.ts'
import { useOfficeText } from '../../text/office/use-office-text.ts'
import { distance } from '../../text/format.ts'
import { duration } from '../../time/duration.ts'
import { Button } from '../../ui/button.tsx'
import { SeverityMark } from '../../ui/severity-mark.tsx'
import { useAreas } from '../shared/areas.ts'
import { IncidentStatusChip } from '../shared/incident-status.tsx'

interface Props {
  candidates: readonly PossibleDuplicate[]
  pending: boolean
  disabled: boolean
  onMerge: (candidate: PossibleDuplicate) => void
}

/** What the report may repeat, beside it: how far, how long apart, which words both hold. */
export const Candidates = ({ candidates, pending, disabled, onMerge }: Props) => {
  const { desk, labels, comma } = useOfficeText()
  const { verification: words } = desk
  const areas = useAreas()
  if (candidates.length === 0) return <p className="text-soft">{words.noDuplicates}</p>
  return (
    <ol className="flex flex-col gap-2.5">
      {candidates.map((candidate, index) => {
        const { incident, distanceM, apartS, sameHazard, description } = candidate
        const apart = duration(apartS)
        return (
          <li key={incident.id} className="rounded-lg border border-line bg-panel px-3 py-2.5">
            <div className="flex items-start gap-2.5">
              <SeverityMark severity={incident.severity} />
              <div className="min-w-0 flex-1">
                <Link
                  to={`/kejadian/${incident.id}`}
                  className="font-semibold text-accent underline-offset-4 hover:underline"
                >
                  {labels.hazard[incident.hazard]}, {areas.nameOf(incident.place)}
                </Link>
                <p className="flex flex-wrap gap-x-3 text-[0.9rem] text-soft">
                  <span>{incident.number}</span>
                  <IncidentStatusChip status={incident.status} />
                </p>
              </div>
              <Button
                size="small"
                pending={pending}
                disabled={disabled}
                shortcut={index < 9 ? String(index + 1) : undefined}
                onClick={() => onMerge(candidate)}
              >
                {words.merge}
              </Button>
            </div>
            <ul className="mt-1.5 grid gap-x-4 text-[0.93rem] sm:grid-cols-2">
              <li>{words.away(distance(distanceM, comma))}</li>
              <li>{apartS >= 0 ? words.earlier(apart) : words.later(apart)}</li>
              <li>{sameHazard ? words.sameHazard : words.otherHazard}</li>
              <li>
                {candidate.words.length === 0 ? words.noWords : words.words(candidate.words.join(', '))}
              </li>
            </ul>
            {description !== null && <p className="mt-1.5 text-soft">“{description}”</p>}
          </li>
        )
      })}
    </ol>
  )
}
