import '../no-eval.ts'
import 'maplibre-gl/dist/maplibre-gl.css'
import { useEffect, useId, useMemo, useRef } from 'react'
import type { Point } from '#contracts/domain/place.ts'
import type { Position } from '#contracts/domain/zone/ring.ts'
import { useSpeech } from '../text/context.tsx'
import { shortMoment } from '../time/wita.ts'
import { labelPoint } from './areas.ts'
import { useAreasShown } from './boundaries.ts'
import { bringIntoView, goTo } from './camera.ts'
import { Controls } from './controls.tsx'
import { Crowds } from './crowds.tsx'
import { AGES, ageData, AGES_FROM_ZOOM } from './layers/ages.ts'
import { areaData } from './layers/areas.ts'
import { ASSIGNMENTS, assignmentData } from './layers/assignments.ts'
import { COUNTS, counterIn } from './layers/counts.ts'
import { coverageData, type MapCoverage } from './layers/coverage.ts'
import { FACILITIES, facilityData } from './layers/facilities.ts'
import { groupsOf, REACH_PX } from './groups.ts'
import { INCIDENTS, incidentData } from './layers/incidents.ts'
import { PICKED, pickedData } from './layers/picked.ts'
import { collection } from './geo.ts'
import { columnsOf } from './movers/columns.ts'
import { spotsOf } from './movers/spots.ts'
import { numberedOf, numberSpots } from './numbers.ts'
import { type MapZone, ZONES, zoneData } from './layers/zones.ts'
import { Legend } from './legend.tsx'
import { DOTS_FROM_ZOOM } from './look.ts'
import './map.css'
import type { MapIncident, MapVolunteer, Pick } from './model.ts'
import { PickBar } from './pick-bar.tsx'
import { summaryOf } from './summary.ts'
import { mapText } from './text.ts'
import { Tip } from './tip.tsx'
import { useClicks } from './use-clicks.ts'
import { useFacilities } from './use-facilities.ts'
import { useGrips } from './use-grips.ts'
import { useMap } from './use-map.ts'
import { useWidth } from './use-width.ts'
import { useStreets } from './use-streets.ts'
import { Button } from '../ui/button.tsx'
import { useMedia } from '../ui/use-media.ts'
import { useSourceData } from './use-source-data.ts'
import { useZoom } from './use-zoom.ts'

export interface MapViewProps {
  incidents: readonly MapIncident[]
  volunteers: readonly MapVolunteer[]
  zones?: readonly MapZone[]
  /** The corners of a zone that is being drawn. */
  draft?: readonly Position[]
  /** Given: its corners can be dragged; counted along `draft`. */
  onCorner?: (index: number, point: Point) => void
  /** Given: kelurahan are shaded by who reaches them. */
  coverage?: MapCoverage
  selectedId: string | null
  onSelect: (id: string) => void
  onVolunteer?: (id: string) => void
  /** Given: the map asks for a point. */
  pick?: Pick
  /** A place that was named; the map goes there. */
  place?: Point | null
  /** The time that ages are counted from, in milliseconds; every ten seconds is often enough. */
  now: number
}

const none: readonly never[] = []
const nameless = collection([])
const PACE_MS = 10_000
/** From this width on the legend covers little of the map. */
const ROOMY_PX = 960

/** The city with its incidents and people. It fills its parent, and asks for nothing: everything shown is given to it. */
export const MapView = (props: MapViewProps) => {
  const { incidents, volunteers, selectedId, onSelect, onVolunteer, pick, place, now } = props
  const { zones = none, draft = none, onCorner, coverage } = props
  const { language, text: catalogue } = useSpeech()
  const text = mapText[language]
  const container = useRef<HTMLDivElement>(null)
  const areas = useAreasShown()
  const { map, movers, failed } = useMap(container, text.title, areas)
  const width = useWidth(container)
  const pace = Math.floor(now / PACE_MS) * PACE_MS

  const ground = useMemo(() => areaData(areas), [areas])
  const count = useMemo(() => counterIn(areas), [areas])
  useSourceData(map, 'areas', ground.areas)
  useSourceData(map, 'borders', ground.borders)
  useSourceData(map, 'area-names', ground['area-names'])
  useSourceData(map, 'district-names', coverage === undefined ? ground['district-names'] : nameless)
  const shade = useMemo(() => coverageData(coverage, areas), [coverage, areas])
  useSourceData(map, 'coverage', shade.coverage)
  useSourceData(map, 'coverage-numbers', shade['coverage-numbers'])
  const streets = useStreets(map)
  const zoom = useZoom(map)
  const facilities = useFacilities()
  // From far away the numbers of the kelurahan need the room.
  const signs = coverage !== undefined && zoom < DOTS_FROM_ZOOM ? none : facilities.facilities
  useSourceData(
    map,
    FACILITIES,
    useMemo(() => facilityData(signs), [signs]),
  )
  const reachPx = useMedia('(pointer: coarse)') ? REACH_PX.thumb : REACH_PX.pointer
  const groups = useMemo(
    () => groupsOf(incidents, zoom, selectedId, reachPx),
    [incidents, zoom, selectedId, reachPx],
  )
  const numbered = useMemo(() => numberedOf(groups, zoom, selectedId), [groups, zoom, selectedId])
  useSourceData(
    map,
    INCIDENTS,
    useMemo(() => incidentData(groups, selectedId, numbered), [groups, selectedId, numbered]),
  )
  const columns = useMemo(() => columnsOf(volunteers, pace), [volunteers, pace])
  useEffect(() => movers?.show(columns), [movers, columns])
  const dated = zoom >= Math.floor(AGES_FROM_ZOOM) ? volunteers : none
  useSourceData(
    map,
    AGES,
    useMemo(
      () => ageData(dated, pace, (at) => mapText[language].lastSeen(shortMoment(at, pace, language))),
      [dated, pace, language],
    ),
  )
  const counted = zoom < DOTS_FROM_ZOOM ? volunteers : none
  useSourceData(
    map,
    ZONES,
    useMemo(() => zoneData(zones, draft), [zones, draft]),
  )
  useSourceData(
    map,
    COUNTS,
    useMemo(() => count(counted), [count, counted]),
  )
  useSourceData(
    map,
    ASSIGNMENTS,
    useMemo(() => assignmentData(volunteers, incidents, selectedId), [volunteers, incidents, selectedId]),
  )
  const point = pick?.point ?? null
  useSourceData(
    map,
    PICKED,
    useMemo(() => pickedData(point), [point]),
  )
  const spots = useMemo(
    () => Float32Array.from([...spotsOf(groups, selectedId, point), ...numberSpots(groups, numbered)]),
    [groups, selectedId, point, numbered],
  )
  useEffect(() => movers?.keepClear(spots), [movers, spots])
  const grips = onCorner === undefined ? none : draft
  useGrips(map, grips, onCorner)
  useClicks(map, { movers, grips, onSelect, onVolunteer, onPick: pick?.onPick })

  const chosen = coverage?.chosen ?? null
  useEffect(() => {
    const area = areas.collection.features.find(({ properties }) => properties.code === chosen)
    if (map !== null && area !== undefined) bringIntoView(map, labelPoint(area))
  }, [map, areas, chosen])

  const selected = incidents.find(({ id }) => id === selectedId)
  const [lat, lng] = [selected?.lat, selected?.lng]
  useEffect(() => {
    if (map !== null && lat !== undefined && lng !== undefined) bringIntoView(map, { lat, lng })
  }, [map, lat, lng])

  const [placeLat, placeLng] = [place?.lat, place?.lng]
  useEffect(() => {
    if (map !== null && placeLat !== undefined && placeLng !== undefined)
      goTo(map, { lat: placeLat, lng: placeLng })
  }, [map, placeLat, placeLng])

  const summaryId = useId()
  const hintId = useId()
  useEffect(() => {
    map?.getCanvas().setAttribute('aria-describedby', `${summaryId} ${hintId}`)
  }, [map, summaryId, hintId])

  if (failed) return <p className="grid h-full place-items-center p-6 text-center text-soft">{text.failed}</p>
  return (
    <div
      className="city-map relative isolate h-full min-h-0 w-full overflow-hidden bg-(--map-sea)"
      data-picking={pick !== undefined}
    >
      <div ref={container} className="h-full w-full" />
      {map === null && (
        <p role="status" className="absolute inset-0 grid place-items-center text-soft">
          {text.loading}
        </p>
      )}
      <p id={summaryId} className="sr-only">
        {summaryOf({ incidents, volunteers }, text, catalogue.labels.severity)}
      </p>
      <Legend
        text={text}
        people={pick === undefined && volunteers.length > 0}
        zones={zones.length > 0}
        coverage={coverage !== undefined}
        facilities={facilities}
        roomy={pick === undefined && width >= ROOMY_PX}
      />
      {map !== null && pick === undefined && (
        <Crowds map={map} groups={groups} selectedId={selectedId} onSelect={onSelect} text={text} />
      )}
      {pick === undefined && <Tip map={map} movers={movers} volunteers={volunteers} now={pace} />}
      <Controls map={map} areas={areas} text={text} />
      <p className="pointer-events-none absolute right-0 bottom-0 rounded-tl bg-panel/75 px-1.5 py-0.5 text-[0.72rem] text-soft">
        {streets.attribution !== null && `${streets.attribution} · `}
        {areas.estimated ? text.estimated : text.boundaries(areas.source)} · {text.shore}
      </p>
      {streets.hasFailed && (
        <p
          role="status"
          className="absolute bottom-8 left-2 flex items-center gap-2 rounded-md border border-line bg-panel px-3 py-1.5 text-[0.9rem] shadow-sm"
        >
          {text.streetsFailed}
          <Button size="small" onClick={streets.retry}>
            {text.again}
          </Button>
        </p>
      )}
      {pick && <PickBar map={map} pick={pick} text={text} hintId={hintId} />}
    </div>
  )
}
