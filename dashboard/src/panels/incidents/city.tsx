import { useCallback, useEffect } from 'react'
import { useNavigate } from 'react-router'
import { TILE_DEG, tileOf } from '#contracts/wire/live.ts'
import { useReference } from '../../api/queries.ts'
import { useMapData } from '../../live/map-data.ts'
import { useWatch } from '../../live/provider.tsx'
import { CityMap } from '../../map/city-map.tsx'
import { useNow } from '../../time/now.tsx'

/** All tiles of the city: it is small enough to be watched as a whole. */
const tilesAround = (points: readonly { lat: number; lng: number }[]): string[] => {
  const lats = points.map(({ lat }) => lat)
  const lngs = points.map(({ lng }) => lng)
  const tiles: string[] = []
  for (let lat = Math.min(...lats) - 2 * TILE_DEG; lat <= Math.max(...lats) + 2 * TILE_DEG; lat += TILE_DEG)
    for (let lng = Math.min(...lngs) - 2 * TILE_DEG; lng <= Math.max(...lngs) + 2 * TILE_DEG; lng += TILE_DEG)
      tiles.push(tileOf(lat, lng))
  return tiles
}

/** The map of the desk: where the incidents are, and where the people are who could help. */
export const CityPanel = ({ selected }: { selected: string | undefined }) => {
  const now = useNow(10_000)
  const { incidents, volunteers } = useMapData(now)
  const areas = useReference().data?.kelurahan
  const watch = useWatch()
  const navigate = useNavigate()
  const open = useCallback((id: string) => void navigate(`/kejadian/${id}`), [navigate])
  const openVolunteer = useCallback((id: string) => void navigate(`/relawan/${id}`), [navigate])
  useEffect(() => {
    if (areas !== undefined) watch(tilesAround(areas))
  }, [areas, watch])
  return (
    <CityMap
      incidents={incidents}
      volunteers={volunteers}
      selectedId={selected ?? null}
      onSelect={open}
      onVolunteer={openVolunteer}
      now={now}
    />
  )
}
