import type { IncidentSummary } from '#contracts/wire/routes/views.ts'
import type { Severity } from '#contracts/domain/words.ts'

export const sieves = ['active', 'critical', 'short', 'alarmed', 'archive'] as const
export type Sieve = (typeof sieves)[number]

export const unseen = (incident: IncidentSummary): number =>
  incident.alarms.filter((alarm) => alarm.acknowledgedAt === null).length

const tests: Record<Exclude<Sieve, 'archive'>, (incident: IncidentSummary) => boolean> = {
  active: () => true,
  critical: ({ severity }) => severity === 'kritis',
  short: ({ slots }) => slots.filled < slots.wanted,
  alarmed: ({ alarms }) => alarms.length > 0,
}

export const sifted = (
  incidents: readonly IncidentSummary[],
  sieve: Exclude<Sieve, 'archive'>,
): IncidentSummary[] => incidents.filter(tests[sieve])

const weight: Record<Severity, number> = { kritis: 0, tinggi: 1, sedang: 2, rendah: 3 }
const someoneCalls = ({ alarms }: IncidentSummary): number =>
  alarms.some(({ what, acknowledgedAt }) => what === 'sos' && acknowledgedAt === null) ? 0 : 1

/** The worst first: a call for help, then real before drill, then severity, then the newest. */
export const worstFirst = (a: IncidentSummary, b: IncidentSummary): number =>
  someoneCalls(a) - someoneCalls(b) ||
  Number(a.drill) - Number(b.drill) ||
  weight[a.severity] - weight[b.severity] ||
  b.reportedAt.localeCompare(a.reportedAt)

/** The sorted order, or the one that is held: what is new comes last, what is gone leaves. */
export const steady = (held: readonly string[] | null, sorted: readonly string[]): string[] => {
  if (held === null) return [...sorted]
  const present = new Set(sorted)
  const kept = held.filter((id) => present.has(id))
  const known = new Set(kept)
  return [...kept, ...sorted.filter((id) => !known.has(id))]
}
