/** Edges of one origin, in any order; reused by every call. */
export interface Batch {
  columns: number[]
  costs: number[]
}

/**
 * Where the edges of an assignment problem come from, cheapest regions first. Rows of one origin (slots of one need)
 * have the same edges. Costs are integers of at least 0; a pair without an edge is forbidden.
 */
export interface EdgeSource {
  readonly columns: number
  readonly origins: number
  /** Per row: whose edges it has, and what it costs to give it no column. */
  readonly originOf: Int32Array
  readonly unserved: Float64Array
  /** Begins the edges of an origin anew. */
  restart(origin: number): void
  /** Writes the next edges of an origin into the batch; maybe none. */
  next(origin: number, batch: Batch): void
  /** No edge of this origin that was not given yet costs less; Infinity when none is left. */
  bound(origin: number): number
}
