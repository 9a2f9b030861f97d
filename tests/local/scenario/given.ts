import kupang from '../../../local/data/kupang.json' with { type: 'json' }
import type { Clock } from '../../../local/scenario/clock.ts'
import { nextDeed, type View } from '../../../local/scenario/desk/next-deed.ts'
import type { Course } from '../../../local/scenario/plan/course.ts'
import type { Incident, Kelurahan } from '../../../local/scenario/words.ts'

export const areas: readonly Kelurahan[] = kupang.kelurahan

export const AT = '2026-04-05T01:00:00.000Z'
export const after = (seconds: number): string => new Date(Date.parse(AT) + seconds * 1000).toISOString()

/** A clock that stands `seconds` on the wall after AT. */
export const clockAt = (seconds: number, speed = 1): Clock => {
  const now = Date.parse(AT) + seconds * 1000
  return {
    speed,
    now: () => now,
    lifeS: () => seconds * speed,
    lifeSince: (instant) => ((now - Date.parse(instant)) / 1000) * speed,
  }
}

export const course = (over: Partial<Course> = {}): Course => ({
  gate: { kind: 'verify' },
  gateAfterS: 100,
  needs: [{ task: 'pantau', vehicle: 'motorcycle', quantity: 1 }],
  trc: null,
  controlAfterS: 200,
  closeAfterS: 300,
  ...over,
})

export const need = (over: Partial<Incident['needs'][number]> = {}): Incident['needs'][number] => ({
  id: 'need-1',
  task: 'pantau',
  vehicle: 'any',
  skill: null,
  quantity: 1,
  status: 'asking',
  openSince: AT,
  stalled: null,
  ...over,
})

type Assignment = Incident['assignments'][number]
/** Only what the desk looks at. */
export const assignment = (state: Assignment['state']): Assignment =>
  ({ id: `a-${state}`, state }) as Assignment

/** An incident that was reported at AT; only what the desk looks at. */
export const incident = (over: Partial<Incident> = {}): Incident =>
  ({
    id: 'inc-1',
    status: 'reported',
    reportedAt: AT,
    verifiedAt: null,
    dispatchedAt: null,
    changedAt: AT,
    trc: { departedAt: null, arrivedAt: null },
    needs: [],
    assignments: [],
    alarms: [],
    search: 1,
    ...over,
  }) as Incident

/** What an operator does when he looks `seconds` after AT. */
export const deedAt = (seconds: number, state: Incident, over: Partial<View> = {}) =>
  nextDeed({
    incident: state,
    course: course(),
    clock: clockAt(seconds),
    idOf: () => null,
    refused: new Set(),
    ...over,
  })
