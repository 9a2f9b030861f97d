import { each } from '../../../worker/each.ts'
import { eventOf } from '../crowd/platform.ts'
import type { Place } from '../crowd/place.ts'
import type { Speech } from '../crowd/say.ts'
import type { Race } from './given.ts'
import type { Run, Told } from './verdict.ts'

export interface StormOptions {
  races: readonly Race[]
  speech: Pick<Speech, 'say'>
  partner: Place['partners'][number]
  /** Slots that are raced for at the same time. */
  atOnce: number
  /** Processes of the api. */
  apis: number
}

/** Everybody says yes at the same time, each at the next process. Resolves when everybody has his answer. */
export const playStorm = async ({ races, speech, partner, atOnce, apis }: StormOptions): Promise<Run[]> => {
  const runs: Run[] = []
  const say = async ({ offerId, ref }: Race['contenders'][number], side: number): Promise<Told> => {
    const data = { offerId, volunteerRef: ref }
    const about = { ...data, partner: partner.ref }
    const yes = eventOf(partner, 'accept', `storm-${offerId}`, { type: 'offer.accepted', data }, about)
    const answer = await speech.say(yes, side)
    return { offerId, status: answer?.status ?? null, word: answer?.word ?? '' }
  }
  await each(races, atOnce, async (race) => {
    const first = runs.length
    runs.push({
      race,
      told: await Promise.all(race.contenders.map((one, i) => say(one, (first + i) % apis))),
    })
  })
  return runs
}
