import { useCallback } from 'react'
import { useNavigate } from 'react-router'
import type { Point } from '#contracts/domain/place.ts'
import { useMapData } from '../../live/map-data.ts'
import { CityMap } from '../../map/city-map.tsx'
import { useText } from '../../text/context.tsx'
import { coordinates } from '../../text/format.ts'
import { useNow } from '../../time/now.tsx'
import { useAreas } from '../shared/areas.ts'
import { pointOf, type PlaceDraft } from '../shared/place-draft.ts'

interface Props {
  place: PlaceDraft
  onChange: (change: (known: PlaceDraft) => PlaceDraft) => void
}

const nobody: readonly never[] = []

/** The map that asks where it is: a click sets the coordinates and nothing else; open incidents are there to be compared. */
export const PickMap = ({ place, onChange }: Props) => {
  const { report } = useText()
  const now = useNow(10_000)
  const { incidents } = useMapData(now)
  const areas = useAreas()
  const navigate = useNavigate()
  const open = useCallback((id: string) => void navigate(`/kejadian/${id}`), [navigate])
  const take = useCallback(
    (point: Point) => onChange((known) => ({ ...known, coordinates: coordinates(point) })),
    [onChange],
  )
  const point = pointOf(place.coordinates)
  const named = place.kelurahan === null ? undefined : areas.byCode(place.kelurahan)
  return (
    <section aria-label={report.map} className="h-full min-h-0">
      <CityMap
        incidents={incidents}
        volunteers={nobody}
        selectedId={null}
        onSelect={open}
        pick={{ point, onPick: take }}
        place={point === null ? (named ?? null) : null}
        now={now}
      />
    </section>
  )
}
