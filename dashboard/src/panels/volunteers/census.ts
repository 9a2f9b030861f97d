import type { Incident } from '#contracts/domain/incident/state.ts'
import type { Volunteer } from '#contracts/domain/volunteer/state.ts'
import { vehicles, type Vehicle } from '#contracts/domain/words.ts'
import type { Bound } from '../../live/bound.ts'

const DAY_MS = 24 * 3_600_000

/** Of those who are on duty or bound. */
export interface Present {
  free: number
  asked: number
  onTask: number
}

export interface Census {
  byVehicle: readonly (Present & { vehicle: Vehicle })[]
  all: Present
  paused: number
  off: number
  pending: number
  suspended: number
  /** Who let offers of the last day pass without a word, the most often first. */
  silent: readonly { id: string; times: number }[]
}

const sum = (parts: readonly Present[]): Present => ({
  free: parts.reduce((total, { free }) => total + free, 0),
  asked: parts.reduce((total, { asked }) => total + asked, 0),
  onTask: parts.reduce((total, { onTask }) => total + onTask, 0),
})

const silentIn = (incidents: readonly Incident[], now: number): Census['silent'] => {
  const times = new Map<string, number>()
  for (const { volunteerId, ended, endedAt } of incidents.flatMap(({ asked }) => asked))
    if (ended === 'expired' && endedAt !== null && now - Date.parse(endedAt) < DAY_MS)
      times.set(volunteerId, (times.get(volunteerId) ?? 0) + 1)
  return [...times].map(([id, count]) => ({ id, times: count })).sort((a, b) => b.times - a.times)
}

/** Who there is, by what he drives and does, from what the live view has folded. */
export const censusOf = (
  volunteers: readonly Volunteer[],
  bound: ReadonlyMap<string, Bound>,
  incidents: readonly Incident[],
  now: number,
): Census => {
  const stateOf = ({ id, duty, standing }: Volunteer): Bound['state'] | 'free' | null =>
    bound.get(id)?.state ?? (duty === 'on' && standing === 'active' ? 'free' : null)
  const byVehicle = vehicles.map((vehicle) => {
    const states = volunteers.filter((one) => one.vehicle === vehicle).map(stateOf)
    const count = (state: Bound['state'] | 'free'): number => states.filter((one) => one === state).length
    return { vehicle, free: count('free'), asked: count('asked'), onTask: count('on_task') }
  })
  const idle = volunteers.filter((one) => stateOf(one) === null)
  const active = idle.filter(({ standing }) => standing === 'active')
  const inStanding = (standing: Volunteer['standing']): number =>
    idle.filter((one) => one.standing === standing).length
  return {
    byVehicle,
    all: sum(byVehicle),
    paused: active.filter(({ duty }) => duty === 'paused').length,
    off: active.filter(({ duty }) => duty === 'off').length,
    pending: inStanding('pending'),
    suspended: inStanding('suspended'),
    silent: silentIn(incidents, now),
  }
}
