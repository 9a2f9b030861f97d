import type { MatchPolicy } from '#contracts/domain/policy/settings.ts'
import { type Allotment, disjoint } from './allotment.ts'
import { type Listed, ListedEdges } from './exact/listed.ts'
import { solveLazily } from './exact/solve.ts'
import { greedy } from './greedy.ts'
import { UNSERVED } from './problem.ts'
import { lastRing, smallestRing } from './rings.ts'
import type { Frame } from './frame.ts'
import type { Search } from './search.ts'
import { topUp } from './top-up.ts'

export interface Allocation {
  solver: 'exact' | 'greedy'
  allotments: Allotment[]
}

/**
 * Gives every search its prospects, all together. When nobody is in two of the sets worth asking, each search gets its
 * own. Else people are shared out at the least total cost, and whoever lost somebody by it is filled up from who is left.
 */
export const allocate = (searches: readonly Search[], columns: number, frame: Frame): Allocation => {
  const own = disjoint(searches)
  if (own) return { solver: 'exact', allotments: own }
  const shared = sharedOut(searches, columns, frame.policy)
  return { ...shared, allotments: topUp(searches, shared.allotments, frame) }
}

/**
 * In the smallest rings that do: a ring may look full and yet be shared with a neighbour's search, so whoever goes without
 * a first while somebody fits outside widens by a ring, and all is solved again. After as many passes as there are rings
 * everybody who could widen gets the whole city at once, so the number of solves is bounded.
 */
const sharedOut = (searches: readonly Search[], columns: number, policy: MatchPolicy): Allocation => {
  const last = lastRing(policy.ringsEtaS)
  const ranked = searches.map(({ prospects }) =>
    prospects.toSorted((a, b) => a.cost.weighted - b.cost.weighted || a.column - b.column),
  )
  let rings = searches.map(
    ({ prospects, wanted, incident, preferred }) =>
      preferred?.ring ??
      smallestRing(
        prospects.map(({ ring }) => ring),
        wanted,
        incident.ring,
        policy.ringsEtaS,
      ),
  )
  for (let pass = 0; ; pass++) {
    const { solver, chosen } = allot(searches, ranked, rings, columns, policy)
    const short = searches.map(({ firsts }, i) => (chosen[i]?.length ?? 0) < firsts)
    const canGrow = searches.map(({ prospects }, i) =>
      prospects.some(({ ring }) => ring > (rings[i] ?? last)),
    )
    if (!short.some((isShort, i) => isShort && canGrow[i])) {
      // Nobody fits outside the ring of those still short: they have come to the whole city.
      const allotments = chosen.map((own, i) => ({ ring: short[i] ? last : (rings[i] ?? last), chosen: own }))
      return { solver, allotments }
    }
    rings = rings.map((ring, i) => (pass > last ? last : short[i] ? Math.min(last, ring + 1) : ring))
  }
}

/** One solve with the rings as they are. `ranked`: the prospects of each search, cheapest first. */
const allot = (
  searches: readonly Search[],
  ranked: readonly Search['prospects'][],
  rings: readonly number[],
  columns: number,
  policy: MatchPolicy,
) => {
  const lists: Listed[] = []
  const owners: number[] = []
  const unserved: number[] = []
  searches.forEach((search, owner) => {
    const inside = (ranked[owner] ?? []).filter(({ ring }) => ring <= (rings[owner] ?? 0))
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

  const edges = new ListedEdges(columns, lists, Int32Array.from(owners), Float64Array.from(unserved))
  const work = owners.length * columns * Math.min(owners.length, columns)
  const solver: Allocation['solver'] = work <= policy.exactWork ? 'exact' : 'greedy'
  const columnOf = solver === 'exact' ? solveLazily(edges).tableau.columnOf : greedy(edges)

  const taken = searches.map(() => new Set<number>())
  columnOf.forEach((column, row) => {
    if (column !== UNSERVED) taken[owners[row] ?? -1]?.add(column)
  })
  const chosen = ranked.map((prospects, i) => prospects.filter(({ column }) => taken[i]?.has(column)))
  return { solver, chosen }
}
