import { entityKinds, type EntityKind, type PlacedFact } from '#contracts/domain/fact.ts'
import type { Incident } from '#contracts/domain/incident/state.ts'
import type { LiveFact } from '#contracts/wire/live.ts'
import type { Action } from '#contracts/wire/actions.ts'
import type { Caller } from '../caller.ts'
import { mayDo } from '../policies.ts'

/** Which action lets somebody hear the facts of each kind. */
const heardBy = {
  incident: 'incident.read',
  volunteer: 'volunteer.read',
  partner: 'delivery.read',
  user: 'ledger.read',
  zone: 'zone.read',
  shift: 'shift.read',
  policy: 'policy.read',
  procedure: 'reference.read',
} as const satisfies Record<PlacedFact['kind'], Action>

/** May this person hear of entities of this kind, here and in the ledger? */
export const mayHear = (caller: Caller, kind: PlacedFact['kind']): boolean =>
  mayDo(caller.role, heardBy[kind])

/** The kinds that this person may hear of; undefined: all of them. */
export const heardKinds = (caller: Caller): EntityKind[] | undefined => {
  const heard = entityKinds.filter((kind) => mayHear(caller, kind))
  return heard.length === entityKinds.length ? undefined : heard
}

/** A fact of an incident without where a volunteer was: when asked, at a step of his task, at a sign of life, calling for help. Others as they are. */
export const withoutPlaces = <F extends Pick<PlacedFact, 'kind' | 'data'>>(fact: F): F => {
  const { kind, data } = fact
  if (kind !== 'incident') return fact
  const held = Object.keys(data).filter((name) => name === 'position' || name === 'point')
  return held.length === 0
    ? fact
    : { ...fact, data: { ...data, ...Object.fromEntries(held.map((name) => [name, null])) } }
}

/** What this person is told of these facts: where volunteers were, if he may hear of volunteers. */
export const factsFor = <F extends Pick<PlacedFact, 'kind' | 'data'>>(
  caller: Caller,
  facts: readonly F[],
): F[] => (mayHear(caller, 'volunteer') ? [...facts] : facts.map(withoutPlaces))

/** A whole file without where anybody was. */
export const fileWithoutPlaces = (incident: Incident): Incident => ({
  ...incident,
  offers: incident.offers.map((offer) => ({ ...offer, position: null })),
  assignments: incident.assignments.map((one) => ({ ...one, lastPoint: null })),
})

/** The facts of a batch that this person may see, and what of them; a partner_admin is no user of the live view at all. */
export const audible = (caller: Caller, facts: readonly PlacedFact[]): LiveFact[] =>
  factsFor(
    caller,
    facts.filter(({ kind }) => mayHear(caller, kind)),
  ).map(({ hash: _hash, ...fact }) => fact)
