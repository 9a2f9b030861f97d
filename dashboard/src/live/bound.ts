import { hasEnded } from '#contracts/domain/incident/moves.ts'
import { isActive } from '#contracts/domain/incident/read.ts'
import type { Incident } from '#contracts/domain/incident/state.ts'
import type { LiveCity } from './fold.ts'

export interface Bound {
  state: 'asked' | 'on_task'
  incidentId: string
}

/** The incidents of the city that are not over. */
export const openIncidents = (city: LiveCity | null): Incident[] =>
  [...(city?.incidents.values() ?? [])].map(({ state }) => state).filter(({ status }) => !hasEnded(status))

/** Who is asked, and who is on a task, by volunteer. */
export const boundIn = (city: LiveCity | null): Map<string, Bound> => {
  const bound = new Map<string, Bound>()
  for (const { id, offers, assignments } of openIncidents(city)) {
    for (const offer of offers) bound.set(offer.volunteerId, { state: 'asked', incidentId: id })
    for (const assignment of assignments)
      if (isActive(assignment)) bound.set(assignment.volunteerId, { state: 'on_task', incidentId: id })
  }
  return bound
}
