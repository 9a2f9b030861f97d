import { Schema, type Connection, type Model, type SchemaDefinition } from 'mongoose'
import { entityKinds, type EntityKind } from '#contracts/domain/fact.ts'
import { schemaOptions } from '#contracts/runtime/mongo.ts'
import type * as D from './documents.ts'

const text = { type: String, required: true } as const
const textOrNull = { type: String, default: null } as const
const whole = { type: Number, required: true } as const
const anything = { type: Schema.Types.Mixed, default: null } as const
const list = { type: [Schema.Types.Mixed], required: true } as const

/** The stored shapes. The inside of `state`, `data` and facts is the domain's (zod and types), not repeated here. */
const shapes = {
  filed: { _id: text, agencyId: text, version: whole, state: anything, nextDueAt: textOrNull, pending: list },
  fact: {
    _id: text,
    agencyId: text,
    seq: whole,
    hash: text,
    kind: text,
    entityId: text,
    version: whole,
    index: whole,
    type: text,
    at: text,
    by: anything,
    opId: text,
    data: anything,
  },
  claim: {
    _id: text,
    agencyId: text,
    incidentId: text,
    offerId: text,
    volunteerId: text,
    base: whole,
    at: text,
  },
  receipt: {
    _id: text,
    digest: text,
    body: textOrNull,
    receivedAt: text,
    outcome: anything,
    released: Boolean,
    sender: String,
    at: String,
    about: String,
  },
  text: { _id: text, agencyId: text, entityId: text, body: text, digest: text, at: text },
  person: {
    _id: text,
    agencyId: text,
    displayName: textOrNull,
    phone: textOrNull,
    plate: textOrNull,
    asOf: { type: Schema.Types.Mixed },
    keptAt: String,
    incidentId: String,
  },
  credential: { _id: text, agencyId: text, login: text, displayName: text, passwordHash: text },
  refreshToken: {
    _id: text,
    family: text,
    userId: text,
    issuedAt: text,
    expiresAt: text,
    rotatedAt: textOrNull,
    revokedAt: textOrNull,
    device: String,
    personKey: String,
  },
  secret: { _id: text, partnerId: text, direction: text, sealed: text, createdAt: text },
  delivery: {
    _id: text,
    agencyId: text,
    partnerId: text,
    webhookId: text,
    type: text,
    entityId: text,
    subject: text,
    volunteerId: textOrNull,
    data: anything,
    state: text,
    createdAt: text,
    nextAt: textOrNull,
    attempts: list,
    url: textOrNull,
    replays: list,
    heldBack: { type: Boolean, default: false },
    alarmedAt: textOrNull,
    seenAt: textOrNull,
    via: { type: String, default: 'webhook' },
  },
  answerCode: { _id: text, agencyId: text, offerId: text, until: text },
  signInCode: {
    _id: text,
    codeId: text,
    agencyId: textOrNull,
    volunteerId: textOrNull,
    personKey: text,
    at: text,
    expiresAt: text,
    tries: whole,
    usedAt: textOrNull,
  },
  endpoint: {
    _id: text,
    agencyId: text,
    url: text,
    failures: whole,
    failedAt: textOrNull,
    failingSince: textOrNull,
    lastError: textOrNull,
    probeAt: textOrNull,
    goneAt: textOrNull,
  },
  agency: {
    _id: text,
    name: text,
    poskoPhone: textOrNull,
    addressees: { type: [String], default: undefined },
    bbox: anything,
    kelurahan: list,
    facilities: list,
  },
  answers: { _id: text, agencyId: text, seq: whole, record: anything },
  round: {
    _id: text,
    agencyId: text,
    at: text,
    policyVersion: text,
    incidentIds: list,
    digest: text,
    bytes: whole,
    packs: anything,
  },
  cursor: { _id: text, seq: whole, notes: Number },
  lease: { _id: text, holder: text, until: text },
  counter: { _id: text, value: whole },
  callBook: {
    _id: text,
    version: whole,
    way: text,
    told: list,
    lastAt: textOrNull,
    sending: anything,
    failingSince: textOrNull,
  },
  lastPlace: { _id: text, agencyId: text, lat: whole, lng: whole, accuracyM: whole, at: text },
} satisfies Record<string, SchemaDefinition>

/** Where the documents with facts lie. */
export const collectionOf = {
  incident: 'incidents',
  volunteer: 'volunteers',
  partner: 'partners',
  user: 'users',
  zone: 'zones',
  shift: 'shifts',
  policy: 'policies',
  procedure: 'procedures',
} as const satisfies Record<EntityKind, string>

/** All models of one connection; none lives in the module. */
export const createModels = (connection: Connection) => {
  const model = <T>(collection: string, shape: SchemaDefinition): Model<T> =>
    connection.model<T>(collection, new Schema<T>(shape as never, schemaOptions), collection)
  const filed = <K extends EntityKind>(kind: K) => model<D.Filed<K>>(collectionOf[kind], shapes.filed)
  return {
    incident: filed('incident'),
    volunteer: filed('volunteer'),
    partner: filed('partner'),
    user: filed('user'),
    zone: filed('zone'),
    shift: filed('shift'),
    policy: filed('policy'),
    procedure: filed('procedure'),
    facts: model<D.StoredFact>('facts', shapes.fact),
    claims: model<D.Claim>('claims', shapes.claim),
    receipts: model<D.Receipt>('receipts', shapes.receipt),
    texts: model<D.StoredText>('texts', shapes.text),
    persons: model<D.Person>('persons', shapes.person),
    credentials: model<D.Credential>('credentials', shapes.credential),
    refreshTokens: model<D.RefreshToken>('refreshTokens', shapes.refreshToken),
    secrets: model<D.SealedSecret>('secrets', shapes.secret),
    deliveries: model<D.Delivery>('deliveries', shapes.delivery),
    endpoints: model<D.EndpointState>('endpoints', shapes.endpoint),
    answerCodes: model<D.AnswerCode>('answerCodes', shapes.answerCode),
    signInCodes: model<D.SignInCode>('signInCodes', shapes.signInCode),
    agencies: model<D.Agency>('agencies', shapes.agency),
    answers: model<D.AnswersOf>('answers', shapes.answers),
    rounds: model<D.KeptRound>('rounds', shapes.round),
    cursors: model<D.Cursor>('cursors', shapes.cursor),
    leases: model<D.Lease>('leases', shapes.lease),
    counters: model<D.Counter>('counters', shapes.counter),
    callBooks: model<D.CallBook>('callBooks', shapes.callBook),
    lastPlaces: model<D.LastPlace>('lastPlaces', shapes.lastPlace),
  }
}
export type Models = ReturnType<typeof createModels>
export const filedKinds = entityKinds
