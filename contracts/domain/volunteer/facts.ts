import { z } from 'zod'
import type { BodiesOf, Happened } from '../fact.ts'
import { Instant } from '../instant.ts'
import { Point } from '../place.ts'
import { CallReason, Skill, Vehicle } from '../words.ts'

const id = z.string().max(80)
export const Duty = z.enum(['off', 'on', 'paused'])
export type Duty = z.infer<typeof Duty>
export const Standing = z.enum(['pending', 'active', 'suspended', 'withdrawn'])
export type Standing = z.infer<typeof Standing>
/** What he agrees to before he may be asked: the use of his data, and how one behaves at a task. */
export const AgreementKind = z.enum(['consent', 'code_of_conduct'])
export type AgreementKind = z.infer<typeof AgreementKind>
/** Basic training makes him fit to serve, advanced training for people in need (pelatihan dasar, lanjutan). */
export const Course = z.enum(['dasar', 'lanjutan'])
export type Course = z.infer<typeof Course>
/** What a platform tells of a volunteer; of each the last word counts. */
export const Told = z.enum(['duty', 'displayName', 'phone', 'vehicle', 'skills'])
export type Told = z.infer<typeof Told>
/** When his platform said it, by its own clock; absent when somebody else did it, and in facts of older releases. */
const saidAt = Instant.optional()

/** Every fact of a volunteer. Name, phone and plate lie in `persons`; here only codes and keys. */
export const volunteerFacts = {
  'volunteer.registered': z.object({
    partnerId: id,
    ref: id,
    personKey: z.string(),
    vehicle: Vehicle,
    skills: z.array(Skill),
    channel: z.enum(['webhook', 'link']),
    saidAt,
  }),
  'volunteer.updated': z.object({
    personKey: z.string().optional(),
    vehicle: Vehicle.optional(),
    skills: z.array(Skill).optional(),
    trainedUntil: Instant.nullable().optional(),
    insuredUntil: Instant.nullable().optional(),
    personChanged: z.boolean().optional(),
    /** What his platform told with it. */
    told: z.array(Told).optional(),
    saidAt,
  }),
  /** His platform said what we knew: whatever it said of this before is past from now on. */
  'volunteer.said_again': z.object({ told: z.array(Told), saidAt: Instant }),
  /** `version`: of the text that he agreed to. Who recorded it is the fact's `by`. */
  'volunteer.agreed': z.object({ to: AgreementKind, version: z.string().max(40) }),
  /**
   * `until`: null when it does not expire. `reason`: it was struck out, and this text says why; `until` is that moment then,
   * so that a release which does not know of it takes the training for one that is over.
   */
  'volunteer.trained': z.object({ course: Course, until: Instant.nullable(), reason: id.optional() }),
  /** His own limit on duty within 24 hours, in seconds; null: the agency's. */
  'volunteer.duty_limited': z.object({ dutyLimitS: z.int().positive().nullable() }),
  /** `until`: when duty ends by itself; null or absent: when somebody ends it. */
  'volunteer.duty_changed': z.object({
    duty: Duty,
    declaredArea: z.string().nullable(),
    until: Instant.nullable().optional(),
    saidAt,
  }),
  /** Somebody saw his number: why, never the number itself. */
  'volunteer.phone_shown': z.object({
    reason: CallReason,
    textId: id.nullable(),
    digest: z.string().nullable(),
  }),
  'volunteer.activated': z.object({}),
  /** `reason`: the text that says why; older releases took none. */
  'volunteer.suspended': z.object({ reason: id.nullable() }),
  'volunteer.reinstated': z.object({}),
  'volunteer.withdrawn': z.object({}),
  /** `textId`: what he wrote, if anything; older releases took no words. */
  'volunteer.sos': z.object({
    point: Point.nullable(),
    textId: id.optional(),
    digest: z.string().optional(),
  }),
  'volunteer.sos_acknowledged': z.object({}),
} as const

export type VolunteerFactBody = BodiesOf<typeof volunteerFacts>
export type VolunteerFact = Happened<VolunteerFactBody>
export type VolunteerFactOf<T extends VolunteerFactBody['type']> = Extract<VolunteerFactBody, { type: T }>
