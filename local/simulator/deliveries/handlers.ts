import type { z } from 'zod'
import { type DeliveryType, deliveryBodies } from '#contracts/wire/partner/deliveries.ts'
import type { Simulation } from '../simulation.ts'
import { unknownKeys } from '../unknown-keys.ts'
import { assignmentConfirmed } from './assignment-confirmed.ts'
import { assignmentStoodDown } from './assignment-stood-down.ts'
import { assignmentUpdated } from './assignment-updated.ts'
import { checkinRequested } from './checkin-requested.ts'
import { messageSent } from './message-sent.ts'
import { offerCreated } from './offer-created.ts'
import { offerWithdrawn } from './offer-withdrawn.ts'

/** Data that was understood: what to do with it, and fields that the contract does not know. */
export interface Understood {
  unknown: string[]
  act(sim: Simulation): void
}

type Handler = (data: unknown) => Understood | z.ZodError

const on =
  <S extends z.ZodType>(schema: S, act: (sim: Simulation, data: z.output<S>) => void): Handler =>
  (data) => {
    const read = schema.safeParse(data)
    return read.success
      ? { unknown: unknownKeys(data, read.data), act: (sim) => act(sim, read.data) }
      : read.error
  }

/** What we do with each type of delivery. */
export const handlers: Record<DeliveryType, Handler> = {
  'offer.created': on(deliveryBodies['offer.created'], offerCreated),
  'offer.withdrawn': on(deliveryBodies['offer.withdrawn'], offerWithdrawn),
  'assignment.confirmed': on(deliveryBodies['assignment.confirmed'], assignmentConfirmed),
  'assignment.updated': on(deliveryBodies['assignment.updated'], assignmentUpdated),
  'assignment.stood_down': on(deliveryBodies['assignment.stood_down'], assignmentStoodDown),
  'message.sent': on(deliveryBodies['message.sent'], messageSent),
  'checkin.requested': on(deliveryBodies['checkin.requested'], checkinRequested),
  ping: on(deliveryBodies.ping, ({ diary }) => diary.write('ping')),
}
