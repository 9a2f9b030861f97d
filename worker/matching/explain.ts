import type { PositionSource } from '#contracts/domain/incident/words.ts'
import type { ReasonCode, Tally } from './reasons.ts'
import type { Prospect } from './prospect.ts'
import type { Search } from './search.ts'

/** What a person may do about a stalled need. */
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

/** The reasons that a remedy takes away; none named: it is always open. */
const CURES: Record<Remedy, readonly ReasonCode[]> = {
  ask_again: ['already_asked'],
  widen: ['outside_ring', 'too_far'],
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
  ],
  renew_papers: ['insurance_expired', 'training_expired', 'no_insurance', 'no_training'],
  hand_over: [],
  drop: [],
}

/** What would help a stalled need, the most promising first. */
export const remediesFor = (reasons: Tally): Remedy[] =>
  REMEDIES.filter((remedy) => CURES[remedy].length === 0 || CURES[remedy].some((reason) => reasons[reason]))

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
