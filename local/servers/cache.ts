import { constants } from 'node:fs'
import { access, mkdir, mkdtemp, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

/** The file that says an entry is whole. */
const MARKER = '.complete'
const DRAFT = '.draft-'
const HOUR_MS = 3_600_000

/**
 * The folder `<cacheDir>/<name>`, made by `fill` when it is not there yet. It is filled beside its place and
 * renamed into it, so it is whole or absent; of two processes that fill it at once the slower throws its own
 * away. `fill` gets an empty folder and must leave in it what the entry should hold.
 */
export async function cached(
  cacheDir: string,
  name: string,
  fill: (folder: string) => Promise<void>,
): Promise<string> {
  const place = join(cacheDir, name)
  if (await isComplete(place)) return place
  await mkdir(dirname(place), { recursive: true })
  await sweepDrafts(place)
  const draft = await mkdtemp(`${place}${DRAFT}`)
  try {
    await fill(draft)
    await writeFile(join(draft, MARKER), '')
    await putInPlace(draft, place)
  } finally {
    await rm(draft, { recursive: true, force: true })
  }
  return place
}

/** A draft that is an hour old was left by a process that was killed. */
async function sweepDrafts(place: string): Promise<void> {
  for (const name of await readdir(dirname(place))) {
    if (!name.startsWith(`${basename(place)}${DRAFT}`)) continue
    const draft = join(dirname(place), name)
    const found = await stat(draft).catch(() => undefined) // its owner may rename it at any moment
    if (found !== undefined && Date.now() - found.mtimeMs > HOUR_MS)
      await rm(draft, { recursive: true, force: true })
  }
}

async function putInPlace(draft: string, place: string): Promise<void> {
  try {
    await rename(draft, place)
  } catch {
    // Either another process was faster, or somebody deleted half of the entry by hand.
    if (await isComplete(place)) return
    await rm(place, { recursive: true, force: true })
    await rename(draft, place)
  }
}

async function isComplete(place: string): Promise<boolean> {
  return access(join(place, MARKER)).then(
    () => true,
    () => false,
  )
}

/** Whether `path` is a file that this user may run. */
export async function isExecutable(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK)
    return (await stat(path)).isFile()
  } catch {
    return false
  }
}

/** The first of `programs` found in the folders of PATH; an earlier name wins over an earlier folder. */
export async function onPath(programs: string[], searchPath: string[]): Promise<string | undefined> {
  for (const program of programs)
    for (const folder of searchPath)
      if (await isExecutable(join(folder, program))) return join(folder, program)
  return undefined
}
