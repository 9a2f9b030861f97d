import { z } from 'zod'
import { Difference } from '#contracts/domain/difference.ts'
import { Instant } from '#contracts/domain/instant.ts'
import { ProcedureSettings, ProcedureWish } from '#contracts/domain/procedure/settings.ts'
import type { Route } from './route.ts'

const Person = z.object({ id: z.string(), displayName: z.string() })

export const ProcedureView = z.object({
  /** Rises by one with every change; 1: what every agency begins with. */
  number: z.int(),
  settings: ProcedureSettings,
  /** What every agency begins with, to compare. */
  defaults: ProcedureSettings,
  changedAt: Instant.nullable(),
  changedBy: Person.nullable(),
})
export type ProcedureView = z.infer<typeof ProcedureView>

/** Who changed settings of the agency, when and why, and what from and to. */
export const SettingsChange = z.object({
  number: z.int(),
  at: Instant,
  by: Person,
  reason: z.string(),
  differences: z.array(Difference),
})
export type SettingsChange = z.infer<typeof SettingsChange>

/** Deadlines and needs templates of the agency: data, with a history. */
export const procedureRoutes = {
  readProcedure: {
    method: 'get',
    path: '/procedure',
    action: 'reference.read',
    summary: 'How long each step may take, and the needs that each hazard begins with.',
    status: 200,
    response: ProcedureView,
  },
  listProcedureChanges: {
    method: 'get',
    path: '/procedure/changes',
    action: 'policy.read',
    summary: 'Who changed what, when and why, the latest first.',
    status: 200,
    response: z.object({ changes: z.array(SettingsChange) }),
  },
  changeProcedure: {
    method: 'patch',
    path: '/procedure',
    action: 'policy.change',
    summary: 'Other deadlines or templates for incidents reported from now on; the others keep theirs.',
    body: z.strictObject({
      /** The number of the procedure that this change was thought of for: another one meanwhile is a refusal. */
      expected: z.int().positive(),
      change: ProcedureWish,
      reason: z.string().trim().min(3).max(500),
    }),
    status: 200,
    response: ProcedureView,
  },
} as const satisfies Record<string, Route>
