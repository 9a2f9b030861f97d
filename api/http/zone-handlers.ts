import type { zoneRoutes } from '#contracts/wire/routes/zones.ts'
import { listZones, zoneFactsOf } from '../queries/zones.ts'
import { change, end } from '../usecases/zones/change-zone.ts'
import { draw } from '../usecases/zones/draw-zone.ts'
import type { Handlers } from './handler.ts'

export const zoneHandlers: Handlers<typeof zoneRoutes> = {
  listZones: (context, { caller, query }) => listZones(context, caller.agencyId, query.all === 'true'),
  zoneFacts: (context, { caller, params }) => zoneFactsOf(context, caller.agencyId, params.id),
  drawZone: (context, { op, body }) => draw(context, op, body),
  changeZone: (context, { op, params, body }) => change(context, op, params.id, body),
  endZone: (context, { op, params }) => end(context, op, params.id),
}
