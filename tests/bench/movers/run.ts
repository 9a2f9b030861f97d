import { launch } from '../../../local/screens/desk.ts'
import { findChromium } from '../../../local/servers/chromium.ts'
import { inTurns, spreadOf, type Spread } from '../timing.ts'
import { servePage } from './built.ts'
import { measure, type Measured, type Workload } from './measure.ts'
import type { Side } from './page.ts'

interface Ratio {
  name: string
  target: string
  ratio: Spread
  layer: Spread
  elements: Spread
}

export interface MoversResult {
  workload: Workload & { pairs: number }
  ratios: Ratio[]
  /** Milliseconds of the main thread: everybody handed over anew, and a look under the pointer after a move. */
  tickMs: Spread
  pickMs: Spread
}

const PAIRS = 3
const full = { movers: 10_000, ms: 5_000 }
const quick = { movers: 1_000, ms: 1_000 }

/** Of each pair: how many times more (or, of what is spent, less) the layer has than the elements. */
const ratioOf = (
  [name, target]: readonly [string, string],
  pairs: readonly { layer: Measured; elements: Measured }[],
  of: (measured: Measured) => number,
  isSpent: boolean,
): Ratio => {
  const layer = pairs.map((pair) => of(pair.layer))
  const elements = pairs.map((pair) => of(pair.elements))
  const times = layer.map((own, pair) =>
    isSpent ? (elements[pair] ?? NaN) / own : own / (elements[pair] ?? NaN),
  )
  return { name, target, ratio: spreadOf(times), layer: spreadOf(layer), elements: spreadOf(elements) }
}

/** Frames in which everybody had moved: some drawings show no new place, some moves are never drawn. */
const shown = ({ moves, drawn }: Measured): number => Math.min(moves, drawn)

/** For each such frame, ms of CPU. */
const spent: readonly [name: string, target: string, of: (measured: Measured) => number][] = [
  ['script of the main thread a frame, ms of CPU', '≥ 50x', ({ scriptMs }) => scriptMs],
  ['main thread a frame, ms of CPU', '', ({ taskMs }) => taskMs],
  ['the whole browser a frame, ms of CPU', '', ({ allMs }) => allMs],
]

/** Ten thousand volunteers who all move with every frame: our canvas against one element of the page for each (maplibregl.Marker with the same mark). */
export const benchMovers = async (
  options: { quick: boolean; seed: number },
  note: (line: string) => void,
): Promise<MoversResult> => {
  const chromium = await findChromium(note)
  if ('missing' in chromium) throw new Error(chromium.missing)
  const workload: Workload = { ...(options.quick ? quick : full), seed: options.seed }
  const page = await servePage()
  const browser = await launch(chromium.path)
  try {
    const found: Record<Side, Awaited<ReturnType<typeof measure>>[]> = { layer: [], elements: [] }
    const side = (kind: Side) => async (pair: number) => {
      const result = await measure(browser, page.url, kind, workload)
      note(`pair ${String(pair + 1)}, ${kind}: ${JSON.stringify(result.measured)}`)
      found[kind].push(result)
    }
    await inTurns(PAIRS, side('layer'), side('elements'))
    const pairs = found.layer.flatMap(({ measured: layer }, pair) => {
      const elements = found.elements[pair]?.measured
      return elements ? [{ layer, elements }] : []
    })
    return {
      workload: { ...workload, pairs: PAIRS },
      ratios: [
        ratioOf(
          ['frames a second in which everybody moved', '≥ 15x'],
          pairs,
          (one) => shown(one) / one.seconds,
          false,
        ),
        ...spent.map(([name, target, of]) =>
          ratioOf([name, target], pairs, (measured) => of(measured) / shown(measured), true),
        ),
      ],
      tickMs: spreadOf(found.layer.map(({ parts }) => parts.tickMs)),
      pickMs: spreadOf(found.layer.map(({ parts }) => parts.pickMs)),
    }
  } finally {
    await browser.close()
    await page.close()
  }
}

const short = (value: number): string => value.toPrecision(3)

export const moversTable = ({ workload, ratios, tickMs, pickMs }: MoversResult): string[] => [
  `${String(workload.movers)} movers, all moved with every frame for ${String(workload.ms / 1000)} s, seed ${String(workload.seed)}, ${String(workload.pairs)} pairs, order alternated`,
  ...ratios.map(
    ({ name, target, ratio, layer, elements }) =>
      `${name}: ${short(ratio.median)}x (${short(ratio.least)} to ${short(ratio.most)}) ` +
      `${target && `target ${target} `}· layer ${short(layer.median)}, elements ${short(elements.median)}`,
  ),
  `everybody handed over anew (once a second on a screen): ${short(tickMs.median)} ms; under the pointer after a move: ${short(pickMs.median)} ms`,
]
