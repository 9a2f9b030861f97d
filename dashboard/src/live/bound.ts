import { hasEnded } from '#contracts/domain/incident/moves.ts'
import type { Incident } from '#contracts/domain/incident/state.ts'
import { bindingsOf } from '../api/bindings.ts'
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
  for (const incident of openIncidents(city))
    for (const [volunteerId, state] of bindingsOf(incident))
      bound.set(volunteerId, { state, incidentId: incident.id })
  return bound
}
