import { z } from 'zod'
import { AgreementKind, Duty } from '#contracts/domain/volunteer/facts.ts'
import { DeclineReason, Hazard, Skill, Vehicle } from '#contracts/domain/words.ts'

/** Partner → us. One event a request, `POST /partner/v1/events`, ≤ 64 kB (docs: partner guide). */
const ref = z.string().min(1).max(128)
const ours = z.string().min(1).max(80)
const moment = z.iso.datetime({ offset: true })
const text = z.string().trim().min(1).max(1000)
const lat = z.number().min(-90).max(90)
const lng = z.number().min(-180).max(180)
const phone = z.string().regex(/^\+[1-9]\d{6,14}$/, 'E.164')

const VehicleOfVolunteer = z.strictObject({
  kind: Vehicle,
  plate: z.string().trim().min(1).max(16),
  seats: z.int().min(1).max(20).optional(),
})
const VolunteerData = z.strictObject({
  volunteerRef: ref,
  displayName: z.string().trim().min(1).max(80),
  phone,
  vehicle: VehicleOfVolunteer,
  skills: z.array(Skill).max(10),
})

/** Consent to the use of his data and the code of conduct: without both nobody becomes active. Without a version: the text in force. */
const agreements = z
  .array(z.strictObject({ to: AgreementKind, version: z.string().trim().min(1).max(40).optional() }))
  .min(1)
  .max(2)

/** A sign of life, or a call for help. */
const Sign = z.strictObject({
  volunteerRef: ref,
  at: moment,
  lat: lat.optional(),
  lng: lng.optional(),
  text: text.optional(),
})

/** Data of each event type that a partner may send. */
export const partnerEvents = {
  'volunteer.registered': VolunteerData.extend({ agreements: agreements.optional() }),
  'volunteer.updated': VolunteerData.partial().required({ volunteerRef: true }),
  /** `already_past` when what was agreed to since is recorded. */
  'volunteer.agreed': z.strictObject({ volunteerRef: ref, agreements }),
  /** He takes back his consent: he is forgotten, and his name with the partner is free again. Refused while he is on a task. */
  'volunteer.withdrawn': z.strictObject({ volunteerRef: ref }),
  /** In the order of `timestamp`: what was said before the last word, or `on` of more than an hour ago, is `already_past`. */
  'volunteer.duty_changed': z.strictObject({
    volunteerRef: ref,
    duty: Duty,
    onTrip: z.boolean().optional(),
    declaredArea: z.string().max(80).optional(),
  }),
  'offer.accepted': z.strictObject({
    offerId: ours,
    volunteerRef: ref,
    etaS: z.int().min(0).max(86_400).optional(),
  }),
  'offer.declined': z.strictObject({ offerId: ours, volunteerRef: ref, reason: DeclineReason.optional() }),
  'assignment.progressed': z.strictObject({
    assignmentId: ours,
    volunteerRef: ref.optional(),
    state: z.enum(['en_route', 'on_scene', 'working', 'completed', 'released', 'failed']),
    lat: lat.optional(),
    lng: lng.optional(),
    at: moment,
    note: text.optional(),
  }),
  'assignment.acknowledged': z.strictObject({
    assignmentId: ours,
    what: z.enum(['confirmed', 'stood_down']),
    how: z.enum(['delivered', 'read']),
  }),
  /** Answers the check-in that waits for him. */
  'checkin.answered': Sign,
  'volunteer.sos': Sign,
  'message.received': z.strictObject({
    volunteerRef: ref,
    at: moment,
    lat: lat.optional(),
    lng: lng.optional(),
    text,
  }),
  /** `uploadId`: what `POST /partner/v1/evidence` answered, within a day. A URL is never fetched. */
  'evidence.added': z.discriminatedUnion('kind', [
    z.strictObject({ assignmentId: ours, kind: z.literal('note'), text }),
    z.strictObject({ assignmentId: ours, kind: z.literal('photo'), uploadId: ours }),
  ]),
  'incident.observed': z.strictObject({
    volunteerRef: ref,
    hazard: Hazard,
    lat,
    lng,
    at: moment,
    note: text.optional(),
  }),
} as const
export type PartnerEventType = keyof typeof partnerEvents
export type PartnerEventData<T extends PartnerEventType> = z.infer<(typeof partnerEvents)[T]>

export const PartnerEvent = z.discriminatedUnion('type', [
  event('volunteer.registered'),
  event('volunteer.updated'),
  event('volunteer.agreed'),
  event('volunteer.withdrawn'),
  event('volunteer.duty_changed'),
  event('offer.accepted'),
  event('offer.declined'),
  event('assignment.progressed'),
  event('assignment.acknowledged'),
  event('checkin.answered'),
  event('volunteer.sos'),
  event('message.received'),
  event('evidence.added'),
  event('incident.observed'),
])
export type PartnerEvent = z.infer<typeof PartnerEvent>

function event<T extends PartnerEventType>(type: T) {
  return z.strictObject({ type: z.literal(type), timestamp: moment, data: partnerEvents[type] })
}

/** What a partner is answered with 200; the same for every repeat of one webhook-id. */
export const PartnerOutcome = z.object({
  outcome: z.enum([
    'confirmed',
    'already_filled',
    'standby',
    'expired',
    'withdrawn',
    'declined',
    'applied',
    'already_past',
    'registered',
    'updated',
    'unchanged',
    'recorded',
  ]),
  assignmentId: z.string().optional(),
  incidentId: z.string().optional(),
  volunteerRef: z.string().optional(),
})
export type PartnerOutcome = z.infer<typeof PartnerOutcome>

/** `POST /partner/v1/evidence`: the bytes of one JPEG or PNG, signed as they are. */
export const EVIDENCE_TYPES = ['image/jpeg', 'image/png'] as const
export const EvidenceTaken = z.object({ uploadId: z.string() })
export type EvidenceTaken = z.infer<typeof EvidenceTaken>

/** `POST /partner/v1/positions`, ≤ 256 kB: not journalled; an older `at` is ignored per volunteer. */
export const Positions = z.strictObject({
  positions: z
    .array(
      z.strictObject({
        volunteerRef: ref,
        lat,
        lng,
        accuracyM: z.number().min(0).max(100_000).optional(),
        speedMps: z.number().min(0).max(200).optional(),
        headingDeg: z.number().min(0).max(360).optional(),
        at: moment,
      }),
    )
    .min(1)
    .max(1000),
})
export type Positions = z.infer<typeof Positions>
export const PositionsTaken = z.object({
  taken: z.int(),
  older: z.int(),
  unknown: z.array(z.string()),
})
