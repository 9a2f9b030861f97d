import { useCallback } from 'react'
import { useNavigate } from 'react-router'
import { useMapData } from '../../live/map-data.ts'
import { useMapZones } from '../../live/zones.ts'
import { CityMap } from '../../map/city-map.tsx'
import { useNow } from '../../time/now.tsx'

/** The map of the desk: where the incidents are, and where the people are who could help. */
export const CityPanel = ({ selected }: { selected: string | undefined }) => {
  const now = useNow(10_000)
  const { incidents, volunteers } = useMapData(now)
  const zones = useMapZones(now)
  const navigate = useNavigate()
  const open = useCallback((id: string) => void navigate(`/kejadian/${id}`), [navigate])
  const openVolunteer = useCallback((id: string) => void navigate(`/relawan/${id}`), [navigate])
  return (
    <CityMap
      incidents={incidents}
      volunteers={volunteers}
      zones={zones}
      selectedId={selected ?? null}
      onSelect={open}
      onVolunteer={openVolunteer}
      now={now}
    />
  )
}
