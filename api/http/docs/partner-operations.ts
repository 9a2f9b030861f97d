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
import * as examples from '#contracts/wire/partner/examples-in.ts'
import { deliveryExample } from '#contracts/wire/partner/examples-out.ts'
import type { PartnerLimitKind } from '#contracts/wire/partner/limits.ts'
import { AssignmentState, EventOutcome, OpenOffers } from '#contracts/wire/partner/reads.ts'
import { PARTNER } from '../partner/router.ts'
import { withExamples, type Examples } from './examples.ts'
import { json } from './operations.ts'
import { limitsOf, limitsSaid, refusals } from './partner-refusals.ts'
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

interface Said {
  kind: PartnerLimitKind
  summary: string
  parameters?: JsonSchema[]
  requestBody?: JsonSchema
  status?: 200 | 201
  answer: z.ZodType
  /** Answers with this status. */
  answers: Examples
}

const operation = (operationId: string, said: Said): JsonSchema => {
  const { kind, summary, parameters = [], requestBody, status = 200, answer, answers } = said
  return {
    operationId,
    summary,
    description: limitsSaid(kind),
    'x-limits': limitsOf(kind),
    parameters: [...parameters, ...signed],
    ...(requestBody && { requestBody }),
    responses: {
      [status]: { description: 'Saved, or found.', content: withExamples(json(answer, 'output'), answers) },
      ...refusals(kind),
    },
  }
}

const body = (schema: z.ZodType, said: Examples): JsonSchema => ({
  required: true,
  content: withExamples(json(schema, 'input'), said),
})

/** The bytes of a picture instead of JSON. */
const picture: JsonSchema = {
  required: true,
  content: Object.fromEntries(EVIDENCE_TYPES.map((type) => [type, {}])),
}

const inPath = (name: string): JsonSchema => ({
  name,
  in: 'path',
  required: true,
  schema: { type: 'string' },
})
const stateOpen: JsonSchema = { name: 'state', in: 'query', required: true, schema: { const: 'open' } }

const eventTypes = Object.keys(examples.eventExamples) as (keyof typeof examples.eventExamples)[]
const events = Object.fromEntries(eventTypes.map((type) => [type, examples.eventExample(type)]))
const outcomes: Examples = {
  ...Object.fromEntries(eventTypes.map((type) => [type, examples.eventExamples[type].answer])),
  ...Object.fromEntries(
    Object.entries(examples.answersToYes).map(([outcome, answer]) => [`offer.accepted: ${outcome}`, answer]),
  ),
}

/** What partners say and ask. */
export const partnerPaths = (): Record<string, Record<string, JsonSchema>> => ({
  [`${PARTNER}/events`]: {
    post: operation('partnerEvent', {
      kind: 'events',
      summary: 'One event.',
      requestBody: body(PartnerEvent, events),
      answer: PartnerOutcome,
      answers: outcomes,
    }),
  },
  [`${PARTNER}/evidence`]: {
    post: operation('partnerEvidence', {
      kind: 'evidence',
      summary: 'A photo for an `evidence.added` within a day; the signature is over its bytes.',
      requestBody: picture,
      status: 201,
      answer: EvidenceTaken,
      answers: { kept: examples.evidenceTakenExample },
    }),
  },
  [`${PARTNER}/positions`]: {
    post: operation('partnerPositions', {
      kind: 'positions',
      summary: 'Where volunteers are: 1 to 1,000 positions.',
      requestBody: body(Positions, { positions: examples.positionsExample }),
      answer: PositionsTaken,
      answers: { taken: examples.positionsTakenExample },
    }),
  },
  [`${PARTNER}/offers`]: {
    get: operation('partnerOffers', {
      kind: 'reads',
      summary: 'Offers without an answer.',
      parameters: [stateOpen],
      answer: OpenOffers,
      answers: { open: examples.openOffersExample },
    }),
  },
  [`${PARTNER}/assignments/{id}`]: {
    get: operation('partnerAssignment', {
      kind: 'reads',
      summary: 'One assignment of this partner.',
      parameters: [inPath('id')],
      answer: AssignmentState,
      answers: { found: examples.assignmentStateExample },
    }),
  },
  [`${PARTNER}/events/{webhookId}`]: {
    get: operation('partnerEventOutcome', {
      kind: 'reads',
      summary: 'What an event or a photo was answered.',
      parameters: [inPath('webhookId')],
      answer: EventOutcome,
      answers: { answered: examples.eventOutcomeExample },
    }),
  },
})

/** What we say to partners. */
export const partnerWebhooks = (): Record<string, Record<string, JsonSchema>> =>
  Object.fromEntries(
    (Object.keys(deliveryBodies) as DeliveryType[]).map((type) => {
      const envelope = DeliveryEnvelope.extend({ type: z.literal(type), data: deliveryBodies[type] })
      const answers = { '2XX': { description: 'Taken; anything else is tried again.' } }
      const content = withExamples(json(envelope, 'output'), { [type]: deliveryExample(type) })
      const requestBody = { required: true, content }
      return [
        type,
        { post: { operationId: `deliver.${type}`, parameters: signature, requestBody, responses: answers } },
      ]
    }),
  )
