import { isActive, needOf } from '#contracts/domain/incident/read.ts'
import type { Assignment, Incident } from '#contracts/domain/incident/state.ts'
import type { AssignmentState } from '#contracts/domain/incident/words.ts'
import type { Instant } from '#contracts/domain/instant.ts'
import type { PlacedFact } from '#contracts/domain/fact.ts'
import { volunteerFacts } from '#contracts/domain/volunteer/facts.ts'
import type { Hazard, TaskType } from '#contracts/domain/words.ts'
import type { Context } from '../context.ts'

/** One task of a volunteer, as he may remember it: without the exact place. */
export interface Served {
  offerId: string
  number: string
  hazard: Hazard
  task: TaskType | null
  kelurahan: string | null
  state: AssignmentState
  acceptedAt: Instant
  /** From his yes to the end, or until now; seconds. */
  tookS: number
  drill: boolean
}
export interface ServiceRecord {
  /** The latest first. */
  tasks: Served[]
  completed: number
  taskS: number
  dutyS: number
}

const MOST = 100
const secondsBetween = (from: Instant, to: Instant): number =>
  Math.max(0, (Date.parse(to) - Date.parse(from)) / 1000)

const servedOf = (incident: Incident, assignment: Assignment, now: Instant): Served => {
  const { offerId, state, acceptedAt, times } = assignment
  const end = isActive(assignment) ? now : (times[state] ?? incident.endedAt ?? acceptedAt)
  return {
    offerId,
    number: incident.number,
    hazard: incident.hazard,
    task: needOf(incident, assignment.needId)?.task ?? null,
    kelurahan: incident.place.kelurahan,
    state,
    acceptedAt,
    tookS: secondsBetween(acceptedAt, end),
    drill: incident.drill,
  }
}

const endsDuty = new Set(['volunteer.suspended', 'volunteer.withdrawn'])

/** Seconds on duty in all, from the facts of a volunteer in their order; duty that runs counts until now. */
export const dutySecondsIn = (
  facts: readonly Pick<PlacedFact, 'type' | 'data' | 'at'>[],
  now: Instant,
): number => {
  let since: Instant | null = null
  let total = 0
  for (const { type, data, at } of facts) {
    const isDuty = type === 'volunteer.duty_changed'
    if (!isDuty && !endsDuty.has(type)) continue
    const isOn = isDuty && volunteerFacts['volunteer.duty_changed'].parse(data).duty === 'on'
    if (since !== null && !isOn) total += secondsBetween(since, at)
    since = isOn ? (since ?? at) : null
  }
  return since === null ? total : total + secondsBetween(since, now)
}

/** What a volunteer has done: his tasks, and the hours. */
export const serviceRecord = async (
  { incidentQueries, store, clock }: Context,
  { id, agencyId }: { id: string; agencyId: string },
): Promise<ServiceRecord> => {
  const now = clock.now().toISOString()
  const [incidents, facts] = await Promise.all([
    incidentQueries.servedBy(agencyId, id, MOST),
    store.cursors.of(id),
  ])
  const tasks = incidents
    .flatMap(({ state }) =>
      state.assignments.filter((a) => a.volunteerId === id).map((a) => servedOf(state, a, now)),
    )
    .sort((a, b) => (a.acceptedAt < b.acceptedAt ? 1 : -1))
  return {
    tasks,
    completed: tasks.filter(({ state }) => state === 'completed').length,
    taskS: tasks.reduce((sum, { tookS }) => sum + tookS, 0),
    dutyS: dutySecondsIn(facts, now),
  }
}
