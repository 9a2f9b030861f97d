import { z } from 'zod'
import { Impact } from '#contracts/domain/incident/impact.ts'
import { incidentStatuses } from '#contracts/domain/incident/words.ts'
import { Instant } from '#contracts/domain/instant.ts'
import { Place, Point } from '#contracts/domain/place.ts'
import { Hazard, Severity } from '#contracts/domain/words.ts'

const count = z.int().nonnegative()
const seconds = z.number()

/** The steps of a response, in order; each is measured from the one that it names. */
export const responseSteps = [
  'verified',
  'first_offer',
  'first_acceptance',
  'first_arrival',
  'trc_arrived',
  'controlled',
  'closed',
] as const
export type ResponseStep = (typeof responseSteps)[number]

/** One step: when, how long it took, how long it might have taken. `at` null: it has not happened. */
export const StepView = z.object({
  step: z.enum(responseSteps),
  at: Instant.nullable(),
  /** From the step before it (`first_arrival`: from the first acceptance; `trc_arrived`: from the report). */
  tookS: seconds.nullable(),
  limitS: seconds.nullable(),
  late: z.boolean(),
})
export type StepView = z.infer<typeof StepView>

/** Everything that a timeline without names tells. */
export const milestones = [
  'reported',
  'verified',
  'rejected',
  'duplicate',
  'duplicate_undone',
  'referred',
  'needed',
  'dispatched',
  'offered',
  'accepted',
  'stalled',
  'asked_again',
  'widened',
  'arrived',
  'completed',
  'released',
  'failed',
  'stood_down',
  'reassigned',
  'sos',
  'trc_departed',
  'trc_arrived',
  'impact',
  'late',
  'controlled',
  'resumed',
  'closed',
  'cancelled',
] as const
export type Milestone = (typeof milestones)[number]

/** What came of one incident: times, people by number and never by name, what went late. */
export const AfterAction = z.object({
  id: z.string(),
  number: z.string(),
  title: z.string(),
  hazard: Hazard,
  severity: Severity,
  status: z.enum(incidentStatuses),
  drill: z.boolean(),
  place: Place,
  /** Up to when the facts were read. */
  at: Instant,
  occurredAt: Instant,
  reportedAt: Instant,
  steps: z.array(StepView),
  people: z.object({
    wanted: count,
    offered: count,
    accepted: count,
    declined: count,
    silent: count,
    withdrawn: count,
    arrived: count,
    completed: count,
    released: count,
    failed: count,
    stoodDown: count,
  }),
  /** One line for each acceptance, in the order in which they came. */
  journeys: z.array(
    z.object({
      order: count,
      acceptedAt: Instant,
      arrivedAt: Instant.nullable(),
      promisedS: seconds.nullable(),
      tookS: seconds.nullable(),
      limitS: seconds,
      late: z.boolean(),
      /** Where he was when he was asked, within 500 m. */
      from: Point.nullable(),
    }),
  ),
  /** Deadlines that passed unmet, as they were recorded at the time. */
  missed: z.array(z.object({ what: z.string(), dueAt: Instant, at: Instant })),
  impact: Impact.extend({ at: Instant }).nullable(),
  timeline: z.array(z.object({ at: Instant, what: z.enum(milestones), count })),
})
export type AfterAction = z.infer<typeof AfterAction>

/** Some incidents of a month as one number: the middle one, the one that 90 % do not exceed, and how many there are. */
export const Spread = z.object({
  medianS: seconds.nullable(),
  p90S: seconds.nullable(),
  of: count,
  /** How many kept within their limit; null where there is none. */
  inTime: count.nullable(),
})
export type Spread = z.infer<typeof Spread>

export const spans = ['verify', 'offer', 'accept', 'arrive', 'whole'] as const
export type Span = (typeof spans)[number]

/** The response of one month, from the facts of the incidents that were reported in it (drills left out). */
export const MonthlyFigures = z.object({
  month: z.string(),
  /** Up to when the facts were read: a month whose incidents are still open changes. */
  at: Instant,
  incidents: z.object({
    reported: count,
    verified: count,
    rejected: count,
    duplicate: count,
    referred: count,
    cancelled: count,
    open: count,
    /** Of the verified: under control within 24 hours of the report. */
    handledIn24h: count,
  }),
  spans: z.object({ verify: Spread, offer: Spread, accept: Spread, arrive: Spread, whole: Spread }),
  people: z.object({
    offers: count,
    accepted: count,
    declined: count,
    silent: count,
    arrived: count,
    stoodDown: count,
    /** Incidents in which at least one need came to nothing at some time. */
    stalled: count,
    /** Offers for each arrival; null without arrivals. */
    alertsPerArrival: z.number().nullable(),
  }),
})
export type MonthlyFigures = z.infer<typeof MonthlyFigures>
