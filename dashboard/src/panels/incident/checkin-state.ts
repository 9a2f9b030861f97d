import { awaitsCheckin } from '#contracts/domain/incident/read.ts'
import type { Assignment } from '#contracts/domain/incident/state.ts'
import { defaultSla, type Sla } from '#contracts/domain/sla.ts'

/** `seconds`: left until the answer is overdue, or since it is. */
export type Checkin =
  { state: 'answered'; answeredAt: string } | { state: 'waiting' | 'overdue'; seconds: number }

/** The last sign of life that was asked of somebody; null when none was, or when it does not matter any more. */
export const checkinOf = (
  assignment: Assignment,
  now: number,
  { checkinS }: Pick<Sla, 'checkinS'> = defaultSla,
): Checkin | null => {
  const { checkin } = assignment
  if (checkin === undefined) return null
  if (checkin.answeredAt !== null) return { state: 'answered', answeredAt: checkin.answeredAt }
  if (!awaitsCheckin(assignment)) return null
  const left = (Date.parse(checkin.requestedAt) - now) / 1000 + checkinS
  return left > 0 ? { state: 'waiting', seconds: left } : { state: 'overdue', seconds: -left }
}
