import type { FormEvent } from 'react'
import type { IncidentDetail } from '#contracts/wire/routes/views.ts'
import { useIncidentAct } from '../../api/act.ts'
import { useMay } from '../../session/context.tsx'
import { useSpeech } from '../../text/context.tsx'
import { useNow } from '../../time/now.tsx'
import { shortMoment } from '../../time/wita.ts'
import { Button } from '../../ui/button.tsx'
import { TextArea } from '../../ui/field.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { Section } from '../../ui/section.tsx'
import { useAnnounce } from '../../ui/toast.tsx'
import { useOpens } from '../news/context.tsx'
import { isFromField, newsOf } from '../news/news.ts'
import { personName } from './names.ts'
import { useUnsent } from './unsent-context.tsx'
import { useWriters } from './writers.ts'

const Write = ({ id }: { id: string }) => {
  const { text } = useSpeech()
  const { notes } = text.incident
  const announce = useAnnounce()
  const [note, setNote, clearSent] = useUnsent(id, 'note')
  const act = useIncidentAct('noteIncident', (_, { body }) => {
    clearSent(body.text)
    announce(text.dialogs.done.noted)
  })
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (note.trim() === '' || act.isPending) return
    act.mutate({ params: { id }, body: { text: note.trim() } })
  }
  return (
    <form onSubmit={submit} className="flex flex-col gap-2">
      <TextArea
        label={notes.write}
        rows={2}
        maxLength={2000}
        value={note}
        onChange={(e) => setNote(e.target.value)}
      />
      {act.error && <ProblemNote acting error={act.error} />}
      {note.trim() !== '' && (
        <Button type="submit" size="small" pending={act.isPending} className="self-end">
          {notes.add}
        </Button>
      )}
    </form>
  )
}

/** What people wrote, operators and volunteers, by name; newest first. A note is possible after the end too. */
export const Notes = ({ detail }: { detail: IncidentDetail }) => {
  const { text, language } = useSpeech()
  const { notes: words } = text.incident
  const may = useMay()
  const now = useNow(30_000)
  const notes = detail.incident.notes.filter(({ about }) => about !== 'message').toReversed()
  const writers = useWriters(detail.incident.id)
  const newest = notes.find(isFromField)
  const opens = useOpens(detail.incident.id, 'note', newsOf(detail.incident).note)
  const nameOf = (assignmentId: string | undefined): string | null => {
    const from = detail.incident.assignments.find(({ id }) => id === assignmentId)
    return from ? personName(detail, from.volunteerId, text.incident.team.unknown) : null
  }
  return (
    <Section id="catatan" title={words.title}>
      {may('incident.note') && <Write key={detail.incident.id} id={detail.incident.id} />}
      {notes.length === 0 ? (
        <p className="mt-2 text-soft">{words.empty}</p>
      ) : (
        <ul className="mt-2 flex flex-col gap-2.5">
          {notes.map(({ textId, about, at, from }) => (
            <li key={textId} ref={textId === newest?.textId ? opens : undefined}>
              <p className="label-small">
                {[words.about[about], nameOf(from) ?? writers.get(textId), shortMoment(at, now, language)]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
              <p className="whitespace-pre-wrap">{detail.texts[textId]}</p>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
