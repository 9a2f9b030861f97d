import { useId } from 'react'
import { isAsking } from '#contracts/domain/incident/moves.ts'
import { holdsSlot, openSlots } from '#contracts/domain/incident/read.ts'
import type { IncidentDetail } from '#contracts/wire/routes/views.ts'
import { useText } from '../../text/context.tsx'
import { Remaining } from '../../ui/running.tsx'
import { Section } from '../../ui/section.tsx'
import { AnswerByCode } from '../codes/answer-by-code.tsx'
import { AskedHistory } from './asked.tsx'
import { AssignmentRow } from './assignment-row.tsx'
import { NeedCard } from './need.tsx'

/** How the asking goes on: which wave, and when the next. */
const SearchState = ({ detail }: { detail: IncidentDetail }) => {
  const { search } = useText().incident
  const { incident } = detail
  if (!isAsking(incident.status)) return null
  // What is left of the clock when the last place was taken asks nobody any more.
  const isShort = incident.needs.some((need) => openSlots(incident, need) > 0)
  return (
    <p className="text-[0.88rem] text-soft">
      {incident.wave > 0 && search.wave(incident.wave, incident.search)}
      {isShort && incident.nextWaveAt !== null && (
        <>
          {incident.wave > 0 && ' · '}
          <Remaining until={incident.nextWaveAt} say={search.next} lapsed={search.due} />
        </>
      )}
      {incident.standby.length > 0 && ` · ${search.standby(incident.standby.length)}`}
    </p>
  )
}

/** What the incident asks for, and who serves it. */
export const Needs = ({ detail }: { detail: IncidentDetail }) => {
  const { needs: words, team, actions } = useText().incident
  const endedId = useId()
  const { incident } = detail
  const known = new Set(incident.needs.map(({ id }) => id))
  const ended = incident.assignments.filter((a) => !holdsSlot(a) || !known.has(a.needId))
  const waiting = incident.status === 'dispatching' && incident.wave === 0
  return (
    <Section id="tim" title={words.title} aside={<SearchState detail={detail} />}>
      {waiting && <p className="mb-2 text-soft">{actions.dispatchHint}</p>}
      {incident.needs.length === 0 ? (
        <p>
          {words.empty} <span className="text-soft">{words.emptyHint}</span>
        </p>
      ) : (
        <ul className="flex flex-col gap-2.5">
          {incident.needs.map((need) => (
            <NeedCard key={need.id} detail={detail} need={need} />
          ))}
        </ul>
      )}
      <AnswerByCode detail={detail} />
      <AskedHistory detail={detail} />
      {ended.length > 0 && (
        <div className="mt-3">
          <h4 id={endedId} className="heading-small">
            {team.ended}
          </h4>
          <ul aria-labelledby={endedId} className="divide-y divide-line">
            {ended.map((assignment) => (
              <AssignmentRow key={assignment.id} detail={detail} assignment={assignment} />
            ))}
          </ul>
        </div>
      )}
    </Section>
  )
}
