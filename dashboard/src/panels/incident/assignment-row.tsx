import { LifeBuoy } from 'lucide-react'
import { useState } from 'react'
import { isActive, isCalledHome } from '#contracts/domain/incident/read.ts'
import type { Assignment } from '#contracts/domain/incident/state.ts'
import type { IncidentDetail } from '#contracts/wire/routes/views.ts'
import { slaOf } from '#contracts/domain/sla.ts'
import { useSpeech } from '../../text/context.tsx'
import { useNow } from '../../time/now.tsx'
import { clockTime, shortMoment } from '../../time/wita.ts'
import { Flag } from '../../ui/chip.tsx'
import { classes } from '../../ui/classes.ts'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { usePartnerName } from '../shared/partners.ts'
import { AssignmentButtons } from './assignment-buttons.tsx'
import { AssignmentChip, Ticks } from './assignment-state.tsx'
import { CheckinState } from './checkin.tsx'
import { LastSeen } from './last-seen.tsx'
import { personName } from './names.ts'
import { WhyAsked } from './why-asked.tsx'
import { useDisclosure, WhyAnswer, WhyButton } from './why-disclosure.tsx'

interface Props {
  detail: IncidentDetail
  assignment: Assignment
}

/** When he is expected, while he travels; else since when he stands as he does. */
const Times = ({ assignment }: { assignment: Assignment }) => {
  const { text, language } = useSpeech()
  const now = useNow(30_000)
  const { team } = text.incident
  const travelling = assignment.state === 'accepted' || assignment.state === 'en_route'
  const reached = assignment.times[assignment.state] ?? assignment.acceptedAt
  if (travelling && assignment.etaS !== null)
    return (
      <b className="font-semibold">
        {team.eta(clockTime(Date.parse(assignment.acceptedAt) + assignment.etaS * 1000, language))}
      </b>
    )
  return <span className="text-soft">{shortMoment(reached, now, language)}</span>
}

/** One person of the team: where he stands, when he is expected, whether he has read what was sent to him. */
export const AssignmentRow = ({ detail, assignment }: Props) => {
  const { text } = useSpeech()
  const { team } = text.incident
  const partnerName = usePartnerName()
  const [problem, setProblem] = useState<Error | null>(null)
  const why = useDisclosure()
  const { incident } = detail
  const name = personName(detail, assignment.volunteerId, team.unknown)
  const person = detail.people[assignment.volunteerId]
  const out = isActive(assignment)
  const undelivered = incident.alarms.some(
    ({ what, subject }) => what === 'undelivered' && subject === assignment.id,
  )
  return (
    <li className={classes('py-1.5', !out && 'text-soft')}>
      <div className="flex items-center justify-between gap-3">
        <p className="min-w-0">
          <span className={out ? 'font-semibold' : 'font-medium'}>{name}</span>{' '}
          {assignment.sosAt !== null && (
            <Flag tone="trouble">
              <LifeBuoy aria-hidden size={14} /> {team.sos}
            </Flag>
          )}
        </p>
        <p className="flex shrink-0 items-center gap-2 whitespace-nowrap">
          <AssignmentChip state={assignment.state} /> <Times assignment={assignment} />
        </p>
      </div>
      {/* Where both do not fit beside each other the buttons stand below. */}
      <div className="flex flex-wrap items-center justify-end gap-x-3">
        <p className="flex min-w-52 flex-1 flex-wrap gap-x-2.5 text-[0.88rem] text-soft">
          {person && (
            <span title={partnerName(assignment.partnerId)}>
              {text.labels.vehicle[person.vehicle]} · {person.phoneMasked}
            </span>
          )}
          {isCalledHome(assignment) ? (
            <Ticks of="stood_down" ack={assignment.acks.stood_down} failed={undelivered} />
          ) : (
            out && <Ticks of="confirmed" ack={assignment.acks.confirmed} />
          )}
          {out && <LastSeen volunteerId={assignment.volunteerId} />}
          <CheckinState assignment={assignment} sla={slaOf(incident)} />
        </p>
        <AssignmentButtons {...{ incident, assignment, name }} onProblem={setProblem}>
          <WhyButton name={name} of={why} />
        </AssignmentButtons>
      </div>
      <WhyAnswer of={why}>
        <WhyAsked detail={detail} offerId={assignment.offerId} />
      </WhyAnswer>
      {problem && <ProblemNote acting error={problem} />}
    </li>
  )
}
