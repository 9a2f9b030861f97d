import { useText } from '../../text/context.tsx'
import { useOfficeText } from '../../text/office/use-office-text.ts'
import { Button } from '../../ui/button.tsx'
import { Choices } from '../../ui/choices.tsx'
import { Combobox } from '../../ui/combobox.tsx'
import { TextField } from '../../ui/field.tsx'
import { useAreas } from '../shared/areas.ts'
import { CornerFields } from './corner-fields.tsx'
import type { ZoneDraft, ZoneFault } from './draft.ts'

type ShapeFault = 'missing' | 'crossed' | 'radiusWrong'

interface Props {
  draft: ZoneDraft
  set: (change: Partial<ZoneDraft>) => void
  faults: readonly ZoneFault[]
}

/** A circle around a kelurahan or a point, by keyboard alone; or corners, one click after the other. */
export const ShapeFields = ({ draft, set, faults }: Props) => {
  const { zones: words, incident } = useText()
  const { zoneEdit } = useOfficeText()
  const areas = useAreas()
  const error = (...named: ShapeFault[]): string | null => {
    const fault = named.find((one) => faults.includes(one))
    return fault === undefined ? null : words[fault]
  }
  return (
    <>
      {draft.id === null && (
        <Choices
          row
          legend={words.shape}
          choices={[
            { value: 'circle', label: words.circle },
            { value: 'corners', label: words.corners },
          ]}
          value={draft.shape}
          onChange={(shape) => set({ shape })}
        />
      )}
      {draft.shape === 'circle' ? (
        <>
          <Combobox
            label={words.middle}
            hint={words.middleHint}
            error={error('missing', 'crossed')}
            none={words.noMiddle}
            value={draft.kelurahan}
            onChange={(kelurahan) => set({ kelurahan, ...(kelurahan !== null && { middle: null }) })}
            options={areas.all.map(({ code, name, aliases, kecamatan }) => ({
              value: code,
              label: name,
              also: aliases,
              detail: incident.place.district(kecamatan),
            }))}
          />
          <TextField
            label={words.radius}
            error={error('radiusWrong')}
            inputMode="numeric"
            className="w-40"
            value={draft.radius}
            onChange={(event) => set({ radius: event.target.value })}
          />
        </>
      ) : (
        <div className="space-y-1.5">
          <p className="text-soft">{draft.id === null ? words.cornersHint : zoneEdit.dragHint}</p>
          <p className="flex items-center gap-3">
            <span role="status" className="font-medium tabular-nums">
              {words.cornerCount(draft.corners.length)}
            </span>
            {draft.id === null && (
              <Button
                size="small"
                disabled={draft.corners.length === 0}
                onClick={() => set({ corners: draft.corners.slice(0, -1) })}
              >
                {words.undo}
              </Button>
            )}
          </p>
          {draft.corners.length > 0 && (
            <CornerFields corners={draft.corners} set={(corners) => set({ corners })} />
          )}
          {error('missing', 'crossed') && (
            <p className="text-[0.88rem] text-kritis">{error('missing', 'crossed')}</p>
          )}
        </div>
      )}
    </>
  )
}
