import { z } from 'zod'
import type { BodiesOf, Happened } from '../fact.ts'
import { Instant } from '../instant.ts'
import { SlaSettings } from '../procedure/settings.ts'
import { Place, Point } from '../place.ts'
import {
  DeclineReason,
  Hazard,
  IntakeChannel,
  NeedVehicle,
  Referral,
  RejectReason,
  Severity,
  Skill,
  TaskType,
} from '../words.ts'
import { ruleCodes } from '../volunteer/rules.ts'
import { callerFacts } from './caller-facts.ts'
import { contactFacts } from './contact-facts.ts'
import { impactFacts } from './impact.ts'
import { assignmentStates, offerEndReasons, positionSources } from './words.ts'

const id = z.string().max(80)
const TextRef = z.object({ textId: id, digest: z.string() })

/** The parts of the cost of an offer, in minutes; stored so that "why this volunteer?" has an answer. */
export const OfferWhy = z.object({
  etaS: z.number(),
  uncertaintyS: z.number(),
  distanceM: z.number(),
  parts: z.record(z.string(), z.number()),
  /** The chance of a yes by which he was chosen, and the seconds of arrival that asking him wins (null: a fixed number is asked). */
  chance: z.number().optional(),
  gainS: z.number().nullable().optional(),
  policyVersion: z.string().optional(),
  /** The round whose inputs are kept for a while. */
  roundId: id.optional(),
})
/** What a wave found for one need. */
export const NeedLookedAt = z.object({
  needId: id,
  wanted: z.int().nonnegative(),
  ring: z.int(),
  /** The chance that those asked before and now take all slots in time; null: a fixed number is asked. */
  chance: z.number().nullable(),
  considered: z.int().nonnegative(),
  reasons: z.record(z.string(), z.int()),
  /** How many this wave asked for it; absent in waves of earlier releases. `considered` = `asked` + the sum of `reasons`. */
  asked: z.int().nonnegative().optional(),
  /** What would help, when fewer people are asked than slots are open. */
  remedies: z.array(z.string()).optional(),
})
export const OfferPosition = z.object({
  lat: Point.shape.lat,
  lng: Point.shape.lng,
  source: z.enum(positionSources),
  ageS: z.number(),
})

/** Every fact of an incident. Add types and optional fields; never rename or reuse (stored for ever). */
export const incidentFacts = {
  'incident.reported': z.object({
    number: z.string(),
    hazard: Hazard,
    severity: Severity,
    place: Place,
    channel: IntakeChannel,
    description: TextRef,
    addressTextId: id.nullable(),
    reporterId: id.nullable(),
    drill: z.boolean(),
    occurredAt: Instant,
    follows: id.nullable(),
    /** The deadlines of the agency, when it has some of its own. */
    sla: SlaSettings.optional(),
  }),
  'incident.corrected': z.object({
    hazard: Hazard.optional(),
    severity: Severity.optional(),
    place: Place.optional(),
    description: TextRef.optional(),
    addressTextId: id.nullable().optional(),
  }),
  'incident.verified': z.object({ note: id.nullable() }),
  'incident.rejected': z.object({ reason: RejectReason, note: id.nullable() }),
  'incident.marked_duplicate': z.object({ of: id }),
  'incident.duplicate_undone': z.object({ of: id }),
  'incident.referred': z.object({ to: Referral, note: id.nullable() }),
  'incident.dispatched': z.object({}),
  'incident.responding': z.object({}),
  'incident.controlled': z.object({ note: id.nullable() }),
  'incident.resumed': z.object({ note: id.nullable() }),
  'incident.closed': z.object({ note: id.nullable() }),
  'incident.cancelled': z.object({ reason: id.nullable() }),
  'incident.noted': z.object({
    textId: id,
    digest: z.string(),
    about: z.enum(['note', 'message', 'evidence']),
    /** The assignment of the volunteer who wrote it. */
    from: id.optional(),
  }),
  /** Added by staff; what a volunteer took is `evidence.added`. `digest`: of the photo as it is kept. */
  'photo.added': z.object({ photoId: id, digest: z.string() }),
  'trc.departed': z.object({ at: Instant }),
  'trc.arrived': z.object({ at: Instant }),
  'deadline.missed': z.object({ what: z.string(), subject: id, dueAt: Instant }),
  'need.added': z.object({
    needId: id,
    task: TaskType,
    vehicle: NeedVehicle,
    skill: Skill.nullable(),
    quantity: z.int().positive(),
  }),
  'need.changed': z.object({
    needId: id,
    vehicle: NeedVehicle,
    skill: Skill.nullable(),
    quantity: z.int().positive(),
  }),
  'need.dropped': z.object({ needId: id, reason: id.nullable() }),
  'need.asking': z.object({ needId: id }),
  'need.filled': z.object({ needId: id }),
  'need.stalled': z.object({
    needId: id,
    considered: z.int().nonnegative(),
    reasons: z.record(z.string(), z.int()),
    remedies: z.array(z.string()),
  }),
  /** A need that is stalled still, for other reasons by now than were told before. */
  'need.stall_explained': NeedLookedAt.extend({
    remedies: z.array(z.string()),
    wave: z.int(),
    policyVersion: z.string(),
    roundId: id,
  }),
  /** `stillAsked`: the offers that were open; absent when there were none, and in searches of earlier releases. */
  'search.repeated': z.object({ search: z.int(), stillAsked: z.array(id).optional() }),
  'search.widened': z.object({ ring: z.int() }),
  'wave.opened': z.object({
    wave: z.int(),
    search: z.int(),
    ring: z.int(),
    offers: z.int().nonnegative(),
    nextWaveAt: Instant.nullable(),
    policyVersion: z.string(),
    roundId: id.optional(),
    needs: z.array(NeedLookedAt).optional(),
    /** The best assignment would have taken too long: people were given out one need after the other. */
    solver: z.literal('greedy').optional(),
  }),
  'offer.created': z.object({
    offerId: id,
    needId: id,
    slot: z.int().nonnegative(),
    volunteerId: id,
    partnerId: id,
    channel: z.enum(['webhook', 'link']),
    expiresAt: Instant,
    wave: z.int(),
    search: z.int(),
    why: OfferWhy.nullable(),
    position: OfferPosition.nullable(),
    chosenBy: z.enum(['match', 'late_answer', 'hand']),
    reason: id.nullable(),
    /** Danger zones that bar his way, and that whoever chose him by hand named all the same. */
    despiteZones: z.array(id).optional(),
    /** The same for his papers, his rest and his limit on duty. */
    despiteRules: z.array(z.enum(ruleCodes)).optional(),
  }),
  'offer.accepted': z.object({
    offerId: id,
    assignmentId: id,
    needId: id,
    slot: z.int().nonnegative(),
    volunteerId: id,
    partnerId: id,
    etaS: z.number().nullable(),
  }),
  'offer.declined': z.object({ offerId: id, volunteerId: id, partnerId: id, reason: DeclineReason }),
  'offer.expired': z.object({
    offerId: id,
    volunteerId: id,
    partnerId: id,
    reason: z.enum(['no_answer', 'undelivered']),
  }),
  'offer.withdrawn': z.object({
    offerId: id,
    volunteerId: id,
    partnerId: id,
    reason: z.enum(offerEndReasons),
    /** With `replanned`: the need that he is worth more to. */
    forIncidentId: id.optional(),
    forNeedId: id.optional(),
  }),
  'acceptance.refused': z.object({
    offerId: id,
    volunteerId: id,
    partnerId: id,
    outcome: z.enum(['already_filled', 'standby', 'expired', 'withdrawn']),
    /** There would have been room, but these rules, or danger zones, keep him from it by now. */
    against: z.array(z.enum([...ruleCodes, 'danger_zone'])).optional(),
  }),
  'assignment.progressed': z.object({
    assignmentId: id,
    volunteerId: id,
    partnerId: id,
    state: z.enum(assignmentStates),
    at: Instant,
    point: Point.nullable(),
  }),
  'assignment.released': z.object({
    assignmentId: id,
    needId: id,
    volunteerId: id,
    partnerId: id,
    note: id.nullable(),
  }),
  'assignment.failed': z.object({
    assignmentId: id,
    needId: id,
    volunteerId: id,
    partnerId: id,
    note: id.nullable(),
  }),
  'assignment.stood_down': z.object({
    assignmentId: id,
    volunteerId: id,
    partnerId: id,
    reason: z.enum(offerEndReasons),
  }),
  'assignment.reassigned': z.object({ assignmentId: id, volunteerId: id, partnerId: id, to: id }),
  'assignment.acknowledged': z.object({
    assignmentId: id,
    volunteerId: id,
    what: z.enum(['confirmed', 'stood_down']),
    how: z.enum(['delivered', 'read']),
  }),
  ...contactFacts,
  ...impactFacts,
  ...callerFacts,
  'sos.raised': z.object({ assignmentId: id, volunteerId: id, point: Point.nullable() }),
  'delivery.failed': z.object({
    what: z.enum(['offer', 'stand_down', 'withdrawal']),
    subject: id,
    volunteerId: id,
    partnerId: id,
  }),
  'alarm.acknowledged': z.object({ alarm: z.string() }),
} as const

export type IncidentFactBody = BodiesOf<typeof incidentFacts>
export type IncidentFact = Happened<IncidentFactBody>
export type IncidentFactOf<T extends IncidentFactBody['type']> = Extract<IncidentFactBody, { type: T }>
