import type { Asked } from '#contracts/domain/incident/state.ts'

/** Volunteer ids by the code of the reason why they were not asked. */
export type IdsByReason = Readonly<Record<string, readonly string[]>>

/** Why one volunteer was not asked: the code of the round, or that he was, or that the round did not know of him. */
export const reasonFor = (
  notAsked: IdsByReason,
  asked: readonly Pick<Asked, 'volunteerId'>[],
  volunteerId: string,
): { code: string } | 'asked' | 'not_considered' => {
  const found = Object.entries(notAsked).find(([, ids]) => ids.includes(volunteerId))
  if (found !== undefined) return { code: found[0] }
  return asked.some((one) => one.volunteerId === volunteerId) ? 'asked' : 'not_considered'
}
