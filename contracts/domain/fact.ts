import { z } from 'zod'
import { Instant } from './instant.ts'

export const entityKinds = [
  'incident',
  'volunteer',
  'partner',
  'user',
  'zone',
  'policy',
  'procedure',
  'shift',
] as const
export const EntityKind = z.enum(entityKinds)
export type EntityKind = z.infer<typeof EntityKind>

/** Who caused a fact. `system` is the platform itself (a match round, an expiry). */
export const Actor = z.strictObject({
  kind: z.enum(['user', 'partner', 'volunteer', 'system']),
  id: z.string().max(64),
})
export type Actor = z.infer<typeof Actor>

/** What a command returns: the type of the fact and its codes, ids, points, quantities and times. No personal data. */
export interface FactBody<T extends string = string, D = unknown> {
  type: T
  data: D
}

/** One thing that happened. `version` and `index` say which write of which document, and the place within it. */
export const Fact = z.object({
  id: z.string(),
  agencyId: z.string(),
  kind: EntityKind,
  entityId: z.string(),
  version: z.int().positive(),
  index: z.int().nonnegative(),
  type: z.string(),
  at: Instant,
  by: Actor,
  opId: z.string(),
  data: z.record(z.string(), z.unknown()),
})
export type Fact = z.infer<typeof Fact>

/** A fact with its place in the agency's ledger. */
export const PlacedFact = Fact.extend({ seq: z.int().positive(), hash: z.string() })
export type PlacedFact = z.infer<typeof PlacedFact>

/** Folding needs when and by whom, not the place in the ledger. */
export type Happened<B extends FactBody> = B & { at: Instant; by: Actor }

/** Union of the bodies of a catalogue `{ type: schema }`. */
export type BodiesOf<C extends Record<string, z.ZodType>> = {
  [K in keyof C & string]: FactBody<K, z.infer<C[K]>>
}[keyof C & string]

/** Identity of the entity that a first fact brings to life. */
export interface Birth {
  id: string
  agencyId: string
}
