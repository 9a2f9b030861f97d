import { z } from 'zod'
import { Point } from '../place.ts'

const id = z.string().max(80)
const bearer = { assignmentId: id, volunteerId: id, partnerId: id }

/** What command post and team say to each other while somebody is out; part of the facts of an incident. */
export const contactFacts = {
  'message.sent': z.object({ assignmentIds: z.array(id), textId: id, digest: z.string() }),
  'checkin.requested': z.object({ ...bearer, checkinId: id }),
  'checkin.answered': z.object({
    ...bearer,
    checkinId: id,
    point: Point.nullable(),
    textId: id.nullable(),
    digest: z.string().nullable(),
  }),
  /** `digest`: of the text, or of the photo as it is kept. */
  'evidence.added': z.object({
    ...bearer,
    kind: z.enum(['note', 'photo']),
    textId: id.nullable(),
    photoId: id.nullable(),
    digest: z.string(),
  }),
} as const
