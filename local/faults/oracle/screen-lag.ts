import type { Fact, Fault } from './evidence.ts'

/** After quiet every screen shows what the database holds within this (I14). */
const SHOWN_WITHIN_MS = 5000

/** What screens do not show though nothing has happened for so long; empty when the look came too early to say. */
export const screenLag = (
  faults: readonly Fault[],
  {
    lookedAt,
    quietAt,
    facts,
    slackMs,
  }: { lookedAt: number; quietAt: number; facts: readonly Fact[]; slackMs: number },
): Fault[] => {
  const last = facts.reduce((latest, { at }) => Math.max(latest, Date.parse(at)), quietAt)
  if (lookedAt - last < SHOWN_WITHIN_MS + slackMs) return []
  return faults.filter(({ law }) => law === 'I14')
}
