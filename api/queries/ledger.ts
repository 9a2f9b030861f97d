import { setImmediate as breathe } from 'node:timers/promises'
import type { PlacedFact } from '#contracts/domain/fact.ts'
import { chainHash, GENESIS } from '#contracts/store/flush.ts'
import { MOST_CHECKED, type ChainCheck, type LedgerFact } from '#contracts/wire/routes/ledger.ts'
import type { Routes } from '#contracts/wire/routes/all.ts'
import type { Caller } from '../caller.ts'
import type { Context } from '../context.ts'
import { factsFor, heardKinds, mayHear } from '../live/audience.ts'
import type { Answer, Given } from '../route-types.ts'
import { readAnchors } from './anchors.ts'

type Wanted = Given<Routes['browseLedger']>['query']
const instant = (moment: string | undefined): string | undefined =>
  moment === undefined ? undefined : new Date(moment).toISOString()

const distinct = (ids: readonly string[]): string[] => [...new Set(ids)]

/** Staff by name, who answer for what they did; of incidents the number. Volunteers and reporters stay ids. */
const named = async (context: Context, facts: readonly PlacedFact[]): Promise<LedgerFact[]> => {
  const users = distinct(facts.filter(({ by }) => by.kind === 'user').map(({ by }) => by.id))
  const incidents = distinct(facts.filter(({ kind }) => kind === 'incident').map(({ entityId }) => entityId))
  const [names, docs] = await Promise.all([
    context.credentials.names(users),
    Promise.all(incidents.map((id) => context.store.ledger.load('incident', id))),
  ])
  const numbers = new Map(docs.flatMap((doc) => (doc === null ? [] : [[doc._id, doc.state.number]])))
  return facts.map((fact) => ({
    ...fact,
    byName: names.get(fact.by.id) ?? null,
    subject: numbers.get(fact.entityId) ?? names.get(fact.entityId) ?? null,
  }))
}

/** What somebody typed as the subject: an id, the number of an incident, or what a partner calls a volunteer. */
const idsOf = async (context: Context, agencyId: string, typed: string): Promise<string[]> => [
  typed,
  ...(await context.factQueries.namedSo(agencyId, typed)),
]

/** One page of the ledger, newest first, of the kinds that the caller may hear of. */
export const browseLedger = async (
  context: Context,
  caller: Caller,
  { limit, from, to, entityId, type, kind, ...wanted }: Wanted,
): Promise<Answer<Routes['browseLedger']>> => {
  const { agencyId } = caller
  if (kind !== undefined && !mayHear(caller, kind)) return { facts: [], next: null }
  const kinds = kind === undefined ? heardKinds(caller) : [kind]
  const entityIds = entityId === undefined ? undefined : await idsOf(context, agencyId, entityId)
  const filter = {
    ...wanted,
    kinds,
    types: type?.split(','),
    entityIds,
    from: instant(from),
    to: instant(to),
  }
  const found = await context.factQueries.page(agencyId, filter, limit + 1)
  const page = found.slice(0, limit)
  return {
    facts: await named(context, factsFor(caller, page)),
    next: found.length > limit ? (page.at(-1)?.seq ?? null) : null,
  }
}

const BATCH = 1000

/** Follows the chain from one seq to another: no gap, and each hash follows from the one before. */
export const checkChain = async (
  context: Context,
  agencyId: string,
  range: { from?: number | undefined; to?: number | undefined },
): Promise<ChainCheck> => {
  const { cursors } = context.store
  const head = await cursors.head(agencyId)
  const to = Math.min(range.to ?? head.seq, head.seq)
  const from = Math.max(range.from ?? 1, to - MOST_CHECKED + 1, 1)
  const [start] = from === 1 ? [] : await cursors.after(agencyId, from - 2, 1)
  const before = from === 1 ? GENESIS : (start?.hash ?? GENESIS)
  const anchors = await readAnchors(context.config.anchorFile, agencyId)
  let last = before
  let seq = from - 1
  let fault: ChainCheck['fault'] = null
  let differing = 0
  let compared = 0
  while (fault === null && seq < to) {
    const facts = await cursors.after(agencyId, seq, Math.min(BATCH, to - seq))
    if (facts.length === 0) fault = { seq: seq + 1, what: 'gap' }
    for (const { hash, id, ...fact } of facts) {
      if (fault !== null) break
      if (fact.seq !== seq + 1) fault = { seq: seq + 1, what: 'gap' }
      else if (chainHash(last, { _id: id, ...fact }) !== hash) fault = { seq: fact.seq, what: 'hash' }
      else {
        seq = fact.seq
        last = hash
        const anchored = anchors?.hashes.get(seq)
        if (anchored !== undefined) compared += 1
        if (anchored !== undefined && anchored !== hash) differing += 1
      }
    }
    // The others want their answers too.
    await breathe()
  }
  const cut = anchors?.last !== undefined && anchors.last !== null && anchors.last.seq > head.seq
  return {
    from,
    to,
    checked: seq - from + 1,
    fault,
    before,
    last,
    head,
    anchors: anchors === null ? null : { compared, differing: differing + (cut ? 1 : 0), last: anchors.last },
    at: context.clock.now().toISOString(),
  }
}
