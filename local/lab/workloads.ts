import { cityKinds, playCity } from './city/workload.ts'
import type { Measured } from './measure.ts'
import { curvePolicy, curvePrices, searchPolicies } from './policies/all.ts'
import { densityPeople, type Population, taxiPeople } from './populations.ts'
import type { PolicyMaker } from './search/view.ts'
import { playSeroja } from './seroja/workload.ts'
import { playSearches } from './search/workload.ts'

/** A workload of the laboratory: plays one seed and gives what each policy came to. */
export interface Workload {
  name: string
  play: (seed: number) => Map<string, Measured>
}

const INCIDENTS = { full: 2_000, quick: 200 }
/** A Taxi search asks ten times as many people as one of Density and is told by a curve of policies: fewer incidents do. */
const TAXI_INCIDENTS = { full: 200, quick: 60 }

export const curveName = (price: number): string => `ours at ${price}`
const curve = Object.fromEntries(curvePrices.map((price) => [curveName(price), curvePolicy(price)]))

const search = (
  name: string,
  population: Population,
  incidents: number,
  makers: Readonly<Record<string, PolicyMaker>>,
): Workload => ({ name, play: (seed) => playSearches({ name, population }, incidents, seed, makers) })

const named = (text: string, makers: Readonly<Record<string, PolicyMaker>>): Record<string, PolicyMaker> =>
  Object.fromEntries(Object.entries(makers).filter(([name]) => name.includes(text)))

/** All workloads, as matching.md, section 7, writes them; of Density and Taxi only the policies whose names contain `text`. */
export const workloads = (size: 'full' | 'quick', text = ''): Workload[] => [
  search('Density 1/km²', densityPeople(1, 8), INCIDENTS[size], named(text, searchPolicies)),
  search('Density 5/km²', densityPeople(5, 4), INCIDENTS[size], named(text, searchPolicies)),
  search('Density 20/km²', densityPeople(20, 4), INCIDENTS[size], named(text, searchPolicies)),
  ...[0.3, 1, 50].map((a) =>
    search(`Taxi a=${a}`, taxiPeople(a), TAXI_INCIDENTS[size], named(text, { ...searchPolicies, ...curve })),
  ),
  { name: 'Seroja', play: playSeroja },
  ...cityKinds.map((kind) => ({ name: kind.name, play: (seed: number) => playCity(kind, seed) })),
]
