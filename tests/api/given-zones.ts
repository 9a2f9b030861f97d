import { plusSeconds } from '#contracts/domain/instant.ts'
import { circle } from '#contracts/domain/zone/ring.ts'
import type { Given } from '../../api/route-types.ts'
import type { Routes } from '#contracts/wire/routes/all.ts'
import type { ZoneView } from '#contracts/wire/routes/zones.ts'
import type { ApiWorld } from './api-world.ts'

export const OEBUFU = { lat: -10.1735, lng: 123.6205 }

type Body = Partial<Given<Routes['drawZone']>['body']>

/** A flood of 500 m around Oebufu from now on for six hours, closed to motorcycles. */
export const zoneBody = ({ context }: ApiWorld, over: Body = {}) => ({
  kind: 'banjir' as const,
  polygon: { type: 'Polygon' as const, coordinates: [circle(OEBUFU, 500)] as [[number, number][]] },
  bars: ['motorcycle' as const],
  until: plusSeconds(context.clock.now().toISOString(), 6 * 3600),
  reason: 'Air setinggi lutut di Jalan Contoh.',
  ...over,
})

export const drawnZone = async (world: ApiWorld, over: Body = {}): Promise<ZoneView> =>
  (await world.as('operator')).call('drawZone', { body: zoneBody(world, over) })

export const endedZone = async (world: ApiWorld): Promise<ZoneView> => {
  const { id } = await drawnZone(world)
  return (await world.as('operator')).call('endZone', { params: { id } })
}
