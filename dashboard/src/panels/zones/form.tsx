import { useState, type FormEvent } from 'react'
import { plusSeconds } from '#contracts/domain/instant.ts'
import { vehicles } from '#contracts/domain/words.ts'
import { ZoneKind, zoneKinds } from '#contracts/domain/zone/zone.ts'
import { useText } from '../../text/context.tsx'
import { useClock } from '../../time/now.tsx'
import { Button } from '../../ui/button.tsx'
import { Choices } from '../../ui/choices.tsx'
import { Check, SelectField, TextArea } from '../../ui/field.tsx'
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

/** A new danger zone: where, what, for whom, how long and why. */
export const ZoneForm = ({ draft, set, onClose }: Props) => {
  const { zones: words, labels, word } = useText()
  const areas = useAreas()
  const clock = useClock()
  const announce = useAnnounce()
  const [strict, setStrict] = useState(false)
  const act = useZoneAct('drawZone', () => {
    announce(words.drawn)
    onClose()
  })
  const faults = strict ? faultsIn(draft, areas.all) : []
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setStrict(true)
    if (act.isPending || faultsIn(draft, areas.all).length > 0) return
    const { kind, bars, hours, reason, drill } = draft
    const until = plusSeconds(new Date(clock.now()).toISOString(), hours * 3600)
    const polygon = { type: 'Polygon' as const, coordinates: [outlineOf(draft, areas.all)] as never }
    act.mutate({ body: { kind, polygon, bars: [...bars], until, reason: reason.trim(), drill } })
  }
  return (
    <form
      noValidate
      aria-label={words.draw}
      onSubmit={submit}
      className="flex flex-col gap-3.5 px-4 py-4 lg:px-5"
    >
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
      <Choices<Span>
        row
        legend={words.lasts}
        choices={spans.map((span) => ({ value: span, label: words.hours(Number(span)) }))}
        value={spans.find((span) => Number(span) === draft.hours) ?? null}
        onChange={(span) => set({ hours: Number(span) })}
      />
      <TextArea
        label={words.reason}
        error={faults.includes('reasonMissing') ? words.reasonMissing : null}
        maxLength={500}
        value={draft.reason}
        onChange={(event) => set({ reason: event.target.value })}
      />
      <Check
        label={words.drill}
        hint={words.drillHint}
        checked={draft.drill}
        onChange={({ target }) => set({ drill: target.checked })}
      />
      {act.error && <ProblemNote error={act.error} acting />}
      <div className="flex justify-end gap-2">
        <Button onClick={onClose}>{word.cancel}</Button>
        <Button type="submit" look="primary" pending={act.isPending}>
          {words.draw}
        </Button>
      </div>
    </form>
  )
}
