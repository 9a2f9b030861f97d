import type { PlacedFact } from '#contracts/domain/fact.ts'
import type { Incident } from '#contracts/domain/incident/state.ts'
import type { Caller } from './caller.ts'
import { mayDo } from './policies.ts'

/** Names and places of volunteers are for those who may look at volunteers; the others see that somebody comes, not who and from where. */
export const maySeePeople = ({ role }: Pick<Caller, 'role'>): boolean => mayDo(role, 'volunteer.read')

/** A fact of an incident without where a volunteer was: when asked, at a step of his task, at a sign of life, calling for help. Others as they are. */
const withoutPlaces = <F extends Pick<PlacedFact, 'kind' | 'data'>>(fact: F): F => {
  const { kind, data } = fact
  if (kind !== 'incident') return fact
  const held = Object.keys(data).filter((name) => name === 'position' || name === 'point')
  return held.length === 0
    ? fact
    : { ...fact, data: { ...data, ...Object.fromEntries(held.map((name) => [name, null])) } }
}

/** What this person is told of these facts. */
export const factsFor = <F extends Pick<PlacedFact, 'kind' | 'data'>>(
  caller: Pick<Caller, 'role'>,
  facts: readonly F[],
): F[] => (maySeePeople(caller) ? [...facts] : facts.map(withoutPlaces))

/** A whole file without where anybody was. */
export const fileWithoutPlaces = (incident: Incident): Incident => ({
  ...incident,
  offers: incident.offers.map((offer) => ({ ...offer, position: null })),
  assignments: incident.assignments.map((one) => ({ ...one, lastPoint: null })),
})
