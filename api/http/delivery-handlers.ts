import type { deliveryRoutes } from '#contracts/wire/routes/delivery-orders.ts'
import { ownPartner } from '../own-partner.ts'
import { replayDelivery } from '../usecases/deliveries/replay-delivery.ts'
import { setAsideDelivery } from '../usecases/deliveries/set-aside-delivery.ts'
import type { Handlers } from './handler.ts'

export const deliveryHandlers: Handlers<typeof deliveryRoutes> = {
  replayDelivery: async (context, { caller, op, params: { id, deliveryId }, body }) =>
    replayDelivery(context, op, { partnerId: ownPartner(caller, id), deliveryId, ...body }),
  setAsideDelivery: async (context, { caller, op, params: { id, deliveryId } }) =>
    setAsideDelivery(context, op, { partnerId: ownPartner(caller, id), deliveryId }),
}
