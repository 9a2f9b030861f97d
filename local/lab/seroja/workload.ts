import { defaultMatchPolicy } from '#contracts/domain/policy/defaults.ts'
import { randomOf } from '../../simulator/random.ts'
import { type Measured, mean, quantile } from '../measure.ts'
import { nearestPerSlot, productRound } from '../policies/night.ts'
import { aNight, type Night } from './people.ts'
import { type NightOutcome, runNight } from './run.ts'
import type { NightPolicy } from './view.ts'

/** So much as the policies that are not ours, which know no budget. */
const unbounded = { ...defaultMatchPolicy, alertsPerDay: Infinity }

/** The product's two with its daily budget of alerts, and without it. */
export const nightPolicies: Readonly<Record<string, NightPolicy>> = {
  'one at a time': nearestPerSlot(1),
  'broadcast 20': nearestPerSlot(20),
  '3 + replace': nearestPerSlot(3),
  '7 + replace': nearestPerSlot(7),
  'two per slot and waves': productRound({ ...defaultMatchPolicy, overAsk: 2 }),
  'ours, as the product': productRound(),
  'ours, silence forgotten': productRound({ ...defaultMatchPolicy, assumedUnreachable: 0 }),
  'ours, no budget': productRound(unbounded),
  'ours, no budget, silence forgotten': productRound({ ...unbounded, assumedUnreachable: 0 }),
}

/** Plays one night with every policy: the same people and calls; what somebody answers depends on how often he was asked. */
export const playSeroja = (seed: number): Map<string, Measured> => {
  const night = aNight(randomOf(seed, 'seroja'))
  return new Map(
    Object.entries(nightPolicies).map(([name, policy]) => [
      name,
      measured(runNight(night, policy, randomOf(seed, 'answers')), night),
    ]),
  )
}

/** No bound: who could have helped one call may have been needed at another. The nine hours count as the day. */
const measured = (outcome: NightOutcome, { calls, helpers }: Night): Measured => {
  const { firstS, slots, filled, inTime, alerts, redundant } = outcome
  return {
    firstS: mean(firstS),
    firstP90S: quantile(firstS, 0.9),
    overBound: null,
    inTime: inTime / slots,
    covered: filled / slots,
    alertsPerIncident: alerts / calls.length,
    alertsPerArrival: alerts / filled,
    alertsPerReached: null,
    arrivalsPerReached: null,
    redundant: redundant / calls.length,
    alertsPerVolunteerDay: alerts / helpers.length,
    swapsPerIncident: null,
  }
}
