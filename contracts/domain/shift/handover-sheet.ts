import { z } from 'zod'
import { Instant } from '../instant.ts'
import { Hazard, Severity, TaskType, Vehicle } from '../words.ts'
import { ZoneKind } from '../zone/zone.ts'

const id = z.string().max(80)
const count = z.int().nonnegative()
const Place = z.object({ lat: z.number(), lng: z.number(), kelurahan: z.string().nullable() })

/**
 * What one crew leaves to the next, as it stood at that moment; names and words are looked up when it is read, because
 * they can be erased. What is optional was not kept by older releases.
 */
export const HandoverSheet = z.object({
  /** The end of the ledger and its hash: whoever changes what came before breaks the chain to it. */
  seq: count,
  hash: z.string().nullable(),
  incidents: z
    .array(
      z.object({
        id,
        status: z.string(),
        wanted: count,
        filled: count,
        hazard: Hazard.optional(),
        severity: Severity.optional(),
        place: Place.optional(),
      }),
    )
    .max(300),
  stalled: z.array(z.object({ incidentId: id, needId: id, task: TaskType.optional() })).max(300),
  out: z.array(z.object({ incidentId: id, volunteerId: id, state: z.string() })).max(500),
  alarms: z.array(z.object({ incidentId: id, what: z.string(), acknowledged: z.boolean() })).max(500),
  /** Who was promised a call, and when. */
  callbacks: z
    .array(z.object({ incidentId: id, at: Instant }))
    .max(300)
    .optional(),
  /** Danger zones in force or to come. */
  zones: z
    .array(
      z.object({
        id,
        kind: ZoneKind,
        bars: z.array(Vehicle),
        from: Instant,
        until: Instant,
        reasonId: id,
        drill: z.boolean(),
      }),
    )
    .max(300)
    .optional(),
  /** Who called for help outside a task and was not answered. */
  sos: z
    .array(z.object({ volunteerId: id, at: Instant }))
    .max(300)
    .optional(),
  /** How many more there were than the sheet holds, the least grave; absent: it holds all. */
  left: z
    .object({
      incidents: count,
      stalled: count,
      out: count,
      alarms: count,
      callbacks: count,
      zones: count,
      sos: count,
    })
    .optional(),
})
export type HandoverSheet = z.infer<typeof HandoverSheet>
