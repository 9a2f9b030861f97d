import { randomOf } from '../../simulator/random.ts'
import { type Measured, mean, quantile } from '../measure.ts'
import { aCase, aHistory, type Population } from '../populations.ts'
import { clairvoyantS, type Outcome, runSearch } from './run.ts'
import type { PolicyMaker } from './view.ts'

export interface SearchWorkload {
  name: string
  population: Population
}

/** In time: within the third ring of the product's policy. */
const IN_TIME_S = 900
/** Such incidents an area of this size is taken to have in a day; makes alerts a burden of people. */
const INCIDENTS_A_DAY = 10

/** Plays one seed: every policy meets the same incidents, the same people and the same answers. */
export const playSearches = (
  { name, population }: SearchWorkload,
  incidents: number,
  seed: number,
  makers: Readonly<Record<string, PolicyMaker>>,
): Map<string, Measured> => {
  const random = randomOf(seed, name)
  const history = aHistory(random, population)
  const policies = Object.entries(makers).map(([policy, make]) => ({
    policy,
    plays: make(history),
    outcomes: [] as Outcome[],
  }))
  const bounds: (number | null)[] = []
  let people = 0
  for (let n = 0; n < incidents; n++) {
    const one = aCase(random, population)
    people += one.people.length
    bounds.push(clairvoyantS(one))
    for (const { plays, outcomes } of policies) outcomes.push(runSearch(one, plays))
  }
  const burden = (alerts: number): number => (alerts / people) * INCIDENTS_A_DAY
  return new Map([
    ...policies.map(({ policy, outcomes }) => [policy, measured(outcomes, bounds, burden)] as const),
    ['clairvoyant bound', ofBound(bounds, burden)] as const,
  ])
}

const measured = (
  outcomes: readonly Outcome[],
  bounds: readonly (number | null)[],
  burden: (alerts: number) => number,
): Measured => {
  const sum = (of: (outcome: Outcome) => number): number =>
    outcomes.reduce((total, one) => total + of(one), 0)
  const arrived = outcomes.flatMap(({ firstArrivalS }, n) =>
    firstArrivalS === null ? [] : [{ firstArrivalS, boundS: bounds[n]! }],
  )
  const firsts = arrived.map(({ firstArrivalS }) => firstArrivalS)
  const alerts = sum((one) => one.alerts)
  const arrivals = sum((one) => one.arrivals)
  return {
    firstS: mean(firsts),
    firstP90S: quantile(firsts, 0.9),
    overBound: mean(firsts) / mean(arrived.map(({ boundS }) => boundS)),
    inTime: firsts.filter((seconds) => seconds <= IN_TIME_S).length / outcomes.length,
    covered: firsts.length / outcomes.length,
    alertsPerIncident: alerts / outcomes.length,
    alertsPerArrival: alerts / arrivals,
    alertsPerReached: alerts / firsts.length,
    arrivalsPerReached: arrivals / firsts.length,
    redundant: sum((one) => one.redundant) / outcomes.length,
    alertsPerVolunteerDay: burden(alerts),
    swapsPerIncident: null,
  }
}

/** Who knows everything asks one person, who comes. */
const ofBound = (bounds: readonly (number | null)[], burden: (alerts: number) => number): Measured => {
  const known = bounds.filter((seconds) => seconds !== null)
  const part = known.length / bounds.length
  return {
    firstS: mean(known),
    firstP90S: quantile(known, 0.9),
    overBound: 1,
    inTime: known.filter((seconds) => seconds <= IN_TIME_S).length / bounds.length,
    covered: part,
    alertsPerIncident: part,
    alertsPerArrival: 1,
    alertsPerReached: 1,
    arrivalsPerReached: 1,
    redundant: 0,
    alertsPerVolunteerDay: burden(known.length),
    swapsPerIncident: null,
  }
}
