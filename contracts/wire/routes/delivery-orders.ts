import { z } from 'zod'
import { DeliveryDetail } from './partner-views.ts'
import type { Route } from './route.ts'

const order = <B extends z.ZodObject>(verb: string, summary: string, body: B) =>
  ({
    method: 'post',
    path: `/partners/:id/deliveries/:deliveryId/${verb}`,
    action: 'partner.connect',
    summary,
    params: z.strictObject({ id: z.string().min(1).max(80), deliveryId: z.string().min(1).max(300) }),
    body,
    status: 200,
    response: DeliveryDetail,
  }) as const

/** What a person may do with a message that was given up. */
export const deliveryRoutes = {
  replayDelivery: order(
    'replay',
    'Try a message that was given up once more, under the same webhook-id. Who and why stands in the ledger.',
    z.strictObject({ reason: z.string().trim().min(1).max(2000) }),
  ),
  setAsideDelivery: order(
    'set-aside',
    'Let a dead letter rest: it alarms nobody any more.',
    z.strictObject({}),
  ),
} as const satisfies Record<string, Route>
