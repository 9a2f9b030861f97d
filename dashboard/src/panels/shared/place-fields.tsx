import type { Point } from '#contracts/domain/place.ts'
import { useNearestKelurahan } from '../../api/queries.ts'
import { areaAt } from '../../map/boundaries-file.ts'
import { useBoundariesFile } from '../../map/use-boundaries-file.ts'
import { useText } from '../../text/context.tsx'
import { distance } from '../../text/format.ts'
import { Choices } from '../../ui/choices.tsx'
import { Combobox } from '../../ui/combobox.tsx'
import { TextField } from '../../ui/field.tsx'
import { useAreas } from './areas.ts'
import { pointOf, type PlaceDraft } from './place-draft.ts'

interface Props {
  place: PlaceDraft
  onChange: (place: PlaceDraft) => void
  /** Show what is missing. */
  strict: boolean
}

const OFFERED = 3

/** The nearest kelurahan of a point, as choices: they are estimates, so none is taken for granted. */
const Nearest = ({
  point,
  place,
  onChange,
}: {
  point: Point
  place: PlaceDraft
  onChange: Props['onChange']
}) => {
  const { report, comma } = useText()
  const areas = useAreas()
  const nearest = useNearestKelurahan(point).data?.kelurahan
  const file = useBoundariesFile()
  if (nearest === undefined) return null
  const within = file && areaAt(file, point)
  const offered = nearest.filter(({ code }, index) => index < OFFERED || code === within?.code)
  const stated = place.kelurahan === null ? undefined : areas.byCode(place.kelurahan)
  const doubtful = stated !== undefined && !nearest.some(({ code }) => code === stated.code)
  return (
    <div className="flex flex-col gap-2">
      {doubtful && (
        <p role="status" className="font-medium text-tinggi">
          {report.doubt(stated.name)}
        </p>
      )}
      <Choices
        row
        legend={report.nearest}
        value={place.kelurahan}
        onChange={(kelurahan) => onChange({ ...place, kelurahan })}
        choices={offered.map(({ code, name, distanceM }) => ({
          value: code,
          label: (
            <>
              {name} <span className="font-normal text-soft">{distance(distanceM, comma)}</span>
            </>
          ),
        }))}
      />
      <p className="text-[0.88rem] text-faint">
        {file === null ? report.nearestHint : within ? report.inside(within.name) : report.outside}
      </p>
    </div>
  )
}

/** Where: a kelurahan by name, or coordinates, or both. A kelurahan alone stands for its reference point. */
export const PlaceFields = ({ place, onChange, strict }: Props) => {
  const { report, incident } = useText()
  const areas = useAreas()
  const point = pointOf(place.coordinates)
  const bad = place.coordinates.trim() !== '' && point === null
  const stated = place.kelurahan === null ? undefined : areas.byCode(place.kelurahan)
  const missing = strict && stated === undefined && point === null && !bad
  return (
    <>
      <Combobox
        label={report.kelurahan}
        hint={stated && point === null && !bad ? report.approximate(stated.name) : report.kelurahanHint}
        error={missing ? report.placeMissing : null}
        none={report.noKelurahan}
        value={place.kelurahan}
        onChange={(kelurahan) => onChange({ ...place, kelurahan })}
        options={areas.all.map(({ code, name, aliases, kecamatan }) => ({
          value: code,
          label: name,
          also: aliases,
          detail: incident.place.district(kecamatan),
        }))}
      />
      <TextField
        label={report.coordinates}
        hint={report.coordinatesHint}
        error={bad ? report.coordinatesBad : null}
        value={place.coordinates}
        autoComplete="off"
        placeholder={stated && point === null ? `${String(stated.lat)}, ${String(stated.lng)}` : undefined}
        onChange={(event) => onChange({ ...place, coordinates: event.target.value })}
      />
      {point && <Nearest point={point} place={place} onChange={onChange} />}
    </>
  )
}
