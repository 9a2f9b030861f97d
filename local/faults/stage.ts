import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { History } from './cycle.ts'
import { openGround, type Ground } from './ground/ground.ts'
import { watchSometimes, type Sometimes } from './ground/sometimes.ts'
import type { FaultsOptions } from './options.ts'

/** A ground on which several cycles are played, and what they have in common. */
export interface Stage {
  ground: Ground
  sometimes: Sometimes
  played: number
  /** How long a probe took undisturbed when it was measured last. */
  calmS: number | null
  history: History
  /** A cycle on it failed: what is needed to look at that later stays. */
  isKept: boolean
}

export const openStage = async (
  { drivers }: Pick<FaultsOptions, 'drivers'>,
  seed: number,
): Promise<Stage> => {
  const dir = await mkdtemp(join(tmpdir(), 'tr-faults-'))
  const ground = await openGround({ dir, seed, drivers })
  return {
    ground,
    sometimes: watchSometimes(ground),
    played: 0,
    calmS: null,
    history: { disturbed: [], slackMs: 0 },
    isKept: false,
  }
}

/** Closes everything; the folder stays when somebody is to look at it. */
export const leave = async ({ ground, sometimes, isKept }: Stage): Promise<void> => {
  sometimes.stop()
  await ground.close()
  if (!isKept) await rm(ground.dir, { recursive: true, force: true })
}
