import type { EntityKind, Fact, Happened } from '#contracts/domain/fact.ts'
import type { Instant } from '#contracts/domain/instant.ts'
import type { Filed, StateOf } from './documents.ts'
import { isDuplicateKey } from './errors.ts'
import type { BodyOf, Kind } from './kinds.ts'
import type { Change, LedgerOptions, Op } from './ledger.ts'

const toFacts = <K extends EntityKind>(
  kind: K,
  id: string,
  version: number,
  op: Op,
  bodies: BodyOf[K][],
  at: Instant,
): Fact[] =>
  bodies.map((body, index) => ({
    id: `fct_${id}.${version}.${index}`,
    agencyId: op.agencyId,
    kind,
    entityId: id,
    version,
    index,
    type: body.type,
    at,
    by: op.by,
    opId: op.opId,
    data: body.data as Record<string, unknown>,
  }))

/** The guarded write itself: facts are numbered by document version, so two writers can never make the same fact. */
export const createWriter = ({ models, kinds }: Pick<LedgerOptions, 'models' | 'kinds'>) => {
  /** Raw driver reads and writes: what was folded is stored to the letter, and the chain hashes what is stored. */
  const load = async <K extends EntityKind>(kind: K, id: string): Promise<Filed<K> | null> =>
    (await models[kind].collection.findOne({ _id: id as never })) as Filed<K> | null
  const kindOf = <K extends EntityKind>(kind: K): Kind<K> => kinds[kind]

  const fold = <K extends EntityKind>(
    kind: K,
    id: string,
    before: StateOf[K] | null,
    op: Op,
    bodies: BodyOf[K][],
    at: Instant,
  ): StateOf[K] => {
    const birth = { id, agencyId: op.agencyId }
    const { evolve } = kindOf(kind)
    const state = bodies.reduce<StateOf[K] | null>((folded, body) => {
      const happened: Happened<BodyOf[K]> = { ...body, at, by: op.by }
      return evolve(folded, happened, birth)
    }, before)
    if (state === null) throw new Error(`the facts of ${op.opId} do not create ${kind} ${id}`)
    return state
  }

  const write = async <K extends EntityKind>(
    kind: K,
    id: string,
    doc: Filed<K> | null,
    op: Op,
    bodies: BodyOf[K][],
    at: Instant,
  ): Promise<Change<K> | 'lost'> => {
    const version = (doc?.version ?? 0) + 1
    const facts = toFacts(kind, id, version, op, bodies, at)
    const state = fold(kind, id, doc?.state ?? null, op, bodies, at)
    const nextDueAt = kindOf(kind).nextDue(state)
    const collection = models[kind].collection
    if (doc === null) {
      try {
        await collection.insertOne({
          _id: id as never,
          agencyId: op.agencyId,
          version,
          state,
          nextDueAt,
          pending: facts,
        })
      } catch (error) {
        if (isDuplicateKey(error)) return 'lost'
        throw error
      }
    } else {
      const { matchedCount } = await collection.updateOne(
        { _id: id as never, version: doc.version },
        { $set: { state, version, nextDueAt }, $push: { pending: { $each: facts } } as never },
      )
      if (matchedCount === 0) return 'lost'
    }
    return { state, version, facts, repeated: false }
  }

  return { load, write }
}
