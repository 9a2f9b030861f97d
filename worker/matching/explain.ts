import type { PositionSource } from '#contracts/domain/incident/words.ts'
import type { ReasonCode, Tally } from './reasons.ts'
import type { Prospect } from './prospect.ts'
import type { Search } from './search.ts'

/** What a person may do about a need that lacks people. */
export const REMEDIES = [
  'ask_again',
  'widen',
  'change_vehicle',
  'check_zones',
  'call_by_hand',
  'renew_papers',
  'hand_over',
  'drop',
] as const
export type Remedy = (typeof REMEDIES)[number]

type Cures = Readonly<Record<Remedy, readonly ReasonCode[]>>

/** The reasons that a remedy takes away; none named: it is always open. */
const CURES: Cures = {
  ask_again: ['already_asked'],
  widen: ['outside_ring'],
  change_vehicle: ['wrong_vehicle'],
  // A zone may have been over for long, or leave a way that nobody has drawn.
  check_zones: ['inside_zone', 'zone_at_incident', 'across_zone'],
  // People exist whom a telephone reaches and our channels or rules do not.
  call_by_hand: [
    'off_duty',
    'paused',
    'claimed',
    'asked_elsewhere',
    'budget_spent',
    'cooling_down',
    'no_channel',
    'no_position',
    'implausible_position',
    'no_skill',
    // No ring takes in whoever is so far away.
    'too_far',
    'too_costly',
  ],
  renew_papers: ['insurance_expired', 'training_expired', 'no_insurance', 'no_training'],
  hand_over: [],
  drop: [],
}

/** As releases told it whose rounds are replayed. */
const FIRST_CURES: Cures = {
  ...CURES,
  widen: ['outside_ring', 'too_far'],
  call_by_hand: CURES.call_by_hand.filter((reason) => reason !== 'too_far'),
}

const helping = (cures: Cures, reasons: Tally): Remedy[] =>
  REMEDIES.filter((remedy) => cures[remedy].length === 0 || cures[remedy].some((reason) => reasons[reason]))

/** What would help a need that lacks people, the most promising first. `isWidest`: its search has come to the last ring. */
export const remediesFor = (reasons: Tally, isWidest = false): Remedy[] =>
  helping(CURES, reasons).filter((remedy) => remedy !== 'widen' || !isWidest)

export const firstRemediesFor = (reasons: Tally): Remedy[] => helping(FIRST_CURES, reasons)

/** Why this volunteer: codes and counts for one sentence on a screen. */
export interface Why {
  /** The one to fill a slot, or a second copy in case he declines. */
  ask: 'first' | 'spare'
  source: PositionSource
  /** The ring he was found in. */
  ring: number
  /** His place among all who fit this need, by cost: 1 is the best. */
  rank: number
  of: number
  /** The chance that he says yes, from his past answers. */
  chance: number
  /** Seconds of arrival that asking him wins; null with a fixed number per slot. */
  gainS: number | null
}

/** `place` counts from 0 among those chosen for this search, cheapest first. */
export const whyChosen = (
  search: Search,
  prospect: Prospect,
  place: number,
  source: PositionSource,
  gainS: number | null,
): Why => ({
  ask: place < search.firsts ? 'first' : 'spare',
  source,
  ring: prospect.ring,
  rank: search.pool.cheaperThan(prospect) + 1,
  of: search.pool.size,
  chance: Math.round(prospect.chance * 1000) / 1000,
  gainS,
})
