import { readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** A bug that is planted to see whether it is caught. */
export interface Plant {
  name: string
  /** What is wrong, in a sentence. */
  bug: string
  /** The invariant that it breaks. */
  law: string
  /** Each catches it by itself: test files, and `oracle: <faults>` for cycles of the harness under these faults. */
  caughtBy: readonly string[]
  /** The patch as it lies in the repository. */
  file: string
}

const folder = fileURLToPath(new URL('.', import.meta.url))

const headsOf = (text: string, name: string, key: string): [string, ...string[]] => {
  const [first, ...more] = [...text.matchAll(new RegExp(`^${key}: (.+)$`, 'gm'))].flatMap(
    ([, value]) => value ?? [],
  )
  if (first === undefined) throw new Error(`${name}: the patch does not say "${key}"`)
  return [first, ...more]
}

/** All planted bugs, by name. @throws when a patch does not say what it is */
export const readPlants = async (): Promise<Plant[]> => {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.patch')).sort()
  return Promise.all(
    files.map(async (file): Promise<Plant> => {
      const text = await readFile(join(folder, file), 'utf8')
      const name = basename(file, '.patch')
      const [bug] = headsOf(text, name, 'bug')
      const [law] = headsOf(text, name, 'law')
      return { name, bug, law, caughtBy: headsOf(text, name, 'caught-by'), file: join(folder, file) }
    }),
  )
}
