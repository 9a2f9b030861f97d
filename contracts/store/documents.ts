import type { EntityKind, Fact, PlacedFact } from '#contracts/domain/fact.ts'
import type { Incident } from '#contracts/domain/incident/state.ts'
import type { Instant } from '#contracts/domain/instant.ts'
import type { Partner } from '#contracts/domain/partner/partner.ts'
import type { Policy } from '#contracts/domain/policy/policy.ts'
import type { Procedure } from '#contracts/domain/procedure/procedure.ts'
import type { Facility, Kelurahan } from '#contracts/domain/reference.ts'
import type { Shift } from '#contracts/domain/shift/shift.ts'
import type { User } from '#contracts/domain/user/user.ts'
import type { AnswerRecord } from '#contracts/domain/volunteer/answers.ts'
import type { Volunteer } from '#contracts/domain/volunteer/state.ts'
import type { Zone } from '#contracts/domain/zone/zone.ts'
import type { MessageType } from '#contracts/wire/sms.ts'

/** The state of each kind of document with facts. */
export interface StateOf {
  incident: Incident
  volunteer: Volunteer
  partner: Partner
  user: User
  zone: Zone
  policy: Policy
  procedure: Procedure
  shift: Shift
}

/** A document with facts: state, version, and the facts that explain it until they have their place in the ledger. */
export interface Filed<K extends EntityKind = EntityKind> {
  _id: string
  agencyId: string
  version: number
  state: StateOf[K]
  nextDueAt: Instant | null
  pending: Fact[]
}

export type StoredFact = Omit<PlacedFact, 'id'> & { _id: string }

/** One natural person bound to one offer or assignment (architecture, claims). `_id` is the person key. */
export interface Claim {
  _id: string
  agencyId: string
  incidentId: string
  offerId: string
  volunteerId: string
  /** Version of the incident file that the offering write was based on. */
  base: number
  at: Instant
}

/** What was received under an id, and what was answered; kept for ever, the body for 30 days. */
export interface Receipt {
  _id: string
  digest: string
  body: string | null
  receivedAt: Instant
  outcome: { status: number; body: unknown } | null
  /** A run ended without an answer: the next sender need not wait for it. */
  released?: boolean
  /** The partner who sent it, and when; only messages of partners have both, and are listed by them. */
  sender?: string
  at?: Instant
  /** The partner's name for the volunteer whom the message is about. */
  about?: string
}

/** Free text, apart from the facts, so that it can be erased. */
export interface StoredText {
  _id: string
  agencyId: string
  entityId: string
  body: string
  digest: string
  at: Instant
}

/** Who a volunteer or reporter is; apart from the facts, so that it can be erased. */
export interface Person {
  _id: string
  agencyId: string
  displayName: string | null
  phone: string | null
  plate: string | null
  /** The version of the volunteer of which each was told last; absent where no fact told it. */
  asOf?: Partial<Record<'displayName' | 'phone' | 'plate', number>>
  /** When a reporter was kept last, and for which incident; it comes after him, if it comes. Older releases noted neither. */
  keptAt?: Instant
  incidentId?: string
}

export interface Credential {
  _id: string
  agencyId: string
  login: string
  displayName: string
  passwordHash: string
}

/** A refresh token in its family; only its hash is kept. Reuse of a rotated one kills the family. */
export interface RefreshToken {
  _id: string
  family: string
  userId: string
  issuedAt: Instant
  expiresAt: Instant
  rotatedAt: Instant | null
  revokedAt: Instant | null
  /** Browser and system of the device, for its owner to tell his sign-ins apart: `Firefox, Android`. */
  device?: string
  /** The natural person who came in by the code; only sign-ins of volunteers have it, and those of older releases have none. */
  personKey?: string
}

/** A partner's signing secret, sealed with the server's key. */
export interface SealedSecret {
  _id: string
  partnerId: string
  direction: 'in' | 'out'
  sealed: string
  createdAt: Instant
}

export interface DeliveryAttempt {
  at: Instant
  status: number | null
  error: string | null
  tookMs: number
  /** How the partner's answer begins, without phone numbers and the like; erased with what was said. */
  answer: string | null
}

/** A further series of attempts, ordered by a person. */
export interface Replay {
  at: Instant
  by: string
  opId: string
  /** How many attempts there were before. */
  from: number
}

/**
 * How a message goes: signed to the partner's endpoint; by text message to a volunteer without a platform; or nowhere,
 * because he reads it on his task page (only that somebody should have read it is watched).
 */
export type Via = 'webhook' | 'sms' | 'page'

/** One message to one partner. `_id` is fact id and partner: the same fact never becomes two messages. */
export interface Delivery {
  _id: string
  agencyId: string
  partnerId: string
  webhookId: string
  type: MessageType
  entityId: string
  subject: string
  volunteerId: string | null
  data: Record<string, unknown> | null
  /** `dropped`: no longer true before it arrived, and nobody misses it. `dead`: given up. */
  state: 'pending' | 'delivered' | 'dropped' | 'dead'
  createdAt: Instant
  nextAt: Instant | null
  attempts: DeliveryAttempt[]
  /** A ping may go to a URL that is not the partner's yet; null: to the one that is. */
  url: string | null
  replays: Replay[]
  /** The open circuit kept it back: to be tried at once when the endpoint answers again. */
  heldBack: boolean
  /** A stand-down that was still on its way when a person had to know. */
  alarmedAt: Instant | null
  /** Somebody has seen that it is dead, and lets it rest. */
  seenAt: Instant | null
  via: Via
}

/** What a partner's endpoint has been like since it last took a message; `_id` is the partner. Another URL begins anew. */
export interface EndpointState {
  _id: string
  agencyId: string
  url: string
  failures: number
  /** Since when every attempt failed. */
  failingSince: Instant | null
  /** The last attempt that failed; missing where none did since the release that knows it. */
  failedAt?: Instant
  lastError: string | null
  /** The circuit is open; from this moment on one message may probe it. */
  probeAt: Instant | null
  /** The partner answered 410: this URL was switched off. */
  goneAt: Instant | null
}

export interface Agency {
  _id: string
  name: string
  poskoPhone: string | null
  /** To whom situation reports are addressed, in this order; absent: to nobody by name. */
  addressees?: string[]
  bbox: { west: number; south: number; east: number; north: number }
  kelurahan: Kelurahan[]
  facilities: Facility[]
}

/** A follower's place in the ledger of an agency: everything up to `seq` is handled. */
export interface Cursor {
  _id: string
  seq: number
  /** How often something was left undone, where this is the first of such places. */
  notes?: number
}

/** A lease only saves work; nothing is wrong when two hold it. */
export interface Lease {
  _id: string
  holder: string
  until: Instant
}

/** What the ledger tells up to `seq` of how a volunteer answered; `_id` is his id. Made anew from the facts when it is gone. */
export interface AnswersOf {
  _id: string
  agencyId: string
  seq: number
  record: AnswerRecord
}

/** What one match round was decided from and came to; packed texts, kept for two weeks. */
export interface KeptRound {
  _id: string
  agencyId: string
  at: Instant
  policyVersion: string
  incidentIds: string[]
  /** Of the text of the plan. */
  digest: string
  /** Of the packs; 0 without them. */
  bytes: number
  /** Null: too large to keep, or let go of to stay below the budget. */
  packs: { input: string; plan: string; notAsked: string } | null
}

export interface Counter {
  _id: string
  value: number
}

/** Who is called when nobody looks at a screen: by text message or by mail. */
export type CallWay = 'sms' | 'mail'

/** What one person on call was told of the alarms that stand; `_id` is a keyed digest of his number or address. */
export interface CallBook {
  _id: string
  version: number
  way: CallWay
  told: { alarm: string; at: Instant; times: number }[]
  /** When he was last told anything. */
  lastAt: Instant | null
  /** A message that is under way, or is tried again (under the same id) at `nextAt`. */
  sending: { id: string; alarms: string[]; text: string; nextAt: Instant; attempts: number } | null
  /** Since when his gateway takes nothing. */
  failingSince: Instant | null
}

/** Where a volunteer was last, coarsely, every few minutes: an emptied Redis is not an empty city. */
export interface LastPlace {
  _id: string
  agencyId: string
  lat: number
  lng: number
  accuracyM: number
  at: Instant
}

/** Five digits that stand for an offer on the phone; `_id` is agency and digits, `until` the offer's end. */
export interface AnswerCode {
  _id: string
  agencyId: string
  offerId: string
  until: Instant
}

/**
 * A code by which a volunteer signs in; `_id` is the hash of the visitor's cookie. A number that nobody knows has one as
 * well, which fits nothing.
 */
export interface SignInCode {
  _id: string
  codeId: string
  agencyId: string | null
  volunteerId: string | null
  personKey: string
  at: Instant
  expiresAt: Instant
  tries: number
  usedAt: Instant | null
}
