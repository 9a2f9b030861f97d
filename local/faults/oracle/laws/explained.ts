import { disturbedMs } from '../disturbed.ts'
import type { Evidence, Fact, Fault, LawOf } from '../evidence.ts'
import { LATE_MS, timeOf } from '../time.ts'

/** Asked for since then, and nobody has learned it. */
interface Hopeless {
  needId: string
  from: number
}

const ends = new Set(['incident.cancelled', 'incident.closed', 'incident.rejected', 'incident.referred'])
const isSaid = ({ data }: Fact): boolean =>
  Object.keys(data['reasons'] as object).length > 0 && (data['remedies'] as unknown[]).length > 0

/** Until when each need waited that wants what no volunteer of the crowd has learned: told why, or over. */
const waits = (facts: readonly Fact[], now: number): (Hopeless & { until: number; fact: string })[] => {
  const wanted = new Map<string, string[]>()
  const waiting = new Map<string, Hopeless[]>()
  const done: (Hopeless & { until: number; fact: string })[] = []
  for (const fact of facts) {
    const { type, entityId, data, at } = fact
    const needId = String(data['needId'])
    if (type === 'need.added' && typeof data['skill'] === 'string')
      wanted.set(entityId, [...(wanted.get(entityId) ?? []), needId])
    if (type === 'incident.dispatched')
      waiting.set(
        entityId,
        (wanted.get(entityId) ?? []).map((one) => ({ needId: one, from: timeOf(at) })),
      )
    const mine = waiting.get(entityId) ?? []
    const over = ends.has(type)
      ? mine
      : mine.filter((one) => one.needId === needId && type === 'need.stalled' && isSaid(fact))
    for (const one of over) done.push({ ...one, until: timeOf(at), fact: entityId })
    waiting.set(
      entityId,
      mine.filter((one) => !over.includes(one)),
    )
  }
  return [
    ...done,
    ...[...waiting].flatMap(([fact, mine]) => mine.map((one) => ({ ...one, until: now, fact }))),
  ]
}

/** I9: where nobody can come, the desk is told why and what may be done, within 15 s and as long as something was wrong. */
export const explained: LawOf = ({ dump, disturbed, slackMs, now }: Evidence) =>
  waits(dump.facts, now).flatMap(({ needId, from, until, fact }): Fault[] =>
    until - from <= LATE_MS + slackMs + disturbedMs(disturbed, from, until)
      ? []
      : [
          {
            law: 'I9',
            subject: fact,
            what: `${needId} waited ${Math.round((until - from) / 1000)} s for a reason`,
          },
        ],
  )
