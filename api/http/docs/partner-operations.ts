import { z } from 'zod'
import { DeliveryEnvelope, deliveryBodies, type DeliveryType } from '#contracts/wire/partner/deliveries.ts'
import {
  EVIDENCE_TYPES,
  EvidenceTaken,
  PartnerEvent,
  PartnerOutcome,
  Positions,
  PositionsTaken,
} from '#contracts/wire/partner/events.ts'
import { PARTNER } from '../partner/router.ts'
import { json, problemResponse } from './operations.ts'
import type { JsonSchema } from './schema.ts'

const header = (name: string, description: string): JsonSchema => ({
  name,
  in: 'header',
  required: true,
  description,
  schema: { type: 'string' },
})

/** Standard Webhooks 1.0.0, both ways. */
const signature: JsonSchema[] = [
  header('webhook-id', 'Names the message; a repeat carries the same id and is answered the same.'),
  header('webhook-timestamp', 'Unix seconds, not more than 300 away.'),
  header(
    'webhook-signature',
    '`v1,` and base64 HMAC-SHA256 of `id.timestamp.rawBody`; several with spaces between.',
  ),
]
const signed: JsonSchema[] = [header('x-partner-ref', 'Who sends.'), ...signature]

const post = (operationId: string, summary: string, body: z.ZodType, answer: z.ZodType): JsonSchema => ({
  operationId,
  summary,
  parameters: signed,
  requestBody: { required: true, content: json(body, 'input') },
  responses: { 200: { description: 'Saved.', content: json(answer, 'output') }, default: problemResponse },
})

/** The bytes of a picture instead of JSON. */
const upload = (operationId: string, summary: string, answer: z.ZodType): JsonSchema => ({
  operationId,
  summary,
  parameters: signed,
  requestBody: { required: true, content: Object.fromEntries(EVIDENCE_TYPES.map((type) => [type, {}])) },
  responses: { 201: { description: 'Kept.', content: json(answer, 'output') }, default: problemResponse },
})

const read = (operationId: string, summary: string, parameters: JsonSchema[]): JsonSchema => ({
  operationId,
  summary,
  parameters: [...parameters, ...signed],
  responses: {
    200: { description: 'Found.', content: { 'application/json': { schema: { type: 'object' } } } },
    default: problemResponse,
  },
})

const inPath = (name: string): JsonSchema => ({
  name,
  in: 'path',
  required: true,
  schema: { type: 'string' },
})
const stateOpen: JsonSchema = { name: 'state', in: 'query', required: true, schema: { const: 'open' } }

/** What partners say and ask. */
export const partnerPaths = (): Record<string, Record<string, JsonSchema>> => ({
  [`${PARTNER}/events`]: {
    post: post('partnerEvent', 'One event, at most 64 kB.', PartnerEvent, PartnerOutcome),
  },
  [`${PARTNER}/evidence`]: {
    post: upload(
      'partnerEvidence',
      'A photo, at most 5 MB, for an `evidence.added` within a day; the signature is over its bytes.',
      EvidenceTaken,
    ),
  },
  [`${PARTNER}/positions`]: {
    post: post('partnerPositions', 'Where volunteers are, at most 256 kB.', Positions, PositionsTaken),
  },
  [`${PARTNER}/offers`]: { get: read('partnerOffers', 'Offers without an answer.', [stateOpen]) },
  [`${PARTNER}/assignments/{id}`]: {
    get: read('partnerAssignment', 'One assignment of this partner.', [inPath('id')]),
  },
  [`${PARTNER}/events/{webhookId}`]: {
    get: read('partnerEventOutcome', 'What an event was answered.', [inPath('webhookId')]),
  },
})

/** What we say to partners. */
export const partnerWebhooks = (): Record<string, Record<string, JsonSchema>> =>
  Object.fromEntries(
    (Object.keys(deliveryBodies) as DeliveryType[]).map((type) => {
      const envelope = DeliveryEnvelope.extend({ type: z.literal(type), data: deliveryBodies[type] })
      const answers = { '2XX': { description: 'Taken; anything else is tried again.' } }
      const requestBody = { required: true, content: json(envelope, 'output') }
      return [
        type,
        { post: { operationId: `deliver.${type}`, parameters: signature, requestBody, responses: answers } },
      ]
    }),
  )
