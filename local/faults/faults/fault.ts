import type { Chance } from '../chance.ts'
import type { Ground } from '../ground/ground.ts'

/** Something that goes wrong. `hurt` begins it and returns how it is made good again. */
export interface Fault {
  name: string
  /** What it is about, for the bounds that hold for it. */
  about: 'api' | 'worker' | 'mongo' | 'redis' | 'link' | 'partner' | 'clock' | 'disk' | 'none'
  /** How long it lasts, in ms: drawn between these. */
  lastsMs: readonly [number, number]
  hurt: (ground: Ground, chance: Chance, lastsMs: number) => Promise<() => Promise<void>>
  /** False on a machine where this cannot be done. */
  isPossible?: (ground: Ground) => boolean
}

export const nothingToMend = async (): Promise<void> => undefined
