import type { Instant } from '../instant.ts'
import type { Place, Point } from '../place.ts'
import type { Sla } from '../sla.ts'
import type {
  Hazard,
  IntakeChannel,
  NeedVehicle,
  Referral,
  RejectReason,
  Severity,
  Skill,
  TaskType,
} from '../words.ts'
import type { IncidentFactOf } from './facts.ts'
import type { ImpactRecord } from './impact.ts'
import type { AssignmentState, IncidentStatus, NeedStatus, OfferEnd } from './words.ts'

/** Nobody is left to ask: how many were looked at, why each was not asked, what would help. */
export interface Stall {
  considered: number
  reasons: Record<string, number>
  remedies: string[]
  since: Instant
  /** When these reasons were found, once they are no longer the first ones. */
  asOf?: Instant
}

export interface Need {
  id: string
  task: TaskType
  vehicle: NeedVehicle
  skill: Skill | null
  quantity: number
  status: NeedStatus
  /** Since when it has lacked people while we ask; the deadline of an acceptance counts from here. */
  openSince: Instant
  /** Set while `stalled`. */
  stalled: Stall | null
}

/** An open offer. Ended offers leave the file; one line of each stays in `asked`. */
export type Offer = Omit<IncidentFactOf<'offer.created'>['data'], 'offerId'> & {
  id: string
  createdAt: Instant
}

export interface Assignment {
  id: string
  offerId: string
  needId: string
  slot: number
  volunteerId: string
  partnerId: string
  channel: 'webhook' | 'link'
  state: AssignmentState
  acceptedAt: Instant
  etaS: number | null
  /** When each step was reached. */
  times: Partial<Record<AssignmentState, Instant>>
  lastPoint: Point | null
  acks: { confirmed: 'delivered' | 'read' | null; stood_down: 'delivered' | 'read' | null }
  sosAt: Instant | null
  /** The last time he was asked for a sign of life; absent when he never was. */
  checkin?: { id: string; requestedAt: Instant; answeredAt: Instant | null }
}

/** Something written beside the course of things: by the command post (`to`: assignments it was sent to) or by a volunteer (`from`: his assignment). */
export interface Note {
  textId: string
  about: 'note' | 'message' | 'evidence'
  at: Instant
  to?: string[]
  from?: string
}

/** A photo, kept beside the facts: of a volunteer (`from`: his assignment), or added by staff (`by`: who). */
export interface Photo {
  photoId: string
  at: Instant
  from?: string
  by?: string
}

/** The memory of one asking, so that a late answer gets a definite reply (the latest `MAX_ASKED`; every yes is kept). */
export interface Asked {
  offerId: string
  needId: string
  volunteerId: string
  partnerId: string
  channel: 'webhook' | 'link'
  search: number
  ended: OfferEnd | null
  endReason: string | null
  endedAt: Instant | null
}

/** A standing alarm: a person must see it. `id` is stable so that it can be acknowledged once. */
export interface Alarm {
  id: string
  what: 'stalled' | 'sos' | 'undelivered' | 'deadline'
  detail: string
  subject: string
  since: Instant
  acknowledgedAt: Instant | null
}

/** The incident file: the incident with its needs, open offers, assignments and alarms; one document, one version. */
export interface Incident {
  id: string
  agencyId: string
  number: string
  status: IncidentStatus
  statusBefore: IncidentStatus | null
  hazard: Hazard
  severity: Severity
  place: Place
  channel: IntakeChannel
  descriptionId: string
  addressTextId: string | null
  reporterId: string | null
  drill: boolean
  /** The deadlines of its agency when it was reported; absent: those of the platform. */
  sla?: Sla
  occurredAt: Instant
  reportedAt: Instant
  verifiedAt: Instant | null
  dispatchedAt: Instant | null
  respondingAt: Instant | null
  controlledAt: Instant | null
  endedAt: Instant | null
  changedAt: Instant
  follows: string | null
  duplicateOf: string | null
  referredTo: Referral | null
  rejectReason: RejectReason | null
  trc: { departedAt: Instant | null; arrivedAt: Instant | null }
  needs: Need[]
  offers: Offer[]
  assignments: Assignment[]
  asked: Asked[]
  standby: string[]
  search: number
  ring: number
  wave: number
  nextWaveAt: Instant | null
  tally: Record<OfferEnd, number>
  /** Deadlines already recorded as missed: `what:subject`. */
  missed: string[]
  alarms: Alarm[]
  notes: Note[]
  /** When whoever reported it is to be called back, and when somebody did; absent: nobody asked for it. */
  callback?: { at: Instant; plannedAt: Instant; doneAt: Instant | null }
  /** Absent until the first one. */
  photos?: Photo[]
  /** The damage as it was told last, and when; absent until the first time. */
  impact?: ImpactRecord & { at: Instant }
}
