import { HeartPulse } from 'lucide-react'
import { useState, type Ref } from 'react'
import { isActive } from '#contracts/domain/incident/read.ts'
import type { Note } from '#contracts/domain/incident/state.ts'
import type { IncidentDetail } from '#contracts/wire/routes/views.ts'
import { useMay } from '../../session/context.tsx'
import { useSpeech } from '../../text/context.tsx'
import { useNow } from '../../time/now.tsx'
import { shortMoment } from '../../time/wita.ts'
import { classes } from '../../ui/classes.ts'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { Section } from '../../ui/section.tsx'
import { ActButton } from './act-button.tsx'
import { useOpens } from '../news/context.tsx'
import { isFromField, newsOf } from '../news/news.ts'
import { personName } from './names.ts'
import { WriteMessage } from './write-message.tsx'
import { useWriters } from './writers.ts'

/** One message: from the post it stands to the right, from the field to the left. */
const Message = ({
  detail,
  note,
  writer,
  ref,
}: {
  detail: IncidentDetail
  note: Note
  /** Who wrote it, as far as the facts were read. */
  writer: string | undefined
  ref: Ref<HTMLLIElement> | undefined
}) => {
  const { text, language } = useSpeech()
  const { contact } = text
  const now = useNow(30_000)
  const { assignments } = detail.incident
  const nameOf = (assignmentId: string): string => {
    const assignment = assignments.find(({ id }) => id === assignmentId)
    return personName(detail, assignment?.volunteerId ?? '', text.incident.team.unknown)
  }
  // A volunteer who wrote outside his task is not named by the note.
  const sender = note.from === undefined ? (writer ?? text.incident.notes.about.message) : nameOf(note.from)
  const whom = note.to?.length === 1 ? note.to.map(nameOf).join('') : contact.all
  const isOurs = note.to !== undefined
  return (
    <li
      ref={ref}
      className={classes(
        'max-w-[85%] rounded-lg border border-line px-3 py-1.5',
        isOurs ? 'self-end bg-raised' : 'self-start',
      )}
    >
      <p className="label-small">
        {isOurs ? contact.fromPost(writer, whom) : sender} · {shortMoment(note.at, now, language)}
      </p>
      <p className="whitespace-pre-wrap">{detail.texts[note.textId]}</p>
    </li>
  )
}

/** What command post and team say to each other, and the question whether they are safe. */
export const Contact = ({ detail }: { detail: IncidentDetail }) => {
  const { contact } = useSpeech().text
  const may = useMay()
  const [problem, setProblem] = useState<Error | null>(null)
  const { incident } = detail
  const team = incident.assignments.filter(isActive)
  const messages = incident.notes.filter(({ about }) => about === 'message')
  const writers = useWriters(incident.id)
  const newest = messages.findLast(isFromField)
  const opens = useOpens(incident.id, 'message', newsOf(incident).message)
  return (
    <Section
      id="pesan"
      title={contact.title}
      aside={
        team.length > 0 &&
        may('incident.checkin') && (
          <ActButton
            size="small"
            icon={HeartPulse}
            name="requestCheckin"
            input={{ params: { id: incident.id }, body: {} }}
            label={contact.checkinTeam}
            done={contact.checkinAsked}
            onProblem={setProblem}
          />
        )
      }
    >
      {problem && <ProblemNote acting error={problem} />}
      {messages.length === 0 ? (
        <p className="text-soft">{team.length === 0 ? contact.nobody : contact.none}</p>
      ) : (
        <ol
          // What is scrolled must be scrolled by keys too.
          tabIndex={0}
          aria-label={contact.title}
          className="flex max-h-80 flex-col-reverse gap-1.5 overflow-y-auto"
        >
          {messages.toReversed().map((note) => (
            <Message
              key={note.textId}
              detail={detail}
              note={note}
              writer={writers.get(note.textId)}
              ref={note === newest ? opens : undefined}
            />
          ))}
        </ol>
      )}
      {team.length > 0 && may('incident.note') && <WriteMessage detail={detail} team={team} />}
    </Section>
  )
}
