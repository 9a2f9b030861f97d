import { z } from 'zod'
import { Actor, PlacedFact } from '#contracts/domain/fact.ts'
import { incidentStatuses } from '#contracts/domain/incident/words.ts'
import type { Incident } from '#contracts/domain/incident/state.ts'
import { Instant } from '#contracts/domain/instant.ts'
import { Place, Point } from '#contracts/domain/place.ts'
import { AgreementKind, Course, Duty, Standing } from '#contracts/domain/volunteer/facts.ts'
import { unfitnesses } from '#contracts/domain/volunteer/fitness.ts'
import { Hazard, Severity, Skill, Vehicle } from '#contracts/domain/words.ts'

/** What is answered. Views carry the entity's `version`, so that a screen can wait for it. */
export const AlarmView = z.object({
  id: z.string(),
  what: z.enum(['stalled', 'sos', 'undelivered', 'deadline']),
  detail: z.string(),
  subject: z.string(),
  since: Instant,
  acknowledgedAt: Instant.nullable(),
})

export const IncidentSummary = z.object({
  id: z.string(),
  version: z.int(),
  number: z.string(),
  status: z.enum(incidentStatuses),
  hazard: Hazard,
  severity: Severity,
  place: Place,
  title: z.string(),
  drill: z.boolean(),
  reportedAt: Instant,
  changedAt: Instant,
  nextDueAt: Instant.nullable(),
  slots: z.object({ wanted: z.int(), filled: z.int() }),
  openOffers: z.int(),
  alarms: z.array(AlarmView),
})
export type IncidentSummary = z.infer<typeof IncidentSummary>

/** An incident that another report may repeat, and why one may think so. */
export const PossibleDuplicate = z.object({
  incident: IncidentSummary,
  distanceM: z.number(),
  /** Between the two reports; negative: the candidate came later. */
  apartS: z.number(),
  sameHazard: z.boolean(),
  /** Words that both descriptions hold. */
  words: z.array(z.string()),
  description: z.string().nullable(),
})
export type PossibleDuplicate = z.infer<typeof PossibleDuplicate>

/** The people named in an incident; phones are masked. */
export const PersonView = z.object({
  displayName: z.string(),
  phoneMasked: z.string(),
  vehicle: Vehicle,
  partnerId: z.string(),
})

export const IncidentDetail = z.object({
  version: z.int(),
  nextDueAt: Instant.nullable(),
  /** The incident file as folded from its facts (contracts/domain/incident/state). */
  incident: z.custom<Incident>(),
  texts: z.record(z.string(), z.string()),
  people: z.record(z.string(), PersonView),
  /** Names of the staff who added photos, by user id. */
  staff: z.record(z.string(), z.string()),
  reporter: z.object({ name: z.string().nullable(), phoneMasked: z.string().nullable() }).nullable(),
})
export type IncidentDetail = z.infer<typeof IncidentDetail>

export const FactView = PlacedFact.omit({ hash: true }).extend({ byName: z.string().nullable() })
export type FactView = z.infer<typeof FactView>

export const PositionView = z.object({
  lat: z.number(),
  lng: z.number(),
  source: z.enum(['live', 'recent', 'declared']),
  at: Instant.nullable(),
})

/** A call for help outside a task: what he wrote, and where he said he was. */
export const CallForHelpView = z.object({
  at: Instant,
  text: z.string().nullable(),
  point: Point.extend({ at: Instant }).nullable(),
})
export const VolunteerView = z.object({
  id: z.string(),
  version: z.int(),
  partnerId: z.string(),
  ref: z.string(),
  displayName: z.string(),
  phoneMasked: z.string(),
  plate: z.string(),
  vehicle: Vehicle,
  skills: z.array(Skill),
  channel: z.enum(['webhook', 'link']),
  duty: Duty,
  standing: Standing,
  declaredArea: z.string().nullable(),
  /** When duty ends by itself; null: when somebody ends it. */
  dutyUntil: Instant.nullable(),
  bound: z.object({ incidentId: z.string(), offerId: z.string() }).nullable(),
  position: PositionView.nullable(),
  sosAt: Instant.nullable(),
  /** His last call for help; absent when there was none of which words or place were kept. */
  sos: CallForHelpView.optional(),
  agreements: z.array(z.object({ to: AgreementKind, version: z.string(), at: Instant, by: Actor })),
  trainings: z.array(z.object({ course: Course, until: Instant.nullable() })),
  trainedUntil: Instant.nullable(),
  insuredUntil: Instant.nullable(),
  /** His own limit on duty in 24 hours, and how long it was in the last 24. */
  dutyLimitS: z.number().nullable(),
  dutyTodayS: z.number(),
  /** The limit that the agency sets everybody; the lower of both counts. */
  agencyDutyLimitS: z.number(),
  /** Why he may not be asked now whatever the task, as far as his papers, his limits and the agency's demands go. */
  unfit: z.enum(unfitnesses).nullable(),
  /** The other records of the same natural person (the same phone), with this or another partner. */
  alsoAs: z.array(z.object({ id: z.string(), partnerId: z.string(), standing: Standing })),
  changedAt: Instant,
})
export type VolunteerView = z.infer<typeof VolunteerView>
