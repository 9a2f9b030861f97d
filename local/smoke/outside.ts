import { Report } from '../simulator/report.ts'
import { SmokeFailure } from './failure.ts'
import type { Tally } from './tally.ts'

/** The partner's own side of the story, by its public read. */
export async function readReport(simulatorUrl: string): Promise<Report> {
  const response = await fetch(new URL('/report', simulatorUrl), { signal: AbortSignal.timeout(10_000) })
  if (!response.ok) throw new SmokeFailure(`the simulator's report answered ${response.status}`)
  return Report.parse(await response.json())
}

const compared = ['accepted', 'declined', 'late', 'arrived', 'completed'] as const

/** Where the partner's side differs from the ledger's; empty when both tell the same. */
export const differencesOf = (tally: Tally, report: Report): string[] =>
  compared
    .filter((what) => tally[what] !== report[what])
    .map((what) => `${what}: the ledger says ${tally[what]}, the partner ${report[what]}`)
