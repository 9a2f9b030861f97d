import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { withdrawVolunteer } from '../../api/usecases/volunteer/withdraw-volunteer.ts'
import { Refusal } from '#contracts/domain/refusal.ts'
import { createSessions } from '#contracts/store/sessions.ts'
import { byCommand, type Platform } from './platform.ts'

const Line = z.object({ agencyId: z.string(), left: z.array(z.string()).default([]) })

const linesOf = async (file: string) =>
  (await readFile(file, 'utf8'))
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => Line.parse(JSON.parse(line)))

export interface LeftAgain {
  again: number
  /** Who is out by the backup: call him home first, then run this again. */
  out: string[]
}

/**
 * A restored backup knows nothing of those who took back their consent after it was made; the anchor file does. Everybody
 * whom it names and who is here again leaves again and is forgotten. To be run before api and worker start; twice is harmless.
 */
export const leaveAgain = async (
  platform: Pick<Platform, 'connection' | 'store' | 'presence' | 'clock'>,
  anchorFile: string,
): Promise<LeftAgain> => {
  const { store } = platform
  const context = { ...platform, sessions: createSessions(store.models) }
  const found: LeftAgain = { again: 0, out: [] }
  for (const { agencyId, left } of await linesOf(anchorFile))
    for (const id of left) {
      const here = (await store.ledger.load('volunteer', id))?.state
      if (here === undefined || here.standing === 'withdrawn') continue
      const op = { opId: `left-again:${id}`, agencyId, by: byCommand }
      try {
        await withdrawVolunteer(context, op, id)
        found.again += 1
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
        found.out.push(id)
      }
    }
  return found
}
