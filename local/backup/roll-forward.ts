import type mongoose from 'mongoose'
import type { EntityKind, Fact } from '#contracts/domain/fact.ts'
import { isActive } from '#contracts/domain/incident/read.ts'
import { defaultSla } from '#contracts/domain/sla.ts'
import type { Claim, Filed, StoredFact } from '#contracts/store/documents.ts'
import { createKinds, type Kind } from '#contracts/store/kinds.ts'
import { collectionOf } from '#contracts/store/models.ts'

/** The facts that the stored document does not know yet, in their order. */
const newerFacts = async (db: mongoose.mongo.Db, id: string, version: number): Promise<StoredFact[]> =>
  db
    .collection<StoredFact>('facts')
    .find({ entityId: id, version: { $gt: version } })
    .sort({ version: 1, index: 1 })
    .toArray()

const brought = <K extends EntityKind>(
  kind: Kind<K>,
  doc: Filed<K> | null,
  facts: readonly StoredFact[],
): Filed<K> => {
  const [first] = facts
  const last = facts.at(-1)
  if (first === undefined || last === undefined) throw new Error('there is nothing newer')
  const birth = { id: first.entityId, agencyId: first.agencyId }
  const state = facts.reduce((folded, fact) => kind.evolve(folded, fact as never, birth), doc?.state ?? null)
  if (state === null) throw new Error(`the facts of ${birth.id} do not create it`)
  const { version } = last
  return {
    _id: birth.id,
    agencyId: birth.agencyId,
    version,
    state,
    nextDueAt: kind.nextDue(state),
    pending: doc?.pending ?? [],
  }
}

/** What was not placed when the document was read and is placed among the facts. */
const stillPending = async (db: mongoose.mongo.Db, pending: readonly Fact[]): Promise<Fact[]> => {
  const ids = pending.map(({ id }) => id)
  const placed = await db
    .collection<StoredFact>('facts')
    .find({ _id: { $in: ids } })
    .toArray()
  return pending.filter(({ id }) => !placed.some(({ _id }) => _id === id))
}

const bringUpToDate = async <K extends EntityKind>(
  db: mongoose.mongo.Db,
  name: K,
  kind: Kind<K>,
): Promise<number> => {
  const stored = db.collection<Filed>(collectionOf[name])
  const ids = await db.collection<StoredFact>('facts').distinct('entityId', { kind: name })
  let changed = 0
  for (const id of ids) {
    const doc = (await stored.findOne({ _id: id })) as Filed<K> | null
    const facts = await newerFacts(db, id, doc?.version ?? 0)
    const pending = await stillPending(db, doc?.pending ?? [])
    const isBehind = facts.length > 0
    if (!isBehind && pending.length === doc?.pending.length) continue
    const present = isBehind ? brought(kind, doc, facts) : doc
    if (present === null) continue
    await stored.replaceOne({ _id: id }, { ...present, pending }, { upsert: true })
    if (isBehind) changed += 1
  }
  return changed
}

/** A claim for everybody who has an open offer or is out. */
const bindAll = async (db: mongoose.mongo.Db, at: Date): Promise<number> => {
  const persons = new Map<string, string>()
  for await (const { _id, state } of db.collection<Filed<'volunteer'>>('volunteers').find({}))
    persons.set(_id, state.personKey)
  const claims: Claim[] = []
  for await (const { _id: incidentId, agencyId, version, state } of db
    .collection<Filed<'incident'>>('incidents')
    .find({})) {
    const offers = state.offers.map(({ id: offerId, volunteerId }) => ({ offerId, volunteerId }))
    const team = state.assignments
      .filter(isActive)
      .map(({ offerId, volunteerId }) => ({ offerId, volunteerId }))
    for (const { offerId, volunteerId } of [...offers, ...team]) {
      const person = persons.get(volunteerId) ?? volunteerId
      const bound = { agencyId, incidentId, offerId, volunteerId, base: version - 1, at: at.toISOString() }
      claims.push({ _id: person, ...bound })
    }
  }
  if (claims.length > 0) await db.collection<Claim>('claims').insertMany(claims)
  return claims.length
}

/** Makes one moment of documents that were read one after the other while the system was at work. */
export const rollForward = async (
  db: mongoose.mongo.Db,
  at: Date,
): Promise<{ broughtUpToDate: number; bound: number }> => {
  const kinds = createKinds(defaultSla)
  const counts = [
    await bringUpToDate(db, 'incident', kinds.incident),
    await bringUpToDate(db, 'volunteer', kinds.volunteer),
    await bringUpToDate(db, 'partner', kinds.partner),
    await bringUpToDate(db, 'user', kinds.user),
    await bringUpToDate(db, 'zone', kinds.zone),
    await bringUpToDate(db, 'shift', kinds.shift),
    await bringUpToDate(db, 'policy', kinds.policy),
    await bringUpToDate(db, 'procedure', kinds.procedure),
  ]
  return { broughtUpToDate: counts.reduce((sum, count) => sum + count, 0), bound: await bindAll(db, at) }
}
