import type { ServersConfig } from './config.ts'
import type { Note } from './note.ts'

/** Looks in one place. Throws, in a few words, why that place has nothing. */
export type Finder<Program> = (config: ServersConfig, note: Note) => Promise<Program>

type Search<Program> = {
  /** What is looked for, as the screen calls it. */
  what: string
  /** By the name of the place, in the order of preference. */
  places: Record<string, Finder<Program>>
  /** What a person can do when no place has it. */
  waysOut: string[]
}

/**
 * Takes the first place that has it and says in one line which that was and why the ones before it were
 * passed over. Throws with every reason and the ways out when there is none.
 */
export async function takeFirst<Program extends { engine: string }>(
  search: Search<Program>,
  config: ServersConfig,
  note: Note,
): Promise<Program> {
  const reasons: string[] = []
  for (const [place, find] of Object.entries(search.places)) {
    try {
      const program = await find(config, note)
      const passedOver = reasons.length === 0 ? '' : ` (${reasons.join('; ')})`
      note(`${search.what}: ${program.engine}${passedOver}`)
      return program
    } catch (error) {
      reasons.push(`${place}: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
  const lines = [
    `${search.what} cannot be started here (${reasons.join('; ')}). Ways out:`,
    ...search.waysOut,
  ]
  throw new Error(lines.join('\n- '))
}
