import { inputText, planText } from './kept.ts'
import { lookAt } from './look.ts'
import { notAskedIn } from './not-asked.ts'
import { planRound } from './round.ts'
import { type Swap, swapsOf } from './swaps.ts'
import type { RoundInput, RoundPlan } from './types.ts'

/** A round decided: its plan, whom to move for it, and the texts that are kept of it if it changes something. */
export interface Decided {
  plan: RoundPlan
  swaps: Swap[]
  texts: { input: string; plan: string; notAsked: string }
}

/** Needs × volunteers up to which every single reason is kept; above, the counts in the ledger must do. */
const EXPLAINED = 100_000

export const pairsOf = ({ incidents, candidates }: RoundInput): number =>
  incidents.reduce((sum, { needs }) => sum + needs.length, 0) * candidates.length

/** Everything of a round that takes time, from one look at everybody; so that it can be done wherever there is time. */
export const decideRound = (input: RoundInput): Decided => {
  const look = lookAt(input)
  const plan = planRound(input, look)
  const notAsked = pairsOf(input) <= EXPLAINED ? notAskedIn(input, plan, look) : null
  return {
    plan,
    swaps: swapsOf(input, plan),
    texts: { input: inputText(input), plan: planText(plan), notAsked: JSON.stringify(notAsked) },
  }
}
