import { z } from 'zod'
import { Difference } from '../difference.ts'
import type { Actor, Birth, BodiesOf, Happened } from '../fact.ts'
import type { Instant } from '../instant.ts'
import { defaultMatchPolicy } from './defaults.ts'
import { type MatchPolicy, PolicySettings } from './settings.ts'

const TextRef = z.object({ textId: z.string(), digest: z.string() })

/** Every fact of an agency's policy. The first one holds all settings, so that later defaults change nothing of it. */
export const policyFacts = {
  'policy.adopted': z.object({ number: z.int().positive(), settings: PolicySettings }),
  'policy.changed': z.object({
    number: z.int().positive(),
    differences: z.array(Difference).min(1),
    reason: TextRef,
  }),
} as const
export type PolicyFactBody = BodiesOf<typeof policyFacts>
export type PolicyFact = Happened<PolicyFactBody>

/** How an agency asks at present. `number` rises by one with every change; rounds and offers name it. */
export interface Policy {
  id: string
  agencyId: string
  number: number
  settings: PolicySettings
  changedAt: Instant
  changedBy: Actor
}

/** The number that the settings have which every agency begins with. */
export const FIRST_NUMBER = 1

export const policyIdOf = (agencyId: string): string => `pol_${agencyId}`

const isKnown = (type: string): type is PolicyFact['type'] => Object.hasOwn(policyFacts, type)

/** Folds one fact into a policy. Total: unknown facts change nothing. */
export const evolvePolicy = (state: Policy | null, fact: PolicyFact, birth: Birth): Policy | null => {
  if (!isKnown(fact.type)) return state
  const changed = { number: fact.data.number, changedAt: fact.at, changedBy: fact.by }
  if (fact.type === 'policy.adopted') return { ...birth, ...changed, settings: fact.data.settings }
  if (state === null) return null
  const to = Object.fromEntries(fact.data.differences.map(({ field, to: value }) => [field, value]))
  return { ...state, ...changed, settings: { ...state.settings, ...to } }
}

const { version: firstVersion, ...firstSettings } = defaultMatchPolicy

/** What an agency asks by: its own settings, else the defaults. A field that is newer than the settings has its default. */
export const policyOf = (state: Policy | null): MatchPolicy =>
  state === null
    ? defaultMatchPolicy
    : { ...firstSettings, ...state.settings, version: `${state.agencyId}.${String(state.number)}` }

export const firstPolicy = { version: firstVersion, settings: firstSettings }
