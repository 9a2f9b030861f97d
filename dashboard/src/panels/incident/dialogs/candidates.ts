import type { Need } from '#contracts/domain/incident/state.ts'
import { distanceM, type Point } from '#contracts/domain/place.ts'
import { lacksFor, type Lack } from '#contracts/domain/volunteer/fit.ts'
import type { VolunteerView } from '#contracts/wire/routes/views.ts'

/** What a choice by hand looks at. */
type Candidate = Pick<VolunteerView, 'displayName' | 'vehicle' | 'skills' | 'duty' | 'bound' | 'position'>

/** Why the server would refuse him for this need, whatever reason is given; as far as the screen knows. */
export type Obstacle = 'bound' | 'duty' | Lack

export const obstaclesOf = (
  one: Pick<Candidate, 'bound' | 'duty' | 'vehicle' | 'skills'>,
  need: Need | undefined,
): Obstacle[] => [
  ...(one.bound === null ? [] : (['bound'] as const)),
  ...(one.duty === 'on' ? [] : (['duty'] as const)),
  ...(need === undefined ? [] : lacksFor(one, need)),
]

/** Infinite: nobody knows where he is. */
export const awayM = ({ position }: Pick<Candidate, 'position'>, from: Point): number =>
  position === null ? Infinity : distanceM(position, from)

const dutyFirst: Record<VolunteerView['duty'], number> = { on: 0, paused: 1, off: 2 }

/** Who can be sent comes first, the nearest before all; then who fits and cannot be sent now; at last who does not fit. */
export const ranked = <C extends Candidate>(
  volunteers: readonly C[],
  need: Need | undefined,
  from: Point,
): C[] => {
  const rank = (one: C): number => {
    const obstacles = obstaclesOf(one, need)
    if (obstacles.length === 0) return 0
    return obstacles.includes('vehicle') || obstacles.includes('skill') ? 2 : 1
  }
  // Two whose place nobody knows are equally far.
  const farther = (a: C, b: C): number => {
    const [toA, toB] = [awayM(a, from), awayM(b, from)]
    return toA === toB ? 0 : toA - toB
  }
  return volunteers.toSorted(
    (a, b) =>
      rank(a) - rank(b) ||
      Number(a.bound !== null) - Number(b.bound !== null) ||
      dutyFirst[a.duty] - dutyFirst[b.duty] ||
      farther(a, b) ||
      a.displayName.localeCompare(b.displayName, 'id'),
  )
}
