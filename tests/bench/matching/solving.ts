import { check } from '../../../worker/matching/checker.ts'
import { solveLazily, type Solved } from '../../../worker/matching/exact/solve.ts'
import { NearEdges } from '../../../worker/matching/near/edges.ts'
import { Grid } from '../../../worker/matching/near/grid.ts'
import { costOfAssignment, type Problem } from '../../../worker/matching/problem.ts'
import { prove } from '../../../worker/matching/proof.ts'
import { solve } from '../../../worker/matching/solver.ts'
import { cpuMs, inTurns, mustEqual, type Row, rowOf, warmUp } from '../timing.ts'
import { cityCost, matrixOf, waitingCosts } from './costs.ts'
import { runEvents } from './events.ts'
import { hotSpots, type Spot, uniformSpots } from './workloads.ts'

export interface SolveSize {
  name: 'uniform' | 'hot'
  slots: number
  volunteers: number
  /** Runs of the fast side per pair, whose mean counts. */
  repeats: number
  targets: { solve: string; event: string }
}

const solveNear = (slots: readonly Spot[], volunteers: readonly Spot[]): Solved => {
  const unserved = waitingCosts(slots.length)
  return solveLazily(new NearEdges(Grid.of(volunteers), volunteers.length, slots, unserved, cityCost))
}

/** The answer must be as cheap as the dense one, proven by its prices and by the checker that knows no prices. */
const mustBeOptimal = (name: string, matrix: Problem, { tableau }: Pick<Solved, 'tableau'>): void => {
  const columnOf = [...tableau.columnOf]
  const least = costOfAssignment(matrix, solve(matrix).columnOf)
  mustEqual(`${name}: cost`, costOfAssignment(matrix, columnOf), least)
  const proof = prove(matrix, {
    columnOf,
    rowPrices: [...tableau.rowPrices],
    columnPrices: [...tableau.columnPrices],
  })
  const judgement = check(matrix, columnOf)
  if (!proof.optimal || !judgement.optimal) throw new Error(`${name}: not proven optimal`)
}

/** From positions to an assignment, dense against edges made when needed; and one event against solving all anew. */
export const benchSolving = async (size: SolveSize, pairs: number, seed: number): Promise<Row[]> => {
  const { name, repeats, targets } = size
  const slots = (name === 'hot' ? hotSpots : uniformSpots)(size.slots, seed)
  const volunteers = uniformSpots(size.volunteers, seed + 1)
  const label = `${name} ${size.slots} × ${size.volunteers}`

  // Equality first, and once more after all events that were timed.
  const solved = solveNear(slots, volunteers)
  mustBeOptimal(label, matrixOf(slots, volunteers), solved)
  const events = runEvents(slots, volunteers, 2 * repeats, seed)
  const mustStand = (when: string) =>
    mustBeOptimal(`${label} ${when}`, matrixOf(events.slots, events.volunteers), events.standing)
  mustStand('after events')
  mustEqual(`${label}: rows`, events.standing.tableau.columnOf.length, slots.length)

  const matrixMs: number[] = []
  const denseMs: number[] = []
  const nearMs: number[] = []
  const eventMs: number[] = []
  const dense = (pair: number) => {
    let matrix: Problem | undefined
    matrixMs[pair] = cpuMs(() => (matrix = matrixOf(slots, volunteers)))
    denseMs[pair] = cpuMs(() => matrix && solve(matrix))
  }
  const near = (pair: number) => {
    const run = () => {
      for (let repeat = 0; repeat < repeats; repeat++) solveNear(slots, volunteers)
    }
    nearMs[pair] = cpuMs(run) / repeats
    eventMs[pair] = events.timed(20 * repeats)
  }
  await warmUp(dense, near)
  await inTurns(pairs, dense, near)
  mustStand('after the timed events')

  const counted = {
    pairs: slots.length * volunteers.length,
    edges: solved.edges,
    scanned: solved.scanned,
  }
  const both = matrixMs.map((ms, pair) => ms + (denseMs[pair] ?? NaN))
  const positions = 'dense: matrix and solve'
  const strict = 'dense: solve alone'
  return [
    rowOf({ name: label, baseline: positions, target: targets.solve, counted }, both, nearMs),
    rowOf({ name: label, baseline: strict, target: '', counted }, denseMs, nearMs),
    rowOf(
      { name: `${label}, one event`, baseline: positions, target: targets.event, counted },
      both,
      eventMs,
    ),
    rowOf({ name: `${label}, one event`, baseline: strict, target: '', counted }, denseMs, eventMs),
  ]
}
