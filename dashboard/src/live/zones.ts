import { useMemo } from 'react'
import { zoneStateOf, type Zone } from '#contracts/domain/zone/zone.ts'
import type { MapZone } from '../map/layers/zones.ts'
import { useSpeech } from '../text/context.tsx'
import { shortMoment } from '../time/wita.ts'
import { useLive } from './provider.tsx'

/** The danger zones that are planned or in force, as the live view knows them; over by the clock of `now`. */
export const useZones = (now: number): Zone[] => {
  const zones = useLive((view) => view.city?.zones)
  return useMemo(() => {
    const at = new Date(now).toISOString()
    return [...(zones?.values() ?? [])]
      .map(({ state }) => state)
      .filter((zone) => ['planned', 'active'].includes(zoneStateOf(zone, at)))
  }, [zones, now])
}

/** The same for the map. */
export const useMapZones = (now: number): MapZone[] => {
  const { text, language } = useSpeech()
  const zones = useZones(now)
  return useMemo(() => {
    const at = new Date(now).toISOString()
    return zones.map((zone) => ({
      id: zone.id,
      ring: zone.ring,
      planned: zoneStateOf(zone, at) === 'planned',
      label: text.zones.label(text.zones.kind[zone.kind], shortMoment(zone.until, now, language), zone.drill),
    }))
  }, [zones, now, text, language])
}
