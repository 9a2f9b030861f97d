import type { Day } from '../day/day.ts'
import { chance, type Random } from '../random.ts'

/** What will become of a task when nobody interferes. */
export interface Course {
  ends: 'completed' | 'released' | 'failed'
  /** He writes to the command post from the scene. */
  writes: boolean
  /** He needs help himself. */
  callsForHelp: boolean
}

/** Always the same number of draws. */
export const drawCourse = (random: Random, day: Day): Course => {
  const released = chance(random, day.releasePct)
  const failed = chance(random, day.failPct)
  return {
    ends: released ? 'released' : failed ? 'failed' : 'completed',
    writes: chance(random, day.messagePct),
    callsForHelp: chance(random, day.sosPct),
  }
}
