import type { Weight } from './weigh.ts'

/** The first of the run is the desk finding its size: lists fill, tiles are drawn, code is fetched. */
const WARM = 0.25
/** Flat: from the first half of what is left to the second, no more than this. */
const MOST_GROWTH = 1.1
/** An incident stays for a day after its end: its file, its facts' marks and its place on the map. */
const MOST_BYTES_PER_INCIDENT = 64 * 1024

export interface Verdict {
  ok: boolean
  facts: number
  /** The median of the later half over that of the earlier one, after the warm start. */
  growth: { heap: number; nodes: number; listeners: number }
  /** Of the heap that was added, for each incident that was kept more. */
  bytesPerIncident: number
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

const ratio = ([before, after]: [number, number]): number => after / before

/** Did the desk stay as it was? @throws Error when there is too little to say so */
export const verdictOf = (weights: readonly Weight[]): Verdict => {
  const warm = weights.slice(Math.floor(weights.length * WARM))
  if (warm.length < 4) throw new Error('too few weighings for a verdict')
  const [early, late] = [warm.slice(0, warm.length / 2), warm.slice(warm.length / 2)]
  const both = (of: (weight: Weight) => number): [number, number] => [
    median(early.map(of)),
    median(late.map(of)),
  ]
  const [heapBefore, heapAfter] = both(({ heapBytes }) => heapBytes)
  const [keptBefore, keptAfter] = both(({ incidents }) => incidents)
  const growth = {
    heap: heapAfter / heapBefore,
    nodes: ratio(both(({ nodes }) => nodes)),
    listeners: ratio(both(({ listeners }) => listeners)),
  }
  const bytesPerIncident = keptAfter > keptBefore ? (heapAfter - heapBefore) / (keptAfter - keptBefore) : 0
  const heapIsFlat =
    growth.heap <= MOST_GROWTH || (bytesPerIncident > 0 && bytesPerIncident <= MOST_BYTES_PER_INCIDENT)
  return {
    ok: heapIsFlat && growth.nodes <= MOST_GROWTH && growth.listeners <= MOST_GROWTH,
    facts: (weights.at(-1)?.facts ?? 0) - (weights[0]?.facts ?? 0),
    growth,
    bytesPerIncident,
  }
}
