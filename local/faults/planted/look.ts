import { stripVTControlCharacters } from 'node:util'
import { KEPT } from '../line.ts'
import type { Garden, Ran } from './garden.ts'
import type { Plant } from './patches.ts'

/** Who was to catch it, and whether he did. */
export interface Look {
  by: string
  caught: boolean
  tookS: number
  /** Of the harness, until it was caught or given up; a test plays none. */
  cycles?: number
  /** The laws that the oracle named among its first breaches, whatever law the patch names; a test names none. */
  found: string[]
  /** False: it did not come to its end in time. */
  isOver: boolean
  /** His first words that name a breach, or what hindered him. */
  said: string
  /** Where what the oracle saw lies; null: nowhere. */
  kept: string | null
}

const SMOKE_WITHIN_MS = 300_000
const CATCH_WITHIN_MS = 420_000
/** Three cycles on a machine that does other things as well. */
const CYCLES_WITHIN_MS = 900_000
/** Enough of them for a bug to show, and quickly there. */
const DRIVERS = '120'
const MODELS = 'tests/models/'
const CYCLES = '3'
/** Of a model, at most, until the bug shows itself. */
const RUNS = '4000'

/** What names a breach; a test that ran out of time, or a server that was away, names none. */
const breach = /(AssertionError: .+|Property failed.+)/
/** A law by its number. That traffic comes back late (I8) may be the machine's doing: it catches nothing but what breaks I8. */
const brokenLaw = (law: string): RegExp => (law === 'I8' ? /(BAD I8.+)/ : /(BAD I(?!8\b)\d+.+)/)
const trouble = /(Error: .+)/
/** What is said of a cycle begins with its number. */
const cycleLine = /^ *\d+ {2}\S+ {2}seed \d+/gm

/** The first line that names what is wrong. */
const reasonOf = ({ said }: Ran, names: RegExp): string =>
  names.exec(stripVTControlCharacters(said))?.[1]?.slice(0, 160) ?? ''

/** The laws that were broken, in the order in which they are named. */
export const lawsIn = (said: string): string[] => [
  ...new Set([...stripVTControlCharacters(said).matchAll(/BAD (I\d+)/g)].flatMap(([, law]) => law ?? [])),
]

/** Where the harness left the cycle that failed. */
const keptIn = ({ said }: Ran): string | null =>
  new RegExp(`${KEPT}(.+)`).exec(stripVTControlCharacters(said))?.[1] ?? null

export const smoke = (garden: Garden): Promise<Ran> =>
  garden.script(['local/smoke/main.ts'], {}, SMOKE_WITHIN_MS)

const ORACLE = 'oracle: '
export const isOracle = (by: string): boolean => by.startsWith(ORACLE)

/** The oracle catches by faults of the harness, a test by itself. `ok` means that nothing was caught. */
const run = (garden: Garden, by: string): Promise<Ran> => {
  if (isOracle(by)) {
    const faults = by.slice(ORACLE.length).split(' + ')
    const only = faults.flatMap((name) => ['--only', name])
    const args = ['local/faults/main.ts', '--cycles', CYCLES, '--until-broken', '--drivers', DRIVERS, ...only]
    return garden.script(args, {}, CYCLES_WITHIN_MS)
  }
  const env = { MODEL_HASTY: 'true', MODEL_RUNS: RUNS, PLANTED_SERVERS: String(!by.startsWith(MODELS)) }
  const args = ['--config', 'local/faults/planted/vitest.config.ts', by]
  return garden.test(args, env, CATCH_WITHIN_MS)
}

export const secondsSince = (beganAt: number): number => Math.round((performance.now() - beganAt) / 1000)

/** One who is to catch it looks. `law`: what it is known to break. */
export const look = async (garden: Garden, { law }: Pick<Plant, 'law'>, by: string): Promise<Look> => {
  const beganAt = performance.now()
  const ran = await run(garden, by)
  const found = reasonOf(ran, isOracle(by) ? brokenLaw(law) : breach)
  return {
    by,
    caught: !ran.ok && found !== '',
    tookS: secondsSince(beganAt),
    ...(isOracle(by) && { cycles: [...stripVTControlCharacters(ran.said).matchAll(cycleLine)].length }),
    found: isOracle(by) ? lawsIn(ran.said) : [],
    isOver: !ran.isLate,
    said: found || (ran.isLate ? 'ran out of time' : reasonOf(ran, trouble)),
    kept: keptIn(ran),
  }
}
