import { useState } from 'react'
import { openSlots } from '#contracts/domain/incident/read.ts'
import { useText } from '../../../text/context.tsx'
import { FormModal } from '../../../ui/dialog.tsx'
import { SelectField, TextArea } from '../../../ui/field.tsx'
import { needName, personName } from '../names.ts'
import { Despite, type Named, namedBy, warningOf, type Warning } from './despite.tsx'
import type { DialogProps } from './host.tsx'
import { useClosingAct } from './use-closing-act.ts'
import { VolunteerChoice } from './volunteer-choice.tsx'

interface Props extends DialogProps {
  needId: string | null
  replaces: string | null
}

/** Binds a volunteer after a call, with a reason; optionally in place of another. */
export const Assign = ({ detail, onClose, needId, replaces }: Props) => {
  const text = useText()
  const { assign, done } = text.dialogs
  const { incident } = detail
  const act = useClosingAct('assignByHand', done.assigned, onClose)
  const choices = incident.needs.filter((need) => need.id === needId || openSlots(incident, need) > 0)
  const [chosenNeed, setChosenNeed] = useState(needId ?? choices[0]?.id ?? '')
  const [volunteerId, setVolunteerId] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const [strict, setStrict] = useState(false)
  const [warning, setWarning] = useState<Warning | null>(null)
  const [isDespite, setIsDespite] = useState(false)
  const [named, setNamed] = useState<Named>({})
  const need = incident.needs.find(({ id }) => id === chosenNeed)
  const replaced = incident.assignments.find(({ id }) => id === replaces)
  const warn = (next: Warning | null): void => {
    setWarning(next)
    setIsDespite(false)
  }
  const choose = (chosen: string | null): void => {
    setVolunteerId(chosen)
    setNamed({})
    warn(null)
  }
  const submit = (): void => {
    setStrict(true)
    if (volunteerId === null || reason.trim() === '' || need === undefined) return
    // One warning may follow the other: what was named stays named.
    const naming = warning && isDespite ? { ...named, ...namedBy(warning) } : named
    const body = {
      needId: need.id,
      volunteerId,
      reason: reason.trim(),
      ...(replaces ? { replaces } : {}),
      ...naming,
    }
    const onError = (error: Error): void => {
      setNamed(naming)
      warn(warningOf(error))
    }
    act.mutate({ params: { id: incident.id }, body }, { onError })
  }
  return (
    <FormModal
      title={assign.title}
      intro={assign.intro}
      submit={assign.confirm}
      pending={act.isPending}
      error={act.error}
      onSubmit={submit}
      onClose={onClose}
    >
      {replaced && (
        <p className="font-medium">
          {assign.replaces(personName(detail, replaced.volunteerId, text.incident.team.unknown))}
        </p>
      )}
      <SelectField
        label={assign.need}
        value={chosenNeed}
        disabled={replaces !== null}
        onChange={(event) => {
          setChosenNeed(event.target.value)
          choose(null)
        }}
      >
        {choices.map((one) => (
          <option key={one.id} value={one.id}>
            {needName(text, one)}
          </option>
        ))}
      </SelectField>
      <VolunteerChoice
        {...{ incident, need, volunteerId }}
        error={strict && volunteerId === null ? text.word.required : null}
        onChange={choose}
      />
      <TextArea
        label={text.word.reason}
        hint={assign.reasonHint}
        rows={2}
        maxLength={2000}
        error={strict && reason.trim() === '' ? text.word.required : null}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      {warning && <Despite warning={warning} checked={isDespite} onChange={setIsDespite} />}
    </FormModal>
  )
}
