import { z } from 'zod'
import { Instant } from '#contracts/domain/instant.ts'
import { DeliveryState } from './deliveries.ts'

/** Partners as the partner desk shows them. */
const Direction = z.enum(['in', 'out'])

/** A secret in the clear; answered once, by the call that made it, and never again. */
export const ShownSecret = z.object({ secretId: z.string(), direction: Direction, secret: z.string() })
export type ShownSecret = z.infer<typeof ShownSecret>

const Attempt = z.object({
  at: Instant,
  status: z.int().nullable(),
  error: z.string().nullable(),
  tookMs: z.number(),
})

export const PartnerView = z.object({
  id: z.string(),
  version: z.int(),
  ref: z.string(),
  name: z.string(),
  /** Synthetic volunteers; takes part in drills and nothing else. */
  sandbox: z.boolean(),
  status: z.enum(['enabled', 'disabled']),
  /** Why he was disabled or enabled last. */
  statusReason: z.string().nullable(),
  /** Where messages go; null: nowhere. */
  url: z.string().nullable(),
  /** A new URL on its way: `proposed` until its ping is answered and noted, then `checked` until it is approved. */
  proposal: z
    .object({
      url: z.string(),
      state: z.enum(['proposed', 'checked']),
      by: z.object({ id: z.string(), name: z.string().nullable() }),
      at: Instant,
      checkedAt: Instant.nullable(),
      /** Whether an administrator other than the proposer has to approve it. */
      wantsSecond: z.boolean(),
      ping: z.object({ state: DeliveryState, attempts: z.array(Attempt) }).nullable(),
    })
    .nullable(),
  /** Active ones, the oldest first; `in`: he signs with it, `out`: we do. */
  secrets: z.array(
    z.object({
      secretId: z.string(),
      direction: Direction,
      createdAt: Instant.nullable(),
      /** The old one of two counts before this moment only; null: until it is retired. */
      until: Instant.nullable(),
    }),
  ),
  createdAt: Instant,
  changedAt: Instant,
})
export type PartnerView = z.infer<typeof PartnerView>

/** With the secrets that were just made; a repeat of the call shows none. */
export const PartnerWithSecrets = PartnerView.extend({ shown: z.array(ShownSecret).default([]) })

export const PartnerHealth = z.object({
  /** Since when the figures count: 24 hours ago. */
  since: Instant,
  events: z.object({ lastAt: Instant.nullable(), taken: z.int(), refused: z.int(), open: z.int() }),
  deliveries: z.object({
    lastDeliveredAt: Instant.nullable(),
    delivered: z.int(),
    /** Attempts that brought nothing. */
    failures: z.int(),
    pending: z.int(),
    /** Given up, of all time. */
    dead: z.int(),
    /** Of these: letters that nobody has sent once more or let rest. */
    waiting: z.int(),
  }),
  /** `open`: the endpoint fails and is probed only; `gone`: it answered 410; `none`: there is no endpoint. */
  circuit: z.enum(['closed', 'open', 'gone', 'none']),
  failuresInARow: z.int(),
  failingSince: Instant.nullable(),
  lastError: z.string().nullable(),
  probeAt: Instant.nullable(),
})
export type PartnerHealth = z.infer<typeof PartnerHealth>

const Figures = z.object({
  offers: z.int(),
  accepted: z.int(),
  declined: z.int(),
  /** No answer in time. */
  silent: z.int(),
  undelivered: z.int(),
  withdrawn: z.int(),
  /** Came to the place. */
  arrived: z.int(),
})
export type Figures = z.infer<typeof Figures>
export const Acceptance = z.object({
  from: Instant,
  to: Instant,
  /** Only periods in which something happened; `period` in WITA: `2026-01-17`, `2026-01`, `2026-01-17T14`. */
  periods: z.array(Figures.extend({ period: z.string() })),
  total: Figures,
})

/** One message of the partner to us. */
export const InboundEvent = z.object({
  webhookId: z.string(),
  receivedAt: Instant,
  /** Null: it cannot be read, or its body was erased. */
  type: z.string().nullable(),
  /** Null: never answered; he was told to send it again. */
  status: z.int().nullable(),
  /** The outcome, or the code of the problem. */
  outcome: z.string().nullable(),
  /**
   * As he sent it, as far as it fits the contract, personal data masked; null when nothing does, when it was erased, or is a
   * photo.
   */
  body: z.unknown(),
})
export type InboundEvent = z.infer<typeof InboundEvent>

export const DeliveryRow = z.object({
  id: z.string(),
  webhookId: z.string(),
  type: z.string(),
  state: DeliveryState,
  createdAt: Instant,
  nextAt: Instant.nullable(),
  volunteerRef: z.string().nullable(),
  drill: z.boolean(),
  attempts: z.int(),
  lastStatus: z.int().nullable(),
  lastError: z.string().nullable(),
  lastTookMs: z.number().nullable(),
  replays: z.int(),
  /** Since when somebody lets it rest, of one that was given up. */
  restsSince: Instant.nullable(),
})
export type DeliveryRow = z.infer<typeof DeliveryRow>

export const DeliveryDetail = DeliveryRow.extend({
  /** What was posted, personal data masked; `data` is null when it was erased. */
  body: z.object({
    type: z.string(),
    timestamp: Instant,
    data: z.record(z.string(), z.unknown()).nullable(),
  }),
  /** Each attempt with what was sent besides the body (the signature masked) and what came back. */
  tries: z.array(
    Attempt.extend({ headers: z.record(z.string(), z.string()), answer: z.string().nullable() }),
  ),
  replayedAt: z.array(Instant),
})
export type DeliveryDetail = z.infer<typeof DeliveryDetail>
