import { useAct, type Acting } from '../../api/act.ts'
import { keys } from '../../api/keys.ts'
import { useRead } from '../../api/queries.ts'
import { useMay } from '../../session/context.tsx'

type ZoneAct = 'drawZone' | 'changeZone' | 'endZone'

/** Planned and active zones with their reasons, or also those of the last 30 days; read again whenever the live view tells of one. */
export const useZoneList = (past: boolean) =>
  useRead(
    'listZones',
    keys.zoneList(past),
    { query: { all: past ? 'true' : 'false' } },
    useMay()('zone.read'),
  )

/** An action on a zone: the list is read again, whatever came of it. */
export const useZoneAct = <N extends ZoneAct>(name: N, onDone: () => void): Acting<N> =>
  useAct(name, {
    onDone,
    onAnswer: (queries) => queries.invalidateQueries({ queryKey: keys.zones }),
    onRefusal: (queries) => queries.invalidateQueries({ queryKey: keys.zones }),
  })
