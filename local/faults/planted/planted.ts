import { stripVTControlCharacters } from 'node:util'
import { KEPT } from '../line.ts'
import { openGarden, type Garden, type Ran } from './garden.ts'
import { readPlants, type Plant } from './patches.ts'

/** Who was to catch it, and whether he did. */
export interface Look {
  by: string
  caught: boolean
  tookS: number
  /** Of the harness, until it was caught or given up; a test plays none. */
  cycles?: number
  /** His first words that name a breach, or what hindered him. */
  said: string
  /** Where what the oracle saw lies; null: nowhere. */
  kept: string | null
}

export interface Grown extends Pick<Plant, 'name' | 'law' | 'bug'> {
  /** Null: not tried. A bug that smoke finds needs no oracle. */
  smoke: boolean | null
  /** By everybody who was asked. */
  caught: boolean
  looks: Look[]
  tookS: number
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

/** Where the harness left the cycle that failed. */
const keptIn = ({ said }: Ran): string | null =>
  new RegExp(`${KEPT}(.+)`).exec(stripVTControlCharacters(said))?.[1] ?? null

const smoke = (garden: Garden): Promise<Ran> => garden.script(['local/smoke/main.ts'], {}, SMOKE_WITHIN_MS)

const ORACLE = 'oracle: '
const isOracle = (by: string): boolean => by.startsWith(ORACLE)

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

const secondsSince = (beganAt: number): number => Math.round((performance.now() - beganAt) / 1000)

const look = async (garden: Garden, { law }: Plant, by: string): Promise<Look> => {
  const beganAt = performance.now()
  const ran = await run(garden, by)
  const found = reasonOf(ran, isOracle(by) ? brokenLaw(law) : breach)
  return {
    by,
    caught: !ran.ok && found !== '',
    tookS: secondsSince(beganAt),
    ...(isOracle(by) && { cycles: [...stripVTControlCharacters(ran.said).matchAll(cycleLine)].length }),
    said: found || (ran.isLate ? 'ran out of time' : reasonOf(ran, trouble)),
    kept: keptIn(ran),
  }
}

export interface PlantedOptions {
  only: readonly string[]
  /** Leave the smoke run out: quicker, and proves less. */
  withSmoke: boolean
  /** Ask the oracle only, of what it is to catch. */
  oracleOnly: boolean
}

/** Plants one bug after the other: each must be caught by everybody it names, and must have passed smoke before. */
export const plantAll = async (
  { only, withSmoke, oracleOnly }: PlantedOptions,
  heard: (one: Grown) => void,
): Promise<Grown[]> => {
  const plants = (await readPlants())
    .filter(({ name }) => only.length === 0 || only.includes(name))
    .map((plant) => (oracleOnly ? { ...plant, caughtBy: plant.caughtBy.filter(isOracle) } : plant))
    .filter(({ caughtBy }) => caughtBy.length > 0)
  const garden = await openGarden()
  const grown: Grown[] = []
  try {
    for (const plant of plants) {
      const beganAt = performance.now()
      const { name, law, bug, caughtBy, file } = plant
      const planted = await garden.plant(file)
      if (!planted.ok) throw new Error(`${name} does not fit the tree any more: ${planted.said}`)
      const smoked = withSmoke ? await smoke(garden) : null
      const looks: Look[] = []
      for (const by of caughtBy) looks.push(await look(garden, plant, by))
      await garden.pull(file)
      const caught = looks.every((one) => one.caught)
      const one: Grown = {
        name,
        law,
        bug,
        smoke: smoked?.ok ?? null,
        caught,
        looks,
        tookS: secondsSince(beganAt),
      }
      grown.push(one)
      heard(one)
    }
  } finally {
    await garden.close()
  }
  return grown
}

export const sayGrown = ({ name, law, smoke: passed, caught, looks, tookS }: Grown): string =>
  [
    `${caught ? 'caught' : 'MISSED'}  ${law.padEnd(3)}  ${name}  (smoke ${passed === null ? 'not run' : passed ? 'passed' : 'FAILED'}, ${tookS} s)`,
    ...looks.flatMap((one) => [
      `        ${one.caught ? 'by' : 'NOT by'} ${one.by} (${one.tookS} s)${one.said === '' ? '' : `: ${one.said}`}`,
      ...(one.kept === null ? [] : [`          ${KEPT}${one.kept}`]),
    ]),
  ].join('\n')
