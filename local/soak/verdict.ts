import type { Weight } from './weigh.ts'

/** The first of the run is the desk finding its size: lists fill, tiles are drawn, code is fetched. */
const WARM = 0.25
/** Flat: from the first half of what is left to the second, no more than this. */
const MOST_GROWTH = 1.1
/** A row with an alarm, places and somebody asked says more than a bare one. */
const MOST_GROWTH_OF_A_ROW = 1.25
/** An incident stays for a day after its end: its file, its facts' marks and its place on the map. */
const MOST_BYTES_PER_INCIDENT = 64 * 1024

const limits = {
  heap: MOST_GROWTH,
  'nodes beside the rows': MOST_GROWTH,
  'nodes of a row': MOST_GROWTH_OF_A_ROW,
  listeners: MOST_GROWTH,
} as const
type Measure = keyof typeof limits
/** What is held against its limit and nothing else; the heap may also be what is kept. */
const plain = ['nodes beside the rows', 'nodes of a row', 'listeners'] as const

export interface Verdict {
  ok: boolean
  /** `kept`: it grew by more than the limit, but by no more than the incidents that were kept may weigh. */
  heap: 'flat' | 'kept' | 'grew'
  facts: number
  /** The median of the later half over that of the earlier one, after the warm start. */
  growth: Record<Measure, number>
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
  ...plain.map((name) => {
    const grown = verdict.growth[name]
    return `${name} ${times(grown)}: ${grown <= limits[name] ? 'flat' : 'GREW'} (limit ${times(limits[name])})`
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
    // The day fills the list; whatever holds nodes for anything but a row that is shown is a leak.
    'nodes beside the rows': ratio(both(({ nodes, rowNodes }) => nodes - rowNodes)),
    'nodes of a row': ratio(both(({ rows, rowNodes }) => rowNodes / Math.max(1, rows))),
    listeners: ratio(both(({ listeners }) => listeners)),
  }
  const keptMore = Math.max(0, keptAfter - keptBefore)
  const bytesPerIncident = keptMore > 0 ? (heapAfter - heapBefore) / keptMore : 0
  const isKept = bytesPerIncident > 0 && bytesPerIncident <= MOST_BYTES_PER_INCIDENT
  const heap = growth.heap <= MOST_GROWTH ? 'flat' : isKept ? 'kept' : 'grew'
  return {
    ok: heap !== 'grew' && plain.every((name) => growth[name] <= limits[name]),
    heap,
    facts: (weights.at(-1)?.facts ?? 0) - (weights[0]?.facts ?? 0),
    growth,
    bytesPerIncident,
    keptMore,
  }
}
