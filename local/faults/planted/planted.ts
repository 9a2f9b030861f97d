import { KEPT } from '../line.ts'
import { openGarden, type Garden } from './garden.ts'
import { isOracle, look, type Look, secondsSince, smoke } from './look.ts'
import { readPlants, type Plant } from './patches.ts'

export interface Grown extends Pick<Plant, 'name' | 'law' | 'bug'> {
  /** Null: not tried. A bug that smoke finds needs no oracle. */
  smoke: boolean | null
  /** By everybody who was asked. */
  caught: boolean
  looks: Look[]
  tookS: number
  /** Caught, and not so plain that smoke found it; of the control: nothing was found. */
  isGood: boolean
}

/** The tree as it is, looked at in the same way: whoever finds a breach there has caught nothing elsewhere. */
const CONTROL = { name: 'nothing-planted', law: '—', bug: 'nothing is planted' } as const
export const isControl = ({ name }: Pick<Grown, 'name'>): boolean => name === CONTROL.name
const NOTHING_WRONG = 'oracle: nothing'

/** That traffic came back late may be the machine's doing, here as there. */
export const holds = ({ isOver, cycles = 0, found }: Pick<Look, 'isOver' | 'cycles' | 'found'>): boolean =>
  isOver && cycles > 0 && found.every((law) => law === 'I8')

const control = async (garden: Garden): Promise<Grown> => {
  const one = await look(garden, CONTROL, NOTHING_WRONG)
  return { ...CONTROL, smoke: null, caught: one.caught, looks: [one], tookS: one.tookS, isGood: holds(one) }
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
  const isAsked = ({ name }: Pick<Plant, 'name'>): boolean => only.length === 0 || only.includes(name)
  const plants = (await readPlants())
    .filter(isAsked)
    .map((plant) => (oracleOnly ? { ...plant, caughtBy: plant.caughtBy.filter(isOracle) } : plant))
    .filter(({ caughtBy }) => caughtBy.length > 0)
  const garden = await openGarden()
  const grown: Grown[] = []
  const tell = (one: Grown): void => {
    grown.push(one)
    heard(one)
  }
  try {
    if (oracleOnly && isAsked(CONTROL)) tell(await control(garden))
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
      tell({
        name,
        law,
        bug,
        smoke: smoked?.ok ?? null,
        caught,
        looks,
        tookS: secondsSince(beganAt),
        isGood: caught && smoked?.ok !== false,
      })
    }
  } finally {
    await garden.close()
  }
  return grown
}

/** By which law it was found, where the patch names another. */
const foundAs = ({ found }: Look, law: string): string =>
  found.length === 0 || found[0] === law ? '' : ` [found as ${found.join(', ')}, said to break ${law}]`

const verdictOf = (one: Grown): string =>
  isControl(one) ? (one.isGood ? 'clean ' : 'BROKEN') : one.caught ? 'caught' : 'MISSED'

export const sayGrown = (one: Grown): string => {
  const { name, law, smoke: passed, looks, tookS } = one
  return [
    `${verdictOf(one)}  ${law.padEnd(3)}  ${name}  (smoke ${passed === null ? 'not run' : passed ? 'passed' : 'FAILED'}, ${tookS} s)`,
    ...looks.flatMap((by) => [
      `        ${by.caught ? 'by' : 'NOT by'} ${by.by} (${by.tookS} s)${by.said === '' ? '' : `: ${by.said}`}${foundAs(by, law)}`,
      ...(by.kept === null ? [] : [`          ${KEPT}${by.kept}`]),
    ]),
  ].join('\n')
}
