import { useState, type FormEvent } from 'react'
import { plusSeconds } from '#contracts/domain/instant.ts'
import { vehicles } from '#contracts/domain/words.ts'
import { ZoneKind, zoneKinds } from '#contracts/domain/zone/zone.ts'
import { useOfficeText } from '../../text/office/use-office-text.ts'
import { useClock } from '../../time/now.tsx'
import { momentExample, momentOf } from '../../time/written.ts'
import { Button } from '../../ui/button.tsx'
import { Choices } from '../../ui/choices.tsx'
import { Check, SelectField, TextArea, TextField } from '../../ui/field.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { useAnnounce } from '../../ui/toast.tsx'
import { useAreas } from '../shared/areas.ts'
import { useZoneAct } from './act.ts'
import { faultsIn, outlineOf, type ZoneDraft } from './draft.ts'
import { ShapeFields } from './shape-fields.tsx'

const spans = ['2', '6', '12', '24', '72'] as const
type Span = (typeof spans)[number]

interface Props {
  draft: ZoneDraft
  set: (change: Partial<ZoneDraft>) => void
  onClose: () => void
}

/** A danger zone, new or to be changed: where, what, for whom, how long and why. */
export const ZoneForm = ({ draft, set, onClose }: Props) => {
  const { zones: words, zoneEdit, labels, word } = useOfficeText()
  const areas = useAreas()
  const clock = useClock()
  const announce = useAnnounce()
  const [strict, setStrict] = useState(false)
  const isNew = draft.id === null
  const done = (): void => {
    announce(isNew ? words.drawn : zoneEdit.saved)
    onClose()
  }
  const drawing = useZoneAct('drawZone', done)
  const changing = useZoneAct('changeZone', done)
  const act = isNew ? drawing : changing
  // What stood in the field when it was opened: the minutes of a field are no change of the seconds kept.
  const [untilBefore] = useState(draft.until)
  const faults = strict ? faultsIn(draft, areas.all, clock.now()) : []
  const title = isNew ? words.draw : zoneEdit.changeTitle
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setStrict(true)
    if (act.isPending || faultsIn(draft, areas.all, clock.now()).length > 0) return
    const { id, kind, bars, hours, reason, drill } = draft
    const polygon = { type: 'Polygon' as const, coordinates: [outlineOf(draft, areas.all)] as never }
    const said = { kind, polygon, bars: [...bars], reason: reason.trim() }
    if (id === null) {
      const until = plusSeconds(new Date(clock.now()).toISOString(), hours * 3600)
      return drawing.mutate({ body: { ...said, until, drill } })
    }
    const until = draft.until === untilBefore ? null : momentOf(draft.until ?? '')
    changing.mutate({ params: { id }, body: { ...said, ...(until !== null && { until }) } })
  }
  return (
    <form noValidate aria-label={title} onSubmit={submit} className="flex flex-col gap-3.5 px-4 py-4 lg:px-5">
      <SelectField
        label={words.kindField}
        value={draft.kind}
        onChange={(event) => set({ kind: ZoneKind.parse(event.target.value) })}
      >
        {zoneKinds.map((kind) => (
          <option key={kind} value={kind}>
            {words.kind[kind]}
          </option>
        ))}
      </SelectField>
      <ShapeFields draft={draft} set={set} faults={faults} />
      <fieldset>
        <legend className="mb-1 font-medium">{words.bars}</legend>
        {vehicles.map((vehicle) => (
          <Check
            key={vehicle}
            label={labels.vehicle[vehicle]}
            checked={draft.bars.includes(vehicle)}
            onChange={({ target }) =>
              set({
                bars: vehicles.filter((one) => (one === vehicle ? target.checked : draft.bars.includes(one))),
              })
            }
          />
        ))}
        {faults.includes('barsMissing') && <p className="text-[0.88rem] text-kritis">{words.barsMissing}</p>}
      </fieldset>
      {draft.until !== null && (
        <TextField
          placeholder={momentExample}
          autoComplete="off"
          label={zoneEdit.until}
          error={faults.includes('untilWrong') ? zoneEdit.untilWrong : null}
          className="w-64"
          value={draft.until}
          onChange={(event) => set({ until: event.target.value })}
        />
      )}
      {isNew && (
        <Choices<Span>
          row
          legend={words.lasts}
          choices={spans.map((span) => ({ value: span, label: words.hours(Number(span)) }))}
          value={spans.find((span) => Number(span) === draft.hours) ?? null}
          onChange={(span) => set({ hours: Number(span) })}
        />
      )}
      <TextArea
        label={words.reason}
        error={faults.includes('reasonMissing') ? words.reasonMissing : null}
        maxLength={500}
        value={draft.reason}
        onChange={(event) => set({ reason: event.target.value })}
      />
      {isNew && (
        <Check
          label={words.drill}
          hint={words.drillHint}
          checked={draft.drill}
          onChange={({ target }) => set({ drill: target.checked })}
        />
      )}
      {act.error && <ProblemNote error={act.error} acting />}
      <div className="flex justify-end gap-2">
        <Button onClick={onClose}>{word.cancel}</Button>
        <Button type="submit" look="primary" pending={act.isPending}>
          {isNew ? words.draw : zoneEdit.save}
        </Button>
      </div>
    </form>
  )
}
