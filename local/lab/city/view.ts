/** Ways between incidents and volunteers, by their numbers; a policy is told the numbers of those that are open. */
export interface Roads {
  volunteers: number
  travelS: (incident: number, volunteer: number) => number
  costMs: (incident: number, volunteer: number) => number
  /** Up to `count` free volunteers, the nearest first. */
  nearestFree: (incident: number, count: number, isFree: (volunteer: number) => boolean) => number[]
}

/** Who is free, and who is held by an open offer of this incident. */
export interface CityView {
  roads: Roads
  isFree: (volunteer: number) => boolean
  /** The incidents reported in the last so many seconds, open or not, in the order of their reports. */
  recent: (seconds: number) => readonly number[]
}

export interface CityPolicy {
  /** How many are asked and held at once for one incident. */
  asks: number
  /** All open offers are planned together again before one of them is committed; else the nearest stay. */
  replan:
    | ((open: readonly number[], view: CityView, held: ReadonlyMap<number, number>) => Map<number, number>)
    | null
}
