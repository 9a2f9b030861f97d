import type { Weight } from './weigh.ts'

/** The first of the run is the desk finding its size: lists fill, tiles are drawn, code is fetched. */
const WARM = 0.25
/** Flat: from the first half of what is left to the second, no more than this. */
const MOST_GROWTH = 1.1
/** An incident stays for a day after its end: its file, its facts' marks and its place on the map. */
const MOST_BYTES_PER_INCIDENT = 64 * 1024

export interface Verdict {
  ok: boolean
  /** `kept`: it grew by more than the limit, but by no more than the incidents that were kept may weigh. */
  heap: 'flat' | 'kept' | 'grew'
  facts: number
  /** The median of the later half over that of the earlier one, after the warm start. */
  growth: { heap: number; nodes: number; listeners: number }
  /** Of the heap that was added, for each incident that was kept more. */
  bytesPerIncident: number
  keptMore: number
}

const KB = 1024
const times = (value: number): string => `×${value.toFixed(2)}`

const heapLine = ({ heap, growth, bytesPerIncident, keptMore }: Verdict): string => {
  const each = `${(bytesPerIncident / KB).toFixed(1)} kB for each of ${String(keptMore)} incidents kept more`
  const most = `${String(MOST_BYTES_PER_INCIDENT / KB)} kB each`
  const said = `heap ${times(growth.heap)}`
  if (heap === 'flat') return `${said}: flat (limit ${times(MOST_GROWTH)})`
  if (heap === 'kept')
    return `${said}: over ${times(MOST_GROWTH)}, let pass as what it keeps: ${each} (limit ${most})`
  return `${said}: GREW over ${times(MOST_GROWTH)}${keptMore > 0 ? `, ${each} (limit ${most})` : ', and no incident was kept more'}`
}

/** The verdict in words, with the limits by which it was reached. */
export const verdictLines = (verdict: Verdict): string[] => [
  heapLine(verdict),
  ...(['nodes', 'listeners'] as const).map((name) => {
    const grown = verdict.growth[name]
    return `${name} ${times(grown)}: ${grown <= MOST_GROWTH ? 'flat' : 'GREW'} (limit ${times(MOST_GROWTH)})`
  }),
  `${verdict.ok ? 'the desk stayed as it was' : 'THE DESK GREW'} through ${String(verdict.facts)} facts`,
]

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
  const keptMore = Math.max(0, keptAfter - keptBefore)
  const bytesPerIncident = keptMore > 0 ? (heapAfter - heapBefore) / keptMore : 0
  const isKept = bytesPerIncident > 0 && bytesPerIncident <= MOST_BYTES_PER_INCIDENT
  const heap = growth.heap <= MOST_GROWTH ? 'flat' : isKept ? 'kept' : 'grew'
  return {
    ok: heap !== 'grew' && growth.nodes <= MOST_GROWTH && growth.listeners <= MOST_GROWTH,
    heap,
    facts: (weights.at(-1)?.facts ?? 0) - (weights[0]?.facts ?? 0),
    growth,
    bytesPerIncident,
    keptMore,
  }
}
