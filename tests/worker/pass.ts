import type { Found, LoopPlan } from '../../worker/loops/plan.ts'

export type TakenUp = Partial<Record<Found, number>>

/** One pass of a loop. Returns what it found undone and did; `takenUp` has it also when the pass fails. */
export const onePass = async ({ run }: LoopPlan, takenUp: TakenUp = {}): Promise<TakenUp> => {
  await run(new AbortController().signal, (what, many = 1) => {
    takenUp[what] = (takenUp[what] ?? 0) + many
  })
  return takenUp
}
