import { z } from 'zod'
import { Instant } from '#contracts/domain/instant.ts'
import { assignmentExits, assignmentStates, incidentStatuses } from '#contracts/domain/incident/words.ts'
import { TaskType } from '#contracts/domain/words.ts'
import { deliveryBodies } from './deliveries.ts'

/** What a partner reads after an outage, to learn where things stand: signed GETs with an empty body. */

/** `GET /partner/v1/offers?state=open`: everything that `offer.created` said, for offers that can still be answered. */
export const OpenOffers = z.object({ offers: z.array(deliveryBodies['offer.created']) })
export type OpenOffers = z.infer<typeof OpenOffers>

/** `GET /partner/v1/assignments/:id`: how one of his assignments stands. */
export const AssignmentState = z.object({
  assignmentId: z.string(),
  offerId: z.string(),
  volunteerRef: z.string().nullable(),
  incident: z.object({ code: z.string(), status: z.enum(incidentStatuses) }),
  /** Null when its need was dropped since. */
  task: TaskType.nullable(),
  state: z.enum([...assignmentStates, ...assignmentExits]),
  /** False: it has ended, and nothing more is expected of the volunteer. */
  active: z.boolean(),
  /** When each state was reached. */
  times: z.partialRecord(z.enum([...assignmentStates, ...assignmentExits]), Instant),
  /** The last question whether he is safe. */
  checkin: z
    .object({ checkinId: z.string(), requestedAt: Instant, answeredAt: Instant.nullable() })
    .nullable(),
  /** What the volunteer needs, as it is by now; null once the assignment has ended. */
  told: deliveryBodies['assignment.confirmed']
    .pick({ place: true, contact: true, instructions: true })
    .nullable(),
  drill: z.boolean(),
})
export type AssignmentState = z.infer<typeof AssignmentState>

/** `GET /partner/v1/events/:webhookId`: what an event or a photo was answered; `answer` is null while it is being worked on. */
export const EventOutcome = z.object({
  webhookId: z.string(),
  answer: z.object({ status: z.int(), body: z.unknown() }).nullable(),
})
export type EventOutcome = z.infer<typeof EventOutcome>
