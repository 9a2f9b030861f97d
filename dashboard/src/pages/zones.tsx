import '../no-eval.ts'
import { useCallback, useMemo, useState } from 'react'
import { useNavigate } from 'react-router'
import type { Point } from '#contracts/domain/place.ts'
import { useMapData } from '../live/map-data.ts'
import { useMapZones } from '../live/zones.ts'
import { CityMap } from '../map/city-map.tsx'
import { useAreas } from '../panels/shared/areas.ts'
import { movedCorner } from '../panels/zones/corners.ts'
import { draftOf, emptyZone, outlineOf, taken, type ZoneDraft } from '../panels/zones/draft.ts'
import { ZoneForm } from '../panels/zones/form.tsx'
import { ZoneList } from '../panels/zones/list.tsx'
import { useMay } from '../session/context.tsx'
import { useText } from '../text/context.tsx'
import { useNow } from '../time/now.tsx'
import { Button } from '../ui/button.tsx'
import { useKeepPage } from '../ui/keep-page.ts'

const nowhere: readonly never[] = []

/** Where some vehicles are not sent: the list beside the map, and a new zone drawn on it. */
export const ZonesPage = () => {
  const { zones: words } = useText()
  const may = useMay()
  const now = useNow(10_000)
  const navigate = useNavigate()
  const areas = useAreas()
  const { incidents, volunteers } = useMapData(now)
  const zones = useMapZones(now)
  const [draft, setDraft] = useState<ZoneDraft | null>(null)
  useKeepPage(draft !== null && draft !== emptyZone)
  const open = useCallback((id: string) => void navigate(`/kejadian/${id}`), [navigate])
  const take = useCallback((point: Point) => setDraft((known) => known && taken(known, point)), [])
  const moveCorner = useCallback(
    (index: number, point: Point) =>
      setDraft((known) => known && { ...known, corners: movedCorner(known.corners, index, point) }),
    [],
  )
  const outline = useMemo(() => (draft === null ? nowhere : outlineOf(draft, areas.all)), [draft, areas.all])
  const point = draft?.shape === 'circle' ? draft.middle : null
  const middle =
    draft?.shape === 'circle' && draft.kelurahan !== null ? areas.byCode(draft.kelurahan) : undefined
  return (
    <main id="isi" className="flex min-h-0 flex-1 max-md:flex-col-reverse">
      <div className="min-h-0 min-w-0 overflow-y-auto bg-panel max-md:flex-1 md:w-96 md:shrink-0 md:border-r md:border-line">
        <header className="flex items-center justify-between gap-3 px-4 pt-4 lg:px-5">
          <h1 className="text-[1.35rem] font-semibold">{words.title}</h1>
          {draft === null && may('zone.draw') && (
            <Button look="primary" onClick={() => setDraft(emptyZone)}>
              {words.draw}
            </Button>
          )}
        </header>
        <p className="px-4 pt-1 pb-3 text-soft lg:px-5">{words.intro}</p>
        {draft === null ? (
          <ZoneList onChange={(zone) => setDraft(draftOf(zone))} />
        ) : (
          <ZoneForm
            key={draft.id}
            draft={draft}
            set={(change) => setDraft((known) => known && { ...known, ...change })}
            onClose={() => setDraft(null)}
          />
        )}
      </div>
      <div className="min-h-64 min-w-0 flex-1">
        <CityMap
          incidents={incidents}
          volunteers={draft === null ? volunteers : nowhere}
          zones={draft?.id == null ? zones : zones.filter(({ id }) => id !== draft.id)}
          draft={outline}
          {...(draft?.shape === 'corners' && { onCorner: moveCorner })}
          selectedId={null}
          onSelect={open}
          {...(draft !== null && { pick: { point, onPick: take } })}
          place={middle ?? null}
          now={now}
        />
      </div>
    </main>
  )
}
