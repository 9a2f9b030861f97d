import { ALWAYS_AS_FAST } from '#contracts/domain/policy/speed.ts'
import type { RoundInput, RoundPlan } from './types.ts'

/** By which rules people are asked and reasons told; absent in the rounds of releases that knew the first ones. */
const RULES = 2

/** Everything that a round was decided from, as text. A plan uses no random number, so no seed belongs to it. */
export const inputText = ({ isBySize, isByFirstRules, ...input }: RoundInput): string =>
  JSON.stringify({
    ...input,
    ...(!isBySize && { exactBy: 'looks' }),
    ...(!isByFirstRules && { rules: RULES }),
  })

export const planText = (plan: RoundPlan): string => JSON.stringify(plan)

type KeptInput = Omit<RoundInput, 'now' | 'incidents' | 'candidates'> & {
  now: string
  /** How `exactWork` is counted; absent in the rounds of releases that counted the size of the problem. */
  exactBy?: 'looks'
  rules?: typeof RULES
  incidents: (Omit<RoundInput['incidents'][number], 'reportedAt'> & { reportedAt: string })[]
  candidates: (Omit<RoundInput['candidates'][number], 'restUntil'> & { restUntil: string | null })[]
}

/** The input again: the text of its plan is then the same to the byte. Trusts that `inputText` wrote it. */
export const inputFrom = (text: string): RoundInput => {
  const { exactBy, rules, ...kept } = JSON.parse(text) as KeptInput
  return {
    ...kept,
    ...(exactBy === undefined && { isBySize: true as const }),
    ...(rules === undefined && { isByFirstRules: true as const }),
    // A round that is older than these settings was planned as if the hour and the weather made no difference.
    policy: { ...ALWAYS_AS_FAST, ...kept.policy },
    now: new Date(kept.now),
    incidents: kept.incidents.map((one) => ({ ...one, reportedAt: new Date(one.reportedAt) })),
    candidates: kept.candidates.map((one) => ({
      ...one,
      restUntil: one.restUntil === null ? null : new Date(one.restUntil),
    })),
  }
}
