import { z } from 'zod'
import { Instant } from '#contracts/domain/instant.ts'
import { PolicySettings } from '#contracts/domain/policy/settings.ts'
import { SettingsChange } from './procedure.ts'
import type { Route } from './route.ts'

const Person = z.object({ id: z.string(), displayName: z.string() })

export const PolicyView = z.object({
  /** Rises by one with every change; 1: what every agency begins with. */
  number: z.int(),
  /** The name that rounds and offers keep. */
  version: z.string(),
  settings: PolicySettings,
  /** What every agency begins with, to compare. */
  defaults: PolicySettings,
  changedAt: Instant.nullable(),
  changedBy: Person.nullable(),
})
export type PolicyView = z.infer<typeof PolicyView>

/** How an agency asks: data, with a history. */
export const policyRoutes = {
  readPolicy: {
    method: 'get',
    path: '/policy',
    action: 'policy.read',
    summary: 'How the agency asks at present.',
    status: 200,
    response: PolicyView,
  },
  listPolicyChanges: {
    method: 'get',
    path: '/policy/changes',
    action: 'policy.read',
    summary: 'Who changed what, when and why, the latest first.',
    status: 200,
    response: z.object({ changes: z.array(SettingsChange) }),
  },
  changePolicy: {
    method: 'patch',
    path: '/policy',
    action: 'policy.change',
    summary: 'Other settings from the next round on; offers that are open stay as they are.',
    body: z.strictObject({
      /** The number of the policy that this change was thought of for: another one meanwhile is a refusal. */
      expected: z.int().positive(),
      change: PolicySettings.partial(),
      reason: z.string().trim().min(3).max(500),
    }),
    status: 200,
    response: PolicyView,
  },
} as const satisfies Record<string, Route>
