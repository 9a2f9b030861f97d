import { z } from 'zod'
import { EntityKind, PlacedFact } from '#contracts/domain/fact.ts'
import { Instant } from '#contracts/domain/instant.ts'
import type { Route } from './route.ts'

const id = z.string().min(1).max(80)
const moment = z.iso.datetime({ offset: true })
const place = z.coerce.number().int().positive()

/** A fact with who did it (staff by name, volunteers by id only) and the human number of what it is about. */
export const LedgerFact = PlacedFact.extend({ byName: z.string().nullable(), subject: z.string().nullable() })
export type LedgerFact = z.infer<typeof LedgerFact>

export const ChainCheck = z.object({
  from: z.int(),
  to: z.int(),
  checked: z.int(),
  /** The first fact that does not follow from the one before it; null: all do. */
  fault: z.object({ seq: z.int(), what: z.enum(['hash', 'gap']) }).nullable(),
  /** The hash before the first and of the last fact that was checked. */
  before: z.string(),
  last: z.string(),
  head: z.object({ seq: z.int(), hash: z.string().nullable() }),
  /** Anchors outside the database within the range; null: the api was not told where they lie. */
  anchors: z
    .object({
      compared: z.int(),
      differing: z.int(),
      last: z.object({ at: Instant, seq: z.int() }).nullable(),
    })
    .nullable(),
  at: Instant,
})
export type ChainCheck = z.infer<typeof ChainCheck>

/** Most facts that one check reads. */
export const MOST_CHECKED = 50_000

export const ledgerRoutes = {
  browseLedger: {
    method: 'get',
    path: '/ledger',
    action: 'ledger.read',
    summary:
      'The ledger, newest first, by kind, type, entity, who and time, of the kinds that the role may hear of; `next` is what to ask for as `before`.',
    query: z.strictObject({
      kind: EntityKind.optional(),
      /** Types of facts with commas between: `phone.shown,volunteer.phone_shown`. */
      type: z
        .string()
        .max(800)
        .regex(/^[a-z_.]+(,[a-z_.]+)*$/)
        .optional(),
      /** Also the number of an incident (`KJ-2026-0001`), or what a partner calls a volunteer. */
      entityId: id.optional(),
      by: id.optional(),
      from: moment.optional(),
      to: moment.optional(),
      before: place.optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    status: 200,
    response: z.object({ facts: z.array(LedgerFact), next: z.int().nullable() }),
  },
  checkChain: {
    method: 'get',
    path: '/ledger/check',
    action: 'ledger.read',
    summary: 'Follows the hash chain over a range (the last 50,000 facts at most).',
    query: z.strictObject({ from: place.optional(), to: place.optional() }),
    status: 200,
    response: ChainCheck,
  },
} as const satisfies Record<string, Route>
