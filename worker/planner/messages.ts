import type { RoundInput, RoundPlan } from '../matching/types.ts'

/** A round for the thread, and its answer. Both are plain data. */
export interface ToPlan {
  id: number
  input: RoundInput
}
export interface Planned {
  id: number
  plan: RoundPlan
}
