import { between, chance, type Luck, pick, whole } from '../luck.ts'
import type { Scenario } from '../scenario.ts'
import type { Hazard, NeedRow, Referral, Severity } from '../words.ts'
import { needsFor } from './needs.ts'

/** What the control room finds out when it looks twice. */
export type Gate =
  | { kind: 'verify' }
  | { kind: 'reject'; reason: 'palsu' | 'bukan_kedaruratan' }
  | { kind: 'refer'; to: Referral }
  /** The same as the call with this number in the plan. */
  | { kind: 'duplicate'; of: number }

/** How an incident goes when nothing comes between. Seconds of life, each from the step before. */
export interface Course {
  gate: Gate
  gateAfterS: number
  needs: NeedRow[]
  /** The agency's own team, from the verification on; null: volunteers do. */
  trc: { departsAfterS: number; arrivesAfterS: number } | null
  controlAfterS: number
  closeAfterS: number
}

const others: Partial<Record<Hazard, readonly Referral[]>> = {
  kebakaran_permukiman: ['damkar'],
  kebakaran_lahan: ['damkar'],
  orang_hilang: ['sar', 'polri'],
  laka_laut: ['sar'],
  laka_lalu_lintas: ['polri'],
}
/** Matters of power and roads come with any kind. */
const otherwise: readonly Referral[] = ['pln', 'pupr']

const gateOf = (
  luck: Luck,
  hazard: Hazard,
  { falsePct, referPct }: Pick<Scenario, 'falsePct' | 'referPct'>,
): Gate => {
  if (chance(luck, falsePct))
    return { kind: 'reject', reason: chance(luck, 60) ? 'palsu' : 'bukan_kedaruratan' }
  if (chance(luck, referPct)) return { kind: 'refer', to: pick(luck, others[hazard] ?? otherwise) }
  return { kind: 'verify' }
}

/** Grave ones get the agency's own team always, others sometimes. */
const TRC_PCT: Record<Severity, number> = { rendah: 10, sedang: 40, tinggi: 100, kritis: 100 }

export const courseFor = (
  luck: Luck,
  { hazard, severity }: { hazard: Hazard; severity: Severity },
  scenario: Pick<Scenario, 'falsePct' | 'referPct' | 'slots'>,
): Course => ({
  gate: gateOf(luck, hazard, scenario),
  gateAfterS: between(luck, 40, severity === 'kritis' ? 90 : 240),
  needs: needsFor(hazard, whole(luck, ...scenario.slots)),
  trc: chance(luck, TRC_PCT[severity])
    ? { departsAfterS: between(luck, 120, 420), arrivesAfterS: between(luck, 600, 1800) }
    : null,
  controlAfterS: between(luck, 120, 600),
  closeAfterS: between(luck, 300, 900),
})
