import { randomOf } from '../../simulator/random.ts'
import { type Measured, mean, quantile } from '../measure.ts'
import { hindsightS } from './hindsight.ts'
import { aCityDay, type CityDay, type CityKind } from './people.ts'
import { cityPolicies } from './policies.ts'
import { roadsOf } from './roads.ts'
import { type CityOutcome, runCity } from './run.ts'

const IN_TIME_S = 900

export const cityKinds: readonly CityKind[] = [
  { name: 'City hot-700', hot: true, volunteers: 700 },
  { name: 'City hot-1500', hot: true, volunteers: 1500 },
  { name: 'City hot-6000', hot: true, volunteers: 6000 },
  { name: 'City uniform-700', hot: false, volunteers: 700 },
]

/** Plays one day with the policies whose names contain `text`. Everybody says yes here: refusals are the matter of Density and Taxi. */
export const playCity = (kind: CityKind, seed: number, text = ''): Map<string, Measured> => {
  const day = aCityDay(randomOf(seed, kind.name), kind)
  const roads = roadsOf(day)
  const bound = hindsightS(day.incidents.length, roads)
  const perfect: CityOutcome = {
    travelS: bound,
    responseS: bound,
    alerts: bound.length,
    redundant: 0,
    swaps: 0,
  }
  return new Map([
    ...Object.entries(cityPolicies)
      .filter(([name]) => name.includes(text))
      .map(([name, policy]) => [name, measured(runCity(day, roads, policy), bound, day)] as const),
    ['clairvoyant bound', measured(perfect, bound, day)] as const,
  ])
}

/** The ratio is of the ways: the minute between offer and commitment is the same for everybody. */
const measured = (outcome: CityOutcome, bound: readonly number[], day: CityDay): Measured => {
  const { travelS, responseS, alerts, redundant, swaps } = outcome
  const incidents = day.incidents.length
  return {
    firstS: mean(responseS),
    firstP90S: quantile(responseS, 0.9),
    overBound: mean(travelS) / mean(bound),
    inTime: responseS.filter((seconds) => seconds <= IN_TIME_S).length / incidents,
    covered: travelS.length / incidents,
    alertsPerIncident: alerts / incidents,
    alertsPerArrival: alerts / travelS.length,
    alertsPerReached: null,
    arrivalsPerReached: null,
    redundant: redundant / incidents,
    alertsPerVolunteerDay: alerts / day.volunteers.length,
    swapsPerIncident: swaps / incidents,
  }
}
