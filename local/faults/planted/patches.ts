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
  /** A test file, or `oracle: <faults>` for cycles of the harness under these faults. */
  caughtBy: string
  /** The patch as it lies in the repository. */
  file: string
}

const folder = fileURLToPath(new URL('.', import.meta.url))

const headOf = (text: string, name: string, key: string): string => {
  const found = new RegExp(`^${key}: (.+)$`, 'm').exec(text)?.[1]
  if (found === undefined) throw new Error(`${name}: the patch does not say "${key}"`)
  return found
}

/** All planted bugs, by name. @throws when a patch does not say what it is */
export const readPlants = async (): Promise<Plant[]> => {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.patch')).sort()
  return Promise.all(
    files.map(async (file): Promise<Plant> => {
      const text = await readFile(join(folder, file), 'utf8')
      const name = basename(file, '.patch')
      const [bug, law, caughtBy] = ['bug', 'law', 'caught-by'].map((key) => headOf(text, name, key))
      return { name, bug: bug ?? '', law: law ?? '', caughtBy: caughtBy ?? '', file: join(folder, file) }
    }),
  )
}
