import { stripVTControlCharacters } from 'node:util'
import { openGarden, type Garden, type Ran } from './garden.ts'
import { readPlants, type Plant } from './patches.ts'

export interface Grown extends Pick<Plant, 'name' | 'law' | 'bug' | 'caughtBy'> {
  /** Null: not tried. A bug that smoke finds needs no oracle. */
  smoke: boolean | null
  caught: boolean
  tookS: number
  /** The first words of whoever caught it. */
  said: string
}

const SMOKE_WITHIN_MS = 300_000
const CATCH_WITHIN_MS = 420_000
const MODELS = 'tests/models/'
const CYCLES = '3'
/** Of a model, at most, until the bug shows itself. */
const RUNS = '4000'

/** What names a breach; a test that ran out of time, or a server that was away, names none. */
const breach = /(AssertionError: .+|Property failed.+|BAD I\d+.+)/
const trouble = /(Error: .+)/

/** The first line that names what is wrong. */
const reasonOf = ({ said }: Ran, names: RegExp): string =>
  names.exec(stripVTControlCharacters(said))?.[1]?.slice(0, 160) ?? ''

const smoke = (garden: Garden): Promise<Ran> =>
  garden.run('npx', ['tsx', 'local/smoke/main.ts'], {}, SMOKE_WITHIN_MS)

/** The oracle catches by faults of the harness, a test by itself. `ok` means that nothing was caught. */
const look = (garden: Garden, { caughtBy }: Plant): Promise<Ran> => {
  const [, faults] = /^oracle: (.+)$/.exec(caughtBy) ?? []
  if (faults !== undefined) {
    const only = faults.split(' + ').flatMap((name) => ['--only', name])
    return garden.run(
      'npx',
      ['tsx', 'local/faults/main.ts', '--cycles', CYCLES, ...only],
      {},
      CATCH_WITHIN_MS,
    )
  }
  const env = { MODEL_HASTY: 'true', MODEL_RUNS: RUNS, PLANTED_SERVERS: String(!caughtBy.startsWith(MODELS)) }
  const args = ['vitest', 'run', '--config', 'local/faults/planted/vitest.config.ts', caughtBy]
  return garden.run('npx', args, env, CATCH_WITHIN_MS)
}

export interface PlantedOptions {
  only: readonly string[]
  /** Leave the smoke run out: quicker, and proves less. */
  withSmoke: boolean
}

/** Plants one bug after the other: each must be caught, and must have passed smoke before. */
export const plantAll = async (
  { only, withSmoke }: PlantedOptions,
  heard: (one: Grown) => void,
): Promise<Grown[]> => {
  const plants = (await readPlants()).filter(({ name }) => only.length === 0 || only.includes(name))
  const garden = await openGarden()
  const grown: Grown[] = []
  try {
    for (const plant of plants) {
      const beganAt = performance.now()
      const { name, law, bug, caughtBy, file } = plant
      const planted = await garden.plant(file)
      if (!planted.ok) throw new Error(`${name} does not fit the tree any more: ${planted.said}`)
      const smoked = withSmoke ? await smoke(garden) : null
      const looked = await look(garden, plant)
      await garden.pull(file)
      const one: Grown = {
        name,
        law,
        bug,
        caughtBy,
        smoke: smoked === null ? null : smoked.ok,
        caught: !looked.ok && reasonOf(looked, breach) !== '',
        tookS: Math.round((performance.now() - beganAt) / 1000),
        said: reasonOf(looked, breach) || reasonOf(looked, trouble),
      }
      grown.push(one)
      heard(one)
    }
  } finally {
    await garden.close()
  }
  return grown
}

export const sayGrown = ({ name, law, caughtBy, smoke: passed, caught, tookS, said }: Grown): string =>
  [
    `${caught ? 'caught' : 'MISSED'}  ${law.padEnd(3)}  ${name}  (smoke ${passed === null ? 'not run' : passed ? 'passed' : 'FAILED'}, ${tookS} s)`,
    `        by ${caughtBy}${said === '' ? '' : `: ${said}`}`,
  ].join('\n')
