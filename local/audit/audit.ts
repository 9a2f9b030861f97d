import { auditAnswers } from './acknowledged.ts'
import { followChain } from './chain.ts'
import { auditClaims } from './claims.ts'
import { collectionOf, type Dump, type Kind } from './dump.ts'
import { createReplay, type Replay } from './replay.ts'
import type { AnchorRow, FactRow, Fault, FileRow } from './shapes.ts'
import { createSlots, type SlotCount } from './slots.ts'
import { sortedJson } from './sorted-json.ts'
import { pictureOfStored } from './stored.ts'
import { createTextCheck } from './texts.ts'

export interface Finding {
  agencies: { agencyId: string; facts: number; hash: string }[]
  /** Documents whose stored state was compared with what their facts say. */
  documents: number
  /** Answers of yes that were looked up in the ledger. */
  answers: number
  /** What people wrote, held against the digest of the time when they wrote it. */
  texts: number
  anchors: number
  /** Offers that were played: nobody was asked twice at once, or a fault says so. */
  offers: number
  slots: SlotCount
  faults: Fault[]
}

const kinds = Object.keys(collectionOf) as Kind[]

/** Draws each document as it was at the version that was read, when its facts have come that far. */
const createComparison = (replay: Replay, files: ReadonlyMap<string, FileRow & { kind: Kind }>) => {
  const drawn = new Map<string, unknown>()
  const draw = (id: string, kind: Kind) => {
    if (!drawn.has(id)) drawn.set(id, replay.pictureOf(kind, id))
  }
  return {
    before: ({ entityId, version }: FactRow): void => {
      const file = files.get(entityId)
      if (file !== undefined && version > file.version) draw(entityId, file.kind)
    },
    faults: (): Fault[] =>
      [...files].flatMap(([id, file]) => {
        draw(id, file.kind)
        const same = sortedJson(pictureOfStored(file.kind, file)) === sortedJson(drawn.get(id))
        return same ? [] : [{ law: 'I7' as const, subject: id, what: 'is not what its facts say' }]
      }),
  }
}

/** Facts that had no place yet when the documents were read, and have none now. */
const unplaced = (files: Iterable<FileRow>, placed: ReadonlySet<string>): FactRow[] =>
  [...files].flatMap(({ pending }) =>
    pending
      .filter(({ id }) => !placed.has(id))
      .map(({ id, ...fact }) => ({ ...fact, _id: id, seq: 0, hash: '' })),
  )

/** Whoever is named anywhere: of an agency of which all facts were taken away, its documents and anchors still tell. */
const agenciesIn = async (
  dump: Dump,
  anchors: readonly AnchorRow[],
  files: Iterable<FileRow>,
): Promise<string[]> => {
  const named = [...anchors, ...files].map(({ agencyId }) => agencyId)
  return [...new Set([...(await dump.agencyIds()), ...named])].sort()
}

/**
 * Looks at everything from outside: the chain and its anchors, each fact against the laws, the stored documents against
 * what their facts say, claims against what is live, open slots against what is said of them, answers against the ledger, texts against their digests.
 * Documents are read first and compared at the version they had then, so a system may be at work meanwhile. `now`: see `auditClaims`.
 */
export const audit = async (dump: Dump, anchors: readonly AnchorRow[], now: number): Promise<Finding> => {
  const faults: Fault[] = []
  const accuse = (fault: Fault): void => void faults.push(fault)
  const receipts = await dump.receipts()
  const files = new Map<string, FileRow & { kind: Kind }>()
  for (const kind of kinds) for (const file of await dump.files(kind)) files.set(file._id, { ...file, kind })
  const claims = await dump.claims()

  const replay = createReplay(accuse)
  const comparison = createComparison(replay, files)
  const texts = createTextCheck(accuse)
  const slots = createSlots(replay.incidents, accuse)
  let latest = 0
  const play = (fact: FactRow): void => {
    slots.step(fact, () => replay.step(fact))
    texts.step(fact)
    latest = Math.max(latest, Date.parse(fact.at))
  }
  const placed = new Set<string>()
  const agencies: Finding['agencies'] = []
  for (const agencyId of await agenciesIn(dump, anchors, files.values())) {
    const chain = followChain(
      agencyId,
      anchors.filter((anchor) => anchor.agencyId === agencyId),
      accuse,
    )
    for await (const fact of dump.facts(agencyId)) {
      chain.step(fact)
      comparison.before(fact)
      play(fact)
      placed.add(fact._id)
    }
    const { seq, hash } = chain.end()
    agencies.push({ agencyId, facts: seq, hash })
  }
  for (const fact of unplaced(files.values(), placed)) play(fact)

  const incidents = [...files.values()].filter(({ kind }) => kind === 'incident')
  const personOf = (id: string): string => replay.people.volunteers.get(id)?.personKey ?? id
  await auditClaims(dump, incidents, claims, personOf, now, accuse)
  const answers = auditAnswers(receipts, replay.incidents, accuse)
  faults.push(...comparison.faults())
  const held = dump.texts === undefined ? 0 : await texts.hold(dump.texts())
  return {
    agencies,
    documents: files.size,
    answers,
    texts: held,
    anchors: anchors.length,
    offers: replay.people.asked(),
    slots: slots.count(now === Infinity ? latest : now),
    faults,
  }
}

/** Neither a fact nor a document: there is nothing that could be right or wrong. */
export const isEmpty = ({ agencies, documents }: Finding): boolean =>
  documents === 0 && agencies.every(({ facts }) => facts === 0)
