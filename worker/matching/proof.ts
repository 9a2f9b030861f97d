import { costOfAssignment, type Problem, type Solution, UNSERVED } from './problem.ts'

export type Fault =
  | 'shape' // the lists do not fit the problem
  | 'column_twice'
  | 'forbidden' // a pair of infinite cost
  | 'row_price' // a row pays more than being unserved, or is no number
  | 'column_price' // a column is paid more than 0, or is no number
  | 'pair_price' // row and column together pay more than their pair costs
  | 'gap' // the assignment costs more than the prices add up to

export type Verdict = { optimal: true; cost: number } | { optimal: false; fault: Fault }

/**
 * Whether the dual prices of a solution prove its assignment the cheapest there is. By weak duality no assignment can
 * cost less than the sum of valid prices, so one that costs exactly that sum is optimal. Costs are integers: the
 * comparison is exact. O(rows × columns). Somebody who has no prices asks checker.ts.
 */
export const prove = (problem: Problem, solution: Solution): Verdict => {
  const fault = faultOf(problem, solution)
  return fault
    ? { optimal: false, fault }
    : { optimal: true, cost: costOfAssignment(problem, solution.columnOf) }
}

const faultOf = (problem: Problem, { columnOf, rowPrices, columnPrices }: Solution): Fault | null => {
  const { columns, costs, unserved } = problem
  const rows = costs.length
  if (columnOf.length !== rows || rowPrices.length !== rows || columnPrices.length !== columns) return 'shape'
  const served = columnOf.filter((column) => column !== UNSERVED)
  if (served.some((column) => !Number.isInteger(column) || column < 0 || column >= columns)) return 'shape'
  if (new Set(served).size !== served.length) return 'column_twice'

  const cost = costOfAssignment(problem, columnOf)
  if (!(cost < Infinity)) return 'forbidden'

  // Written as !(a <= b) so that NaN is a fault.
  if (!columnPrices.every((price) => price <= 0 && price > -Infinity)) return 'column_price'
  if (!rowPrices.every((price, row) => price <= (unserved[row] ?? 0) && price > -Infinity)) return 'row_price'
  const fits = costs.every((rowCosts, row) =>
    rowCosts.every((pair, column) => (rowPrices[row] ?? 0) + (columnPrices[column] ?? 0) <= pair),
  )
  if (!fits) return 'pair_price'

  const proven = [...rowPrices, ...columnPrices].reduce((sum, price) => sum + price, 0)
  return cost === proven ? null : 'gap'
}
