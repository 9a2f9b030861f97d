import { type Allotment, cheapest, disjoint } from './allotment.ts'
import { type Listed, ListedEdges } from './exact/listed.ts'
import { solveLazily } from './exact/solve.ts'
import { greedy } from './greedy.ts'
import { UNSERVED } from './problem.ts'
import type { Prospect } from './prospect.ts'
import { readyFirst } from './ready.ts'
import { lastRing, smallestRing } from './rings.ts'
import type { Frame } from './frame.ts'
import type { Search } from './search.ts'
import { topUp } from './top-up.ts'
import type { RoundPlan } from './types.ts'

export interface Allocation {
  solver: RoundPlan['solver']
  allotments: Allotment[]
}

/**
 * Gives every search its prospects, all together. When nobody is in two of the sets worth asking, each search gets its
 * own. Else people are shared out at the least total cost, and whoever lost somebody by it is filled up from who is left.
 */
export const allocate = (searches: readonly Search[], columns: number, frame: Frame): Allocation => {
  const own = disjoint(searches)
  if (own) return { solver: 'exact', allotments: own }
  const shared = sharedOut(searches, columns, frame)
  const allotments = readyFirst(searches, shared.allotments)
  return { ...shared, allotments: topUp(searches, allotments, frame) }
}

/**
 * In the smallest rings that do: a ring may look full and yet be shared with a neighbour's search, so whoever goes without
 * a first while somebody fits outside widens by a ring, and all is solved again. After as many passes as there are rings
 * everybody who could widen gets the whole city at once, so the number of solves is bounded. All solves of a round together
 * may look at `exactWork` edges; from there on it is greedy.
 */
const sharedOut = (searches: readonly Search[], columns: number, { policy, isBySize }: Frame): Allocation => {
  const last = lastRing(policy.ringsEtaS)
  let rings = searches.map(
    ({ pool, wanted, incident, preferred }) =>
      preferred?.ring ??
      smallestRing(
        pool.within(Infinity).map(({ ring }) => ring),
        wanted,
        incident.ring,
        policy.ringsEtaS,
      ),
  )
  let looks = 0
  for (let pass = 0; ; pass++) {
    const ranked = searches.map(({ pool }, i) => pool.within(rings[i] ?? last).toSorted(cheapest))
    const edges = edgesOf(searches, ranked, columns)
    const { solver, columnOf, scanned } = assign(edges, policy.exactWork, looks, isBySize)
    looks += scanned
    const taken = searches.map(() => new Set<number>())
    columnOf.forEach((column, row) => {
      if (column !== UNSERVED) taken[edges.originOf[row] ?? -1]?.add(column)
    })
    const chosen = ranked.map((prospects, i) => prospects.filter(({ column }) => taken[i]?.has(column)))
    const short = searches.map(({ firsts }, i) => (chosen[i]?.length ?? 0) < firsts)
    const canGrow = searches.map(({ pool }, i) => pool.size > (ranked[i]?.length ?? 0))
    if (!short.some((isShort, i) => isShort && canGrow[i])) {
      // Nobody fits outside the ring of those still short: they have come to the whole city.
      const allotments = chosen.map((own, i) => ({ ring: short[i] ? last : (rings[i] ?? last), chosen: own }))
      return { solver, allotments }
    }
    rings = rings.map((ring, i) => (pass > last ? last : short[i] ? Math.min(last, ring + 1) : ring))
  }
}

/** The problem with the rings as they are. `ranked`: the prospects of each search in its ring, cheapest first. */
const edgesOf = (
  searches: readonly Search[],
  ranked: readonly (readonly Prospect[])[],
  columns: number,
): ListedEdges => {
  const lists: Listed[] = []
  const owners: number[] = []
  const unserved: number[] = []
  searches.forEach((search, owner) => {
    const inside = ranked[owner] ?? []
    lists.push({
      columns: inside.map(({ column }) => column),
      costs: inside.map(({ cost }) => cost.weighted),
    })
    // More rows than persons would stay unserved for certain.
    const rows = Math.min(search.wanted, inside.length)
    for (let row = 0; row < rows; row++) {
      owners.push(owner)
      unserved.push(row < search.firsts ? search.unserved.first : search.unserved.spare)
    }
  })
  return new ListedEdges(columns, lists, Int32Array.from(owners), Float64Array.from(unserved))
}

/** Exactly, unless that takes more looks than are left; `isBySize`: unless the problem is larger than `most`. */
const assign = (edges: ListedEdges, most: number, looks: number, isBySize: boolean) => {
  const rows = edges.unserved.length
  const isTooLarge = isBySize && rows * edges.columns * Math.min(rows, edges.columns) > most
  const solved = isTooLarge ? null : solveLazily(edges, isBySize ? Infinity : most - looks)
  const scanned = solved?.scanned ?? 0
  return solved !== null && solved.left === 0
    ? { solver: 'exact' as const, columnOf: solved.tableau.columnOf, scanned }
    : { solver: 'greedy' as const, columnOf: greedy(edges), scanned }
}
