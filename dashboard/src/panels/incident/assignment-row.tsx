import { LifeBuoy } from 'lucide-react'
import { useState } from 'react'
import { isActive } from '#contracts/domain/incident/read.ts'
import type { Assignment } from '#contracts/domain/incident/state.ts'
import type { IncidentDetail } from '#contracts/wire/routes/views.ts'
import { useMay } from '../../session/context.tsx'
import { useSpeech } from '../../text/context.tsx'
import { useNow } from '../../time/now.tsx'
import { clockTime, shortMoment } from '../../time/wita.ts'
import { Button } from '../../ui/button.tsx'
import { Flag } from '../../ui/chip.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { usePartnerName } from '../shared/partners.ts'
import { ActButton } from './act-button.tsx'
import { AssignmentChip, Ticks } from './assignment-state.tsx'
import { CheckinState } from './checkin.tsx'
import { personName } from './names.ts'
import { useAsk } from './questions.tsx'

interface Props {
  detail: IncidentDetail
  assignment: Assignment
}

const Times = ({ assignment }: { assignment: Assignment }) => {
  const { text, language } = useSpeech()
  const now = useNow(30_000)
  const { team } = text.incident
  const travelling = assignment.state === 'accepted' || assignment.state === 'en_route'
  const reached = assignment.times[assignment.state] ?? assignment.acceptedAt
  if (travelling && assignment.etaS !== null)
    return (
      <span>{team.eta(clockTime(Date.parse(assignment.acceptedAt) + assignment.etaS * 1000, language))}</span>
    )
  return <span>{shortMoment(reached, now, language)}</span>
}

/** One person of the team: where he stands, when he is expected, whether he has read what was sent to him. */
export const AssignmentRow = ({ detail, assignment }: Props) => {
  const { text } = useSpeech()
  const { team, actions } = text.incident
  const may = useMay()
  const ask = useAsk()
  const partnerName = usePartnerName()
  const { incident } = detail
  const name = personName(detail, assignment.volunteerId, team.unknown)
  const person = detail.people[assignment.volunteerId]
  const [problem, setProblem] = useState<Error | null>(null)
  const out = isActive(assignment)
  const undelivered = incident.alarms.some(
    ({ what, subject }) => what === 'undelivered' && subject === assignment.id,
  )
  return (
    <li className="team-row py-2">
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-2">
          <span className="font-semibold">{name}</span>
          {assignment.sosAt !== null && (
            <Flag tone="trouble">
              <LifeBuoy aria-hidden size={14} /> {team.sos}
            </Flag>
          )}
        </p>
        <p className="text-[0.88rem] text-soft">
          {person && `${text.labels.vehicle[person.vehicle]} · `}
          {partnerName(assignment.partnerId)}
          {person && <span className="block whitespace-nowrap proportional-nums">{person.phoneMasked}</span>}
        </p>
      </div>
      <div className="min-w-0">
        <AssignmentChip state={assignment.state} />
        <CheckinState assignment={assignment} />
        <p className="flex flex-wrap gap-x-3 text-[0.88rem] text-soft">
          <Times assignment={assignment} />
          {assignment.state === 'stood_down' ? (
            <Ticks of="stood_down" ack={assignment.acks.stood_down} failed={undelivered} />
          ) : (
            out && <Ticks of="confirmed" ack={assignment.acks.confirmed} />
          )}
        </p>
      </div>
      {problem && <ProblemNote acting error={problem} />}
      {out && (
        <div className="flex flex-wrap gap-1">
          {may('incident.checkin') && (
            <ActButton
              look="plain"
              size="small"
              name="requestCheckin"
              input={{ params: { id: incident.id }, body: { assignmentIds: [assignment.id] } }}
              label={text.contact.checkin}
              spoken={text.contact.checkinOne(name)}
              done={text.contact.checkinAsked}
              onProblem={setProblem}
            />
          )}
          {may('incident.assign') && (
            <Button
              look="plain"
              size="small"
              aria-label={team.replaceOne(name)}
              onClick={() => ask({ ask: 'assign', needId: assignment.needId, replaces: assignment.id })}
            >
              {team.replace}
            </Button>
          )}
          {may('incident.stand_down') && (
            <Button
              look="plain"
              size="small"
              aria-label={team.standDownOne(name)}
              onClick={() => ask({ ask: 'standDown', assignmentIds: [assignment.id] })}
            >
              {actions.standDown}
            </Button>
          )}
        </div>
      )}
    </li>
  )
}
