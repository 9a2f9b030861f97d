import type { Prospect } from './prospect.ts'
import type { ReasonCode, Tally } from './reasons.ts'

/** Whoever would do for a need, and why the others would not. Lists are in the order of columns. */
export interface Pool {
  /** How many would do. */
  size: number
  /** How many of the crowd were looked at one by one so far. */
  looked(): number
  /** Of the crowd and of those it left out, how many would not do, by reason. */
  excluded: Tally
  /** Those who would do within a ring; always the same objects. */
  within(ring: number): readonly Prospect[]
  /** This one, if he would do. */
  at(column: number): Prospect | null
  /** Whether this one would do. */
  fits(column: number): boolean
  /** How many are a better choice, by cost. */
  cheaperThan(prospect: Prospect): number
  /** Of the crowd, those who may not be asked for this need. */
  unable(): (readonly [column: number, reason: ReasonCode])[]
  /** Those who would do, and whether they lie within a ring. */
  able(ring: number): (readonly [column: number, isWithin: boolean])[]
}

/** By cost, and of equals the lower column. */
export const isCheaper = (a: Prospect, b: Prospect): boolean =>
  a.cost.weighted < b.cost.weighted || (a.cost.weighted === b.cost.weighted && a.column < b.column)

/** Nobody was looked at. */
export const NOBODY: Pool = {
  size: 0,
  looked: () => 0,
  excluded: {},
  within: () => [],
  at: () => null,
  fits: () => false,
  cheaperThan: () => 0,
  unable: () => [],
  able: () => [],
}
