import type { PlacedFact } from '#contracts/domain/fact.ts'
import type { Report } from '../simulator/report.ts'
import { gapsIn } from './ledger.ts'
import { differencesOf } from './outside.ts'
import type { Tally } from './tally.ts'

/** The last line of the smoke. */
export type Verdict =
  | ({ ok: true } & Tally & { facts: number; gaps: number })
  | ({ ok: false; why: string } & Partial<Tally & { facts: number; gaps: number }>)

/** Does the whole story hold, on both sides? */
export const judge = (tally: Tally, ledger: readonly PlacedFact[], report: Report): Verdict => {
  const gaps = gapsIn(ledger)
  const numbers = { ...tally, facts: ledger.length, gaps }
  const why = [
    ...(['accepted', 'arrived', 'completed'] as const).flatMap((what) =>
      tally[what] === 2 ? [] : `${what} is ${tally[what]}, not 2`,
    ),
    ...(tally.declined > 0 ? [] : ['nobody declined']),
    ...(tally.late > 0 ? [] : ['nobody answered late']),
    ...(gaps === 0 ? [] : [`the ledger has ${gaps} gaps`]),
    ...differencesOf(tally, report),
    ...(report.unexpected.length === 0
      ? []
      : [
          `the partner did not expect: ${report.unexpected.map(({ kind, detail }) => `${kind} (${detail})`).join('; ')}`,
        ]),
  ]
  return why.length === 0 ? { ok: true, ...numbers } : { ok: false, why: why.join('; '), ...numbers }
}
