import type { Batch, EdgeSource } from './source.ts'

/** The edges of one origin made so far, by rising cost. Only the first `known` are certain to be its cheapest. */
export interface EdgeList {
  columns: number[]
  costs: number[]
  known: number
  /** No edge that was not made yet costs less. */
  beyond: number
}

/** The edges of a problem, made only when somebody asks for the next one. */
export class Edges {
  /** How many were made in all; a dense matrix makes rows × columns. */
  made = 0
  private readonly lists: (EdgeList | undefined)[]
  private readonly batch: Batch = { columns: [], costs: [] }

  constructor(private readonly source: EdgeSource) {
    this.lists = Array.from({ length: source.origins }, () => undefined)
  }

  of(origin: number): EdgeList {
    const held = this.lists[origin]
    if (held !== undefined) return held
    this.source.restart(origin)
    const list = { columns: [], costs: [], known: 0, beyond: 0 }
    this.lists[origin] = list
    return list
  }

  /** Makes `list.known` grow, unless no further edge costs less than `limit`. Returns whether it grew. */
  extend(origin: number, list: EdgeList, limit: number): boolean {
    const { source, batch } = this
    const before = list.known
    while (list.known === before) {
      // Made and not known yet is only what costs more than this.
      if (list.beyond >= limit) return false
      batch.columns.length = batch.costs.length = 0
      source.next(origin, batch)
      const { length } = batch.columns
      for (let i = 0; i < length; i++) insert(list, batch.columns[i]!, batch.costs[i]!, before)
      this.made += length
      // Asked once a step: it may cost as much as an edge.
      list.beyond = source.bound(origin)
      settle(list)
    }
    return true
  }

  /** A column has come into a region whose edges of this origin were made already. */
  admit(origin: number, column: number, cost: number): void {
    const list = this.lists[origin]
    if (list === undefined || cost === Infinity) return
    insert(list, column, cost, 0)
    this.made++
    list.known = 0
    settle(list)
  }

  /** A column has left such a region. */
  dismiss(origin: number, column: number, cost: number): void {
    const list = this.lists[origin]
    if (list === undefined) return
    let place = firstAtLeast(list.costs, cost)
    while (list.costs[place] === cost && list.columns[place] !== column) place++
    if (list.costs[place] !== cost) return
    list.costs.splice(place, 1)
    list.columns.splice(place, 1)
    if (place < list.known) list.known--
  }

  /** The edges of one origin mean something else from now on. */
  forget(origin: number): void {
    this.lists[origin] = undefined
  }
}

/** Keeps the list sorted; ties by column. Nothing new goes before `from`. */
const insert = ({ columns, costs }: EdgeList, column: number, cost: number, from: number): void => {
  let place = costs.length
  while (place > from) {
    const before = costs[place - 1]!
    if (before < cost || (before === cost && columns[place - 1]! < column)) break
    costs[place] = before
    columns[place] = columns[place - 1]!
    place--
  }
  costs[place] = cost
  columns[place] = column
}

/** What costs no more than whatever is still to be made has its place for good. */
const settle = (list: EdgeList): void => {
  const { costs, beyond } = list
  if (beyond === Infinity) list.known = costs.length
  else if (list.known === 0) list.known = firstAtLeast(costs, beyond + 1)
  else while (list.known < costs.length && costs[list.known]! <= beyond) list.known++
}

const firstAtLeast = (costs: readonly number[], cost: number): number => {
  let from = 0
  let to = costs.length
  while (from < to) {
    const middle = (from + to) >> 1
    if (costs[middle]! < cost) from = middle + 1
    else to = middle
  }
  return from
}
