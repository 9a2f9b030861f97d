import { z } from 'zod'
import { Instant } from '#contracts/domain/instant.ts'
import { offerEndReasons } from '#contracts/domain/incident/words.ts'
import { Point } from '#contracts/domain/place.ts'
import type { MessageType } from '../sms.ts'
import { Hazard, Severity, TaskType } from '#contracts/domain/words.ts'

/** Us → partner. Before acceptance a coarse place only and never a word of the reporter. */
const IncidentBrief = z.object({ code: z.string(), hazard: Hazard, severity: Severity, summary: z.string() })

export const deliveryBodies = {
  'offer.created': z.object({
    offerId: z.string(),
    volunteerRef: z.string(),
    expiresAt: Instant,
    incident: IncidentBrief,
    task: TaskType,
    place: z.object({ areaName: z.string(), lat: Point.shape.lat, lng: Point.shape.lng }),
    etaS: z.number().nullable(),
    safetyNotes: z.array(z.string()),
    why: z.string(),
    drill: z.boolean(),
  }),
  'offer.withdrawn': z.object({
    offerId: z.string(),
    volunteerRef: z.string(),
    reason: z.enum([...offerEndReasons, 'expired']),
  }),
  'assignment.confirmed': z.object({
    assignmentId: z.string(),
    offerId: z.string(),
    volunteerRef: z.string(),
    incident: IncidentBrief,
    task: TaskType,
    place: z.object({
      areaName: z.string(),
      lat: Point.shape.lat,
      lng: Point.shape.lng,
      address: z.string().nullable(),
    }),
    contact: z.object({ name: z.string(), phone: z.string().nullable() }),
    instructions: z.array(z.string()),
    drill: z.boolean(),
  }),
  'assignment.stood_down': z.object({
    assignmentId: z.string(),
    volunteerRef: z.string(),
    reason: z.enum([...offerEndReasons, 'reassigned']),
  }),
  'assignment.updated': z.object({
    assignmentId: z.string(),
    volunteerRef: z.string(),
    incident: IncidentBrief,
    place: z.object({
      areaName: z.string(),
      lat: Point.shape.lat,
      lng: Point.shape.lng,
      address: z.string().nullable(),
    }),
  }),
  'message.sent': z.object({
    assignmentId: z.string(),
    volunteerRef: z.string(),
    text: z.string(),
    drill: z.boolean(),
  }),
  'checkin.requested': z.object({
    assignmentId: z.string(),
    volunteerRef: z.string(),
    checkinId: z.string(),
    /** Without an answer until then a person is alarmed. */
    answerBy: Instant,
    drill: z.boolean(),
  }),
  ping: z.object({ note: z.string() }),
} as const
export type DeliveryType = keyof typeof deliveryBodies
export type DeliveryBody<T extends DeliveryType> = z.infer<(typeof deliveryBodies)[T]>

/** A volunteer waits for these, or must be told to turn back: tried for half a minute, whatever the endpoint is like. */
const urgentTypes = ['offer.created', 'offer.withdrawn', 'assignment.stood_down', 'sign_in.code'] as const
export const isUrgent = (type: MessageType): boolean => (urgentTypes as readonly MessageType[]).includes(type)

/** Tried for half a day; when they die all the same, they wait as dead letters for a person. */
export const letterTypes = [
  'assignment.confirmed',
  'assignment.updated',
  'message.sent',
  'checkin.requested',
] as const satisfies readonly DeliveryType[]

/** The body that is signed and posted. */
export const DeliveryEnvelope = z.object({
  type: z.enum(Object.keys(deliveryBodies) as [DeliveryType, ...DeliveryType[]]),
  timestamp: Instant,
  data: z.record(z.string(), z.unknown()),
})
