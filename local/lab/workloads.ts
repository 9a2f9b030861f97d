import { cityKinds, playCity } from './city/workload.ts'
import type { Measured } from './measure.ts'
import type { Size } from './options.ts'
import { firstYesCurve, quickestCurve, searchPolicies } from './policies/all.ts'
import { densityPeople, type Population, taxiPeople } from './populations.ts'
import type { PolicyMaker } from './search/view.ts'
import { playSeroja } from './seroja/workload.ts'
import { playSearches } from './search/workload.ts'

/** A workload of the laboratory: plays one seed and gives what each policy came to. */
export interface Workload {
  name: string
  play: (seed: number) => Map<string, Measured>
}

const INCIDENTS: Record<Size, number> = { full: 2_000, usual: 2_000, quick: 200 }
/**
 * The brief plays 2,000 here too. A Taxi search asks ten times as many people as one of Density and is told by curves of
 * policies, so fewer incidents do unless all of them are wanted.
 */
const TAXI_INCIDENTS: Record<Size, number> = { full: 2_000, usual: 200, quick: 60 }

const ofDensity = { ...searchPolicies, ...firstYesCurve }
const ofTaxi = { ...ofDensity, ...quickestCurve }

const search = (
  name: string,
  population: Population,
  incidents: number,
  makers: Readonly<Record<string, PolicyMaker>>,
): Workload => ({ name, play: (seed) => playSearches({ name, population }, incidents, seed, makers) })

const named = (text: string, makers: Readonly<Record<string, PolicyMaker>>): Record<string, PolicyMaker> =>
  Object.fromEntries(Object.entries(makers).filter(([name]) => name.includes(text)))

/** All workloads, as matching.md, section 7, writes them; of Density, Taxi and City only the policies whose names contain `text`. */
export const workloads = (size: Size, text = ''): Workload[] => [
  search('Density 1/km²', densityPeople(1, 8), INCIDENTS[size], named(text, ofDensity)),
  search('Density 5/km²', densityPeople(5, 4), INCIDENTS[size], named(text, ofDensity)),
  search('Density 20/km²', densityPeople(20, 4), INCIDENTS[size], named(text, ofDensity)),
  ...[0.3, 1, 50].map((a) => search(`Taxi a=${a}`, taxiPeople(a), TAXI_INCIDENTS[size], named(text, ofTaxi))),
  { name: 'Seroja', play: playSeroja },
  ...cityKinds.map((kind) => ({ name: kind.name, play: (seed: number) => playCity(kind, seed, text) })),
]
