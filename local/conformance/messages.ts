import type { DeliveryBody, DeliveryType } from '#contracts/wire/partner/deliveries.ts'
import { deliveryExamples } from '#contracts/wire/partner/examples-out.ts'

/** The bytes of a message, written as the platform writes them. */
export const bodyOf = <T extends DeliveryType>(type: T, more: Partial<DeliveryBody<T>> = {}): string =>
  JSON.stringify({
    type,
    timestamp: '2026-01-17T06:05:00.000Z',
    data: { ...deliveryExamples[type], ...more },
  })

export const deliveryTypes = Object.keys(deliveryExamples) as DeliveryType[]
