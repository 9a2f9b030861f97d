import type { Volunteer } from '#contracts/domain/volunteer/state.ts'
import type { Bound } from '../../live/bound.ts'
import type { Position } from '../../live/state.ts'
import { STALE_S } from '../../map/model.ts'

export interface PeopleFigures {
  /** On duty and free. */
  onDuty: number
  asked: number
  onTask: number
  /** Of all these: the last position is too old to be where he is, whenever this screen was opened. */
  stale: number
}

/** How many people there are for now, by what they do. */
export const peopleFigures = (
  volunteers: readonly Volunteer[],
  bound: ReadonlyMap<string, Bound>,
  positions: ReadonlyMap<string, Position>,
  now: number,
): PeopleFigures => {
  const figures = { onDuty: 0, asked: 0, onTask: 0, stale: 0 }
  for (const { id, duty, standing } of volunteers) {
    const state = bound.get(id)?.state
    if (state === 'on_task') figures.onTask += 1
    else if (state === 'asked') figures.asked += 1
    else if (duty === 'on' && standing === 'active') figures.onDuty += 1
    else continue
    const at = positions.get(id)?.at
    if (at !== undefined && now - Date.parse(at) > STALE_S * 1000) figures.stale += 1
  }
  return figures
}
