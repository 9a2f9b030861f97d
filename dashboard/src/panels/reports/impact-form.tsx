import { useState } from 'react'
import type { Impact } from '#contracts/domain/incident/impact.ts'
import type { IncidentDetail } from '#contracts/wire/routes/views.ts'
import { useIncidentAct } from '../../api/act.ts'
import { useOfficeText } from '../../text/office/use-office-text.ts'
import { Button } from '../../ui/button.tsx'
import { FormModal } from '../../ui/dialog.tsx'
import { TextArea, TextField } from '../../ui/field.tsx'
import { useAnnounce } from '../../ui/toast.tsx'
import {
  houseCounts,
  impactBody,
  impactDraft,
  peopleCounts,
  rebased,
  restNil,
  toldFields,
  untold,
  wholeOf,
  type ImpactField,
} from './impact-draft.ts'
import { ImpactMeanwhile } from './impact-meanwhile.tsx'

/** The damage as it is known now; whoever writes the situation report fills it in. */
export const ImpactForm = ({
  detail,
  onClose,
}: {
  detail: IncidentDetail
  onClose: (done: boolean) => void
}) => {
  const { reports, word } = useOfficeText()
  const announce = useAnnounce()
  const [draft, setDraft] = useState(() => impactDraft(detail))
  const [began] = useState(draft.expected)
  const act = useIncidentAct('recordImpact', () => {
    onClose(true)
    announce(reports.impactDone)
  })
  // Our own record may be heard before its answer is here: nobody else has written then.
  const now = act.isPending ? draft : rebased(draft, detail)
  if (now !== draft) setDraft(now)
  const { typed, expected, meanwhile } = now
  const body = impactBody(now)
  const left = untold(typed).length
  const set = (field: ImpactField, value: string): void =>
    setDraft({ ...now, typed: { ...typed, [field]: value } })
  const number = (key: keyof Impact) => (
    <TextField
      key={key}
      label={reports.words.impact[key]}
      inputMode="numeric"
      error={typed[key].trim() !== '' && wholeOf(typed[key]) === null ? reports.notWhole : null}
      value={typed[key]}
      onFocus={(event) => event.target.select()}
      onChange={(event) => set(key, event.target.value)}
    />
  )
  return (
    <FormModal
      wide
      title={reports.recordImpact}
      intro={reports.impactIntro}
      submit={word.save}
      pending={act.isPending}
      disabled={body === null}
      error={act.error}
      onSubmit={() => {
        if (body !== null) act.mutate({ params: { id: detail.incident.id }, body })
      }}
      onClose={() => onClose(false)}
    >
      {expected !== null && expected !== began && (
        <ImpactMeanwhile incidentId={detail.incident.id} at={expected} meanwhile={meanwhile} />
      )}
      <fieldset>
        <legend className="heading-small mb-1">{reports.people}</legend>
        <div className="grid grid-cols-2 gap-2.5 sm:grid-cols-3">{peopleCounts.map(number)}</div>
      </fieldset>
      <fieldset>
        <legend className="heading-small mb-1">{reports.houses}</legend>
        <div className="grid grid-cols-2 gap-2.5 sm:grid-cols-4">{houseCounts.map(number)}</div>
      </fieldset>
      {left > 0 && (
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <span className="text-soft">{reports.impactUntold(left)}</span>
          <Button size="small" onClick={() => setDraft({ ...now, typed: restNil(typed) })}>
            {reports.restNil}
          </Button>
        </p>
      )}
      <fieldset className="grid gap-2.5 sm:grid-cols-2">
        <legend className="heading-small mb-1">{reports.wordsTitle}</legend>
        {toldFields.map((key) => (
          <TextArea
            key={key}
            optional
            rows={2}
            maxLength={2000}
            label={reports[key]}
            value={typed[key]}
            onChange={(event) => set(key, event.target.value)}
          />
        ))}
      </fieldset>
    </FormModal>
  )
}
