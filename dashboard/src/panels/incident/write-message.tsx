import { Send } from 'lucide-react'
import { useRef, useState, type FormEvent } from 'react'
import type { Assignment } from '#contracts/domain/incident/state.ts'
import type { IncidentDetail } from '#contracts/wire/routes/views.ts'
import { useIncidentAct } from '../../api/act.ts'
import { useText } from '../../text/context.tsx'
import { Button } from '../../ui/button.tsx'
import { SelectField, TextArea } from '../../ui/field.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { useAnnounce } from '../../ui/toast.tsx'
import { personName } from './names.ts'
import { EVERYBODY, isGone, stillAsSent } from './unsent.ts'
import { useUnsent } from './unsent-context.tsx'

const MOST = 1000

/** A message to everybody who is out for this incident, or to one of them. */
export const WriteMessage = ({ detail, team }: { detail: IncidentDetail; team: readonly Assignment[] }) => {
  const { contact, incident: words } = useText()
  const announce = useAnnounce()
  const [text, setText, clearSent] = useUnsent(detail.incident.id, 'message')
  const [kept, keep] = useUnsent(detail.incident.id, 'recipient')
  // A message that is begun anew goes to everybody; one that was begun, to whom it was written.
  const [to, setTo] = useState(text === '' ? EVERYBODY : kept)
  const choose = (recipient: string): void => {
    setTo(recipient)
    keep(recipient)
  }
  const typed = useRef(text)
  const act = useIncidentAct('sendMessage', (_, { body }) => {
    clearSent(body.text)
    if (stillAsSent(typed.current, body.text)) choose(EVERYBODY)
    announce(contact.sent)
  })
  const gone = isGone(to, team)
  const goneId = detail.incident.assignments.find(({ id }) => id === to)?.volunteerId ?? ''
  const write = (next: string): void => {
    typed.current = next
    setText(next)
    keep(to)
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (text.trim() === '' || gone || act.isPending) return
    act.mutate({
      params: { id: detail.incident.id },
      body: { text: text.trim(), ...(to === EVERYBODY ? {} : { assignmentIds: [to] }) },
    })
  }
  return (
    <form onSubmit={submit} className="mt-2.5 flex flex-col gap-2">
      <TextArea
        label={contact.write}
        rows={2}
        maxLength={MOST}
        value={text}
        onChange={(event) => write(event.target.value)}
      />
      {text.trim() !== '' && (
        <div className="flex flex-wrap items-end justify-end gap-2">
          <SelectField
            label={contact.to}
            className="min-w-48 flex-1"
            value={to}
            error={gone ? contact.recipientGone : null}
            onChange={(event) => choose(event.target.value)}
          >
            {gone && (
              <option value={to} disabled>
                {personName(detail, goneId, words.team.unknown)}
              </option>
            )}
            <option value={EVERYBODY}>{contact.everybody(team.length)}</option>
            {team.map(({ id, volunteerId }) => (
              <option key={id} value={id}>
                {personName(detail, volunteerId, words.team.unknown)}
              </option>
            ))}
          </SelectField>
          <Button type="submit" icon={Send} pending={act.isPending} disabled={gone}>
            {contact.send}
          </Button>
        </div>
      )}
      {act.error && <ProblemNote acting error={act.error} />}
    </form>
  )
}
