import type mongoose from 'mongoose'
import type { Connection } from 'mongoose'
import { collectionOf } from './models.ts'

interface IndexPlan {
  collection: string
  name: string
  keys: Record<string, 1 | -1>
  unique?: boolean
  /** Only documents with this field count. */
  partial?: Record<string, unknown>
}

/** Every index of the platform. Built by a migration and read back at each start: a missing one stops the process. */
export const indexPlans: readonly IndexPlan[] = [
  { collection: 'facts', name: 'agency_seq', keys: { agencyId: 1, seq: 1 }, unique: true },
  { collection: 'facts', name: 'entity_op', keys: { entityId: 1, opId: 1 } },
  { collection: 'facts', name: 'entity_order', keys: { entityId: 1, version: 1, index: 1 } },
  { collection: 'facts', name: 'agency_kind_seq', keys: { agencyId: 1, kind: 1, seq: -1 } },
  { collection: 'facts', name: 'agency_type_seq', keys: { agencyId: 1, type: 1, seq: -1 } },
  { collection: 'facts', name: 'agency_by_seq', keys: { agencyId: 1, 'by.id': 1, seq: -1 } },
  { collection: 'facts', name: 'agency_type_at', keys: { agencyId: 1, type: 1, at: 1 } },
  { collection: 'incidents', name: 'agency_due', keys: { agencyId: 1, nextDueAt: 1 } },
  { collection: 'incidents', name: 'due', keys: { nextDueAt: 1 } },
  {
    collection: 'incidents',
    name: 'alarmed',
    keys: { 'state.alarms.0.id': 1 },
    partial: { 'state.alarms.0.id': { $exists: true } },
  },
  {
    collection: 'incidents',
    name: 'agency_callback',
    keys: { agencyId: 1, 'state.callback.at': 1 },
    partial: { 'state.callback.at': { $exists: true } },
  },
  { collection: 'incidents', name: 'agency_status', keys: { agencyId: 1, 'state.status': 1, _id: -1 } },
  {
    collection: 'incidents',
    name: 'agency_reported',
    keys: { agencyId: 1, 'state.reportedAt': -1, _id: -1 },
  },
  { collection: 'incidents', name: 'asked_offer', keys: { 'state.asked.offerId': 1 } },
  { collection: 'incidents', name: 'assignment', keys: { 'state.assignments.id': 1 } },
  { collection: 'incidents', name: 'reporter', keys: { 'state.reporterId': 1 } },
  { collection: 'incidents', name: 'assigned', keys: { 'state.assignments.volunteerId': 1 } },
  {
    collection: 'incidents',
    name: 'agency_number',
    keys: { agencyId: 1, 'state.number': 1 },
    unique: true,
  },
  {
    collection: 'volunteers',
    name: 'agency_duty',
    keys: { agencyId: 1, 'state.duty': 1, 'state.standing': 1 },
  },
  {
    collection: 'volunteers',
    name: 'partner_ref',
    keys: { 'state.partnerId': 1, 'state.ref': 1 },
    unique: true,
  },
  { collection: 'volunteers', name: 'due', keys: { nextDueAt: 1 } },
  {
    collection: 'volunteers',
    name: 'sos',
    keys: { 'state.sosAt': 1 },
    partial: { 'state.sosAt': { $type: 'string' } },
  },
  { collection: 'volunteers', name: 'person', keys: { 'state.personKey': 1 } },
  { collection: 'partners', name: 'agency_ref', keys: { agencyId: 1, 'state.ref': 1 }, unique: true },
  ...Object.values(collectionOf).map((collection) => ({
    collection,
    name: 'pending',
    keys: { 'pending.0.id': 1 } as const,
    partial: { 'pending.0.id': { $exists: true } },
  })),
  { collection: 'answers', name: 'agency', keys: { agencyId: 1 } },
  { collection: 'shifts', name: 'agency_started', keys: { agencyId: 1, 'state.startedAt': -1 } },
  { collection: 'zones', name: 'agency_until', keys: { agencyId: 1, 'state.until': 1 } },
  { collection: 'rounds', name: 'at', keys: { at: 1 } },
  {
    // Sizes, so that adding them up reads no round.
    collection: 'rounds',
    name: 'agency_kept',
    keys: { agencyId: 1, at: -1, bytes: 1, _id: 1 },
    partial: { bytes: { $gt: 0 } },
  },
  { collection: 'claims', name: 'offer', keys: { offerId: 1 }, unique: true },
  { collection: 'claims', name: 'at', keys: { at: 1 } },
  { collection: 'texts', name: 'entity', keys: { entityId: 1 } },
  // As the driver itself would build them, and one for what nothing refers to.
  { collection: 'photos.files', name: 'filename_1_uploadDate_1', keys: { filename: 1, uploadDate: 1 } },
  { collection: 'photos.chunks', name: 'files_id_1_n_1', keys: { files_id: 1, n: 1 }, unique: true },
  { collection: 'photos.files', name: 'unused', keys: { 'metadata.entityId': 1, uploadDate: 1 } },
  { collection: 'credentials', name: 'login', keys: { login: 1 }, unique: true },
  { collection: 'refreshTokens', name: 'family', keys: { family: 1 } },
  { collection: 'refreshTokens', name: 'user', keys: { userId: 1 } },
  { collection: 'secrets', name: 'partner', keys: { partnerId: 1, direction: 1 } },
  { collection: 'deliveries', name: 'due', keys: { state: 1, nextAt: 1 } },
  { collection: 'deliveries', name: 'partner_due', keys: { partnerId: 1, state: 1, nextAt: 1 } },
  { collection: 'deliveries', name: 'type_open', keys: { type: 1, state: 1, createdAt: 1 } },
  { collection: 'deliveries', name: 'agency_created', keys: { agencyId: 1, createdAt: -1 } },
  { collection: 'deliveries', name: 'agency_state', keys: { agencyId: 1, state: 1, type: 1, createdAt: -1 } },
  {
    collection: 'deliveries',
    name: 'partner_created',
    keys: { partnerId: 1, createdAt: -1, _id: -1 },
  },
  {
    // What is still said in them: what the eraser looks for must not grow with what it has erased.
    collection: 'deliveries',
    name: 'data_created',
    keys: { createdAt: 1, _id: 1 },
    partial: { data: { $type: 'object' } },
  },
  ...Object.entries({ letters_agency: 'agencyId', letters_partner: 'partnerId' }).map(([name, whose]) => ({
    collection: 'deliveries',
    name,
    keys: { [whose]: 1, createdAt: 1 } as const,
    // What died and can be sent once more; its content goes after 30 days.
    partial: { state: 'dead', data: { $type: 'object' } },
  })),
  {
    collection: 'deliveries',
    name: 'partner_replayed',
    keys: { partnerId: 1, createdAt: 1 },
    partial: { 'replays.0': { $exists: true } },
  },
  { collection: 'endpoints', name: 'agency', keys: { agencyId: 1 } },
  { collection: 'answerCodes', name: 'offer', keys: { offerId: 1 }, unique: true },
  { collection: 'answerCodes', name: 'until', keys: { until: 1 } },
  { collection: 'signInCodes', name: 'code', keys: { codeId: 1 } },
  { collection: 'signInCodes', name: 'expires', keys: { expiresAt: 1 } },
  {
    collection: 'receipts',
    name: 'body_received',
    keys: { receivedAt: 1, _id: 1 },
    partial: { body: { $type: 'string' } },
  },
  {
    collection: 'receipts',
    name: 'sender_about',
    keys: { sender: 1, about: 1 },
    partial: { about: { $exists: true } },
  },
  { collection: 'receipts', name: 'sender_at', keys: { sender: 1, at: -1, _id: -1 } },
]

const databaseOf = (connection: Connection) => {
  if (connection.db === undefined) throw new Error('the connection to MongoDB is not open')
  return connection.db
}

const plansByCollection = [...new Set(indexPlans.map(({ collection }) => collection))].map(
  (collection) => [collection, indexPlans.filter((plan) => plan.collection === collection)] as const,
)

/**
 * Builds what is missing, all indexes of a collection in one reading of it. Safe to run again and by several processes at
 * once. Over millions of documents it takes minutes, so `db` must be one that waits for answers as long as it takes
 * (`withPatience`).
 */
export const buildIndexes = async (db: mongoose.mongo.Db): Promise<void> => {
  for (const [collection, plans] of plansByCollection)
    await db.collection(collection).createIndexes(
      plans.map(({ name, keys, unique = false, partial }) => ({
        key: keys,
        name,
        unique,
        ...(partial === undefined ? {} : { partialFilterExpression: partial }),
      })),
    )
}

const faultOf = (plan: IndexPlan, found: mongoose.mongo.IndexDescriptionInfo | undefined): string | null => {
  const { collection, name, keys, unique = false } = plan
  if (found === undefined) return `${collection}.${name} is missing`
  const same = JSON.stringify(found.key) === JSON.stringify(keys) && (found.unique ?? false) === unique
  return same ? null : `${collection}.${name} differs from the plan`
}

/** Reads the indexes back; returns one plain line for each that is missing or different. Empty: all is well. */
export const checkIndexes = async (connection: Connection): Promise<string[]> => {
  const db = databaseOf(connection)
  const existing = new Set(
    (await db.listCollections({}, { nameOnly: true }).toArray()).map(({ name }) => name),
  )
  const faults: (string | null)[] = []
  for (const [collection, plans] of plansByCollection) {
    const found = existing.has(collection) ? await db.collection(collection).indexes() : []
    faults.push(
      ...plans.map((plan) =>
        faultOf(
          plan,
          found.find(({ name }) => name === plan.name),
        ),
      ),
    )
  }
  return faults.filter((fault) => fault !== null)
}
