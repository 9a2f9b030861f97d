import type { PlacedFact } from '#contracts/domain/fact.ts'
import { Refusal } from '#contracts/domain/refusal.ts'
import type { FactView } from '#contracts/wire/routes/views.ts'
import type { Context } from '../context.ts'
import { withoutPlaces } from '../live/audience.ts'

const idsOf = (facts: readonly PlacedFact[], kind: PlacedFact['by']['kind']): string[] => [
  ...new Set(facts.filter(({ by }) => by.kind === kind).map(({ by }) => by.id)),
]

/** Names of those who did something, by id. The platform itself has none. */
const namesOf = async (
  context: Context,
  facts: readonly PlacedFact[],
  volunteers: boolean,
): Promise<ReadonlyMap<string, string | null>> => {
  const [users, persons, partners] = await Promise.all([
    context.credentials.names(idsOf(facts, 'user')),
    context.store.texts.persons(volunteers ? idsOf(facts, 'volunteer') : []),
    Promise.all(idsOf(facts, 'partner').map((id) => context.store.ledger.load('partner', id))),
  ])
  return new Map<string, string | null>([
    ...users,
    ...[...persons].map(([id, { displayName }]) => [id, displayName] as const),
    ...partners.flatMap((doc) => (doc === null ? [] : [[doc._id, doc.state.name] as const])),
  ])
}

const withoutHash = ({ hash: _hash, ...fact }: PlacedFact): Omit<PlacedFact, 'hash'> => fact

/**
 * What happened to an incident, a volunteer, a partner or a danger zone, in order. Facts that still wait for their place get it now, so that whoever
 * has just done something finds it here. Volunteers without their names and places, `named` being false.
 * @throws Refusal `not_found`
 */
export const factsOf = async (
  context: Context,
  kind: 'incident' | 'volunteer' | 'partner' | 'zone',
  agencyId: string,
  id: string,
  named = true,
): Promise<{ facts: FactView[] }> => {
  const doc = await context.store.ledger.load(kind, id)
  if (doc === null || doc.agencyId !== agencyId) throw new Refusal('not_found')
  if (doc.pending.length > 0) await context.store.flush(kind, id)
  const facts = await context.store.cursors.of(id)
  const names = await namesOf(context, facts, named)
  const told = named ? facts : facts.map(withoutPlaces)
  return { facts: told.map((fact) => ({ ...withoutHash(fact), byName: names.get(fact.by.id) ?? null })) }
}
