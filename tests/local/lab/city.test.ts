import { describe, expect, it } from 'vitest'
import { aCityDay } from '../../../local/lab/city/people.ts'
import { roadsOf } from '../../../local/lab/city/roads.ts'
import type { CityView, Roads } from '../../../local/lab/city/view.ts'
import { runCity } from '../../../local/lab/city/run.ts'
import { hindsightS } from '../../../local/lab/city/hindsight.ts'
import { foreseeing, sticking, together } from '../../../local/lab/city/together.ts'
import { randomOf } from '../../../local/simulator/random.ts'
import { solve } from '../../../worker/matching/solver.ts'
import { costOfAssignment } from '../../../worker/matching/problem.ts'

const day = aCityDay(randomOf(1, 'city'), { name: 'city', hot: true, volunteers: 700 })
const roads = roadsOf(day)
const quiet = { ...day, incidents: day.incidents.filter((_, n) => n % 3 === 0) }
const quietRoads = roadsOf(quiet)
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)

describe('the City workload', () => {
  it('has 600 incidents in ten minutes, half of them in the first', () => {
    expect(day.incidents).toHaveLength(600)
    expect(day.incidents.filter(({ atS }) => atS < 60)).toHaveLength(300)
    expect(Math.max(...day.incidents.map(({ atS }) => atS))).toBeLessThanOrEqual(600)
  })

  it('solves among the nearest what the whole matrix would give', () => {
    const open = Array.from({ length: 60 }, (_, n) => n * 5)
    const pairs = together(open, { roads, isFree: (volunteer) => volunteer % 3 === 0, recent: () => [] })
    const mine = sum([...pairs].map(([incident, volunteer]) => roads.costMs(incident, volunteer)))
    const costs = open.map((incident) =>
      Float64Array.from({ length: 700 }, (_, volunteer) =>
        volunteer % 3 === 0 ? roads.costMs(incident, volunteer) : Infinity,
      ),
    )
    const problem = { columns: 700, costs, unserved: open.map(() => 1e9) }
    expect(pairs.size).toBe(60)
    expect(mine).toBe(costOfAssignment(problem, solve(problem).columnOf))
  })

  it('lies between greedy and hindsight when all open offers are planned together', () => {
    const bound = sum(hindsightS(200, quietRoads))
    const greedy = runCity(quiet, quietRoads, { asks: 1, replan: null })
    const ours = runCity(quiet, quietRoads, { asks: 1, replan: together })
    expect(ours.travelS).toHaveLength(200)
    expect(sum(ours.travelS)).toBeGreaterThanOrEqual(bound)
    expect(sum(ours.travelS)).toBeLessThan(sum(greedy.travelS))
    expect(greedy.swaps).toBe(0)
  })

  it('calls off fewer people when a swap has to win a minute, and loses little by it', () => {
    const greedy = runCity(quiet, quietRoads, { asks: 1, replan: null })
    const free = runCity(quiet, quietRoads, { asks: 1, replan: together })
    const minute = runCity(quiet, quietRoads, { asks: 1, replan: sticking(60) })
    expect(minute.swaps).toBeLessThan(free.swaps)
    expect(minute.swaps).toBeGreaterThan(0)
    expect(sum(minute.travelS)).toBeLessThan(sum(greedy.travelS))
    const never = runCity(quiet, quietRoads, { asks: 1, replan: sticking(1e6) })
    expect(never.swaps).toBe(0)
  })

  it('holds somebody back where another call may come, if that is likely enough', () => {
    // Seconds from the open call (0) and from the place of an earlier one (1) to two people.
    const ways = [
      [100, 110],
      [0, 500],
    ]
    const costMs = (incident: number, volunteer: number) => (ways[incident]?.[volunteer] ?? NaN) * 1000
    const two: Roads = {
      volunteers: 2,
      costMs,
      travelS: (incident, volunteer) => costMs(incident, volunteer) / 1000,
      nearestFree: (incident, count) =>
        [0, 1].toSorted((a, b) => costMs(incident, a) - costMs(incident, b)).slice(0, count),
    }
    const view: CityView = { roads: two, isFree: () => true, recent: () => [1] }
    const sent = (part: number) => foreseeing({ seconds: 0, lookS: 120, part })([0], view, new Map()).get(0)
    expect(sent(0.01)).toBe(0)
    expect(sent(0.2)).toBe(1)
    expect(together([0], { ...view, recent: () => [] }).get(0)).toBe(0)
  })

  it('knows of what was reported in the last seconds only, and of nothing to come', () => {
    const few = { ...day, incidents: day.incidents.filter((_, n) => n % 12 === 0) }
    let looks = 0
    runCity(few, roadsOf(few), {
      asks: 1,
      replan: (open, view) => {
        const all = view.recent(Infinity)
        const latestS = few.incidents[all.at(-1)!]!.atS
        for (const n of view.recent(120)) expect(few.incidents[n]!.atS).toBeGreaterThan(latestS - 120)
        // Whoever is open was reported; and everything reported is known.
        expect(all).toEqual(expect.arrayContaining([...open]))
        expect(all).toHaveLength(Math.max(...all) + 1)
        looks++
        return new Map(open.map((incident, n) => [incident, n]))
      },
    })
    expect(looks).toBeGreaterThan(10)
  })

  it('binds everybody asked: twenty at a time leave nobody for the others', () => {
    const one = runCity(quiet, quietRoads, { asks: 1, replan: null })
    const many = runCity(quiet, quietRoads, { asks: 20, replan: null })
    expect(many.travelS).toHaveLength(200)
    expect(sum(many.responseS)).toBeGreaterThan(sum(one.responseS))
  })
})
