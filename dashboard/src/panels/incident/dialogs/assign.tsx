import { useState } from 'react'
import { openSlots } from '#contracts/domain/incident/read.ts'
import type { Need } from '#contracts/domain/incident/state.ts'
import { distanceM } from '#contracts/domain/place.ts'
import type { VolunteerView } from '#contracts/wire/routes/views.ts'
import { useVolunteers } from '../../../api/queries.ts'
import { useText } from '../../../text/context.tsx'
import { distance } from '../../../text/format.ts'
import { Combobox } from '../../../ui/combobox.tsx'
import { FormModal } from '../../../ui/dialog.tsx'
import { SelectField, TextArea } from '../../../ui/field.tsx'
import { ProblemNote } from '../../../ui/problem-note.tsx'
import { usePartnerName } from '../../shared/partners.ts'
import { needName, personName } from '../names.ts'
import { DespiteZones, warningOf, type Warning } from './despite-zones.tsx'
import type { DialogProps } from './host.tsx'
import { useClosingAct } from './use-closing-act.ts'

const fits = (need: Need | undefined, { vehicle, skills, standing }: VolunteerView): boolean =>
  standing === 'active' &&
  (need === undefined || need.vehicle === 'any' || need.vehicle === vehicle) &&
  (need?.skill ? skills.includes(need.skill) : true)

const dutyFirst: Record<VolunteerView['duty'], number> = { on: 0, paused: 1, off: 2 }

interface Props extends DialogProps {
  needId: string | null
  replaces: string | null
}

/** Binds a volunteer after a call, with a reason; optionally in place of another. */
export const Assign = ({ detail, onClose, needId, replaces }: Props) => {
  const text = useText()
  const { assign, done } = text.dialogs
  const { incident } = detail
  const partnerName = usePartnerName()
  const act = useClosingAct('assignByHand', done.assigned, onClose)
  const choices = incident.needs.filter((need) => need.id === needId || openSlots(incident, need) > 0)
  const [chosenNeed, setChosenNeed] = useState(needId ?? choices[0]?.id ?? '')
  const [volunteerId, setVolunteerId] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const [strict, setStrict] = useState(false)
  const [warning, setWarning] = useState<Warning | null>(null)
  const [isDespite, setIsDespite] = useState(false)
  const volunteers = useVolunteers({ standing: 'active' })
  const need = incident.needs.find(({ id }) => id === chosenNeed)
  const replaced = incident.assignments.find(({ id }) => id === replaces)
  const awayM = ({ position }: VolunteerView): number =>
    position === null ? Number.MAX_VALUE : distanceM(position, incident.place)
  const candidates = (volunteers.data?.volunteers ?? [])
    .filter((one) => fits(need, one))
    .sort(
      (a, b) =>
        Number(a.bound !== null) - Number(b.bound !== null) ||
        dutyFirst[a.duty] - dutyFirst[b.duty] ||
        awayM(a) - awayM(b) ||
        a.displayName.localeCompare(b.displayName, 'id'),
    )
  const warn = (next: Warning | null): void => {
    setWarning(next)
    setIsDespite(false)
  }
  const choose = (chosen: string | null): void => {
    setVolunteerId(chosen)
    warn(null)
  }
  const submit = (): void => {
    setStrict(true)
    if (volunteerId === null || reason.trim() === '' || need === undefined) return
    const body = {
      needId: need.id,
      volunteerId,
      reason: reason.trim(),
      ...(replaces ? { replaces } : {}),
      ...(warning && isDespite ? { despiteZones: warning.zoneIds } : {}),
    }
    act.mutate({ params: { id: incident.id }, body }, { onError: (error) => warn(warningOf(error)) })
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
      {volunteers.isError && (
        <ProblemNote error={volunteers.error} onRetry={() => void volunteers.refetch()} />
      )}
      <Combobox
        eager
        label={assign.volunteer}
        hint={assign.search}
        error={strict && volunteerId === null ? text.word.required : null}
        none={volunteers.isPending ? text.word.loading : assign.none}
        value={volunteerId}
        onChange={choose}
        options={candidates.map((one) => ({
          value: one.id,
          label: one.displayName,
          also: [one.plate, partnerName(one.partnerId), one.ref],
          disabled: one.bound !== null,
          detail:
            one.bound === null
              ? [
                  text.labels.vehicle[one.vehicle],
                  text.labels.duty[one.duty],
                  ...(one.position === null ? [] : [distance(awayM(one), text.comma)]),
                ].join(' · ')
              : assign.bound,
        }))}
      />
      <TextArea
        label={assign.reason}
        hint={assign.reasonHint}
        rows={2}
        maxLength={2000}
        error={strict && reason.trim() === '' ? text.word.required : null}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      {warning && <DespiteZones warning={warning} checked={isDespite} onChange={setIsDespite} />}
    </FormModal>
  )
}
