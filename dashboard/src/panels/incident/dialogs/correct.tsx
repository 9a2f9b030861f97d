import { useState } from 'react'
import { codesOf } from '../../../text/codes.ts'
import type { Hazard, Severity } from '#contracts/domain/words.ts'
import type { Input } from '../../../api/types.ts'
import { useText } from '../../../text/context.tsx'
import { coordinates } from '../../../text/format.ts'
import { FormModal } from '../../../ui/dialog.tsx'
import { SelectField, TextArea, TextField } from '../../../ui/field.tsx'
import { useAreas } from '../../shared/areas.ts'
import { placeOf, type PlaceDraft } from '../../shared/place-draft.ts'
import { PlaceFields } from '../../shared/place-fields.tsx'
import { SeverityField } from '../../shared/severity-field.tsx'
import type { DialogProps } from './host.tsx'
import { useClosingAct } from './use-closing-act.ts'

interface Draft {
  hazard: Hazard
  severity: Severity
  place: PlaceDraft
  description: string
  address: string
}

const same = (a: PlaceDraft, b: PlaceDraft): boolean =>
  a.kelurahan === b.kelurahan && a.coordinates === b.coordinates

/** Only what was changed is sent, so that two people correcting different things do not undo each other. */
export const Correct = ({ detail, onClose }: DialogProps) => {
  const { dialogs, labels, report, word } = useText()
  const areas = useAreas()
  const act = useClosingAct('correctIncident', dialogs.done.corrected, onClose)
  const { incident, texts } = detail
  const [before] = useState<Draft>(() => ({
    hazard: incident.hazard,
    severity: incident.severity,
    place: { kelurahan: incident.place.kelurahan, coordinates: coordinates(incident.place) },
    description: texts[incident.descriptionId] ?? '',
    address: incident.addressTextId === null ? '' : (texts[incident.addressTextId] ?? ''),
  }))
  const [draft, setDraft] = useState(before)
  const set = (change: Partial<Draft>): void => setDraft((known) => ({ ...known, ...change }))
  const place = placeOf(
    draft.place,
    draft.place.kelurahan === null ? undefined : areas.byCode(draft.place.kelurahan),
  )
  const moved = !same(draft.place, before.place)

  const body: NonNullable<Input<'correctIncident'>['body']> = {
    ...(draft.hazard === before.hazard ? {} : { hazard: draft.hazard }),
    ...(draft.severity === before.severity ? {} : { severity: draft.severity }),
    ...(moved && place ? { place } : {}),
    ...(draft.description.trim() === before.description ? {} : { description: draft.description.trim() }),
    ...(draft.address.trim() === before.address ? {} : { address: draft.address.trim() }),
  }
  const incomplete = draft.description.trim() === '' || (moved && place === null)
  return (
    <FormModal
      wide
      title={dialogs.correct.title}
      submit={word.save}
      pending={act.isPending}
      disabled={Object.keys(body).length === 0 || incomplete}
      error={act.error}
      onSubmit={() => act.mutate({ params: { id: incident.id }, body })}
      onClose={onClose}
    >
      <SelectField
        label={report.hazard}
        value={draft.hazard}
        onChange={(event) => set({ hazard: event.target.value as Hazard })}
      >
        {codesOf(labels.hazard).map((code) => (
          <option key={code} value={code}>
            {labels.hazard[code]}
          </option>
        ))}
      </SelectField>
      <SeverityField value={draft.severity} onChange={(severity) => set({ severity })} />
      <PlaceFields strict place={draft.place} onChange={(next) => set({ place: next })} />
      <TextField
        optional
        label={report.address}
        maxLength={300}
        value={draft.address}
        onChange={(event) => set({ address: event.target.value })}
      />
      <TextArea
        label={report.description}
        maxLength={2000}
        error={draft.description.trim() === '' ? word.required : null}
        value={draft.description}
        onChange={(event) => set({ description: event.target.value })}
      />
    </FormModal>
  )
}
