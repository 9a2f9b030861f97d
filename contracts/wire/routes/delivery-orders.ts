import { z } from 'zod'
import { DeliveryDetail } from './partner-views.ts'
import type { Route } from './route.ts'

const order = (verb: string, summary: string) =>
  ({
    method: 'post',
    path: `/partners/:id/deliveries/:deliveryId/${verb}`,
    action: 'partner.connect',
    summary,
    params: z.strictObject({ id: z.string().min(1).max(80), deliveryId: z.string().min(1).max(300) }),
    body: z.strictObject({}),
    status: 200,
    response: DeliveryDetail,
  }) as const

/** What a person may do with a message that was given up. */
export const deliveryRoutes = {
  replayDelivery: order('replay', 'Try a message that was given up once more, under the same webhook-id.'),
  setAsideDelivery: order('set-aside', 'Let a dead letter rest: it alarms nobody any more.'),
} as const satisfies Record<string, Route>
