import { z } from 'zod'
import { incidentStatuses } from '#contracts/domain/incident/words.ts'
import { Point } from '#contracts/domain/place.ts'
import {
  Hazard,
  IntakeChannel,
  NeedVehicle,
  Referral,
  RejectReason,
  Severity,
  Skill,
  TaskType,
} from '#contracts/domain/words.ts'
import { ruleCodes } from '#contracts/domain/volunteer/rules.ts'
import { EVIDENCE_TYPES } from '../partner/events.ts'
import type { Route } from './route.ts'
import { FactView, IncidentDetail, IncidentSummary, PossibleDuplicate } from './views.ts'

const id = z.string().min(1).max(80)
const Id = z.strictObject({ id })
const note = z.string().trim().min(1).max(2000)
const moment = z.iso.datetime({ offset: true })
const Note = z.strictObject({ note: note.optional() })
const PlaceInput = z.strictObject({
  lat: Point.shape.lat,
  lng: Point.shape.lng,
  kelurahan: z.string().max(80).nullable().optional(),
})
const phone = z.string().trim().min(3).max(24)
const team = z.array(id).min(1).max(200).optional()
const Changed = IncidentDetail

const act = <B extends z.ZodObject>(path: string, action: Route['action'], summary: string, body: B) =>
  ({
    method: 'post',
    path: `/incidents/:id/${path}`,
    action,
    summary,
    params: Id,
    body,
    status: 200,
    response: Changed,
  }) as const

export const incidentRoutes = {
  listIncidents: {
    method: 'get',
    path: '/incidents',
    action: 'incident.read',
    summary: 'Incidents, newest first, with filters and a cursor.',
    query: z.strictObject({
      status: z.enum([...incidentStatuses, 'open']).optional(),
      severity: Severity.optional(),
      hazard: Hazard.optional(),
      q: z.string().max(80).optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
      before: id.optional(),
    }),
    status: 200,
    response: z.object({ incidents: z.array(IncidentSummary), next: z.string().nullable() }),
  },
  nearbyIncidents: {
    method: 'get',
    path: '/incidents-nearby',
    action: 'incident.read',
    summary: 'Open incidents near a point: possible duplicates.',
    query: z.strictObject({
      lat: z.coerce.number().min(-90).max(90),
      lng: z.coerce.number().min(-180).max(180),
      radiusM: z.coerce.number().int().min(50).max(5000).default(500),
    }),
    status: 200,
    response: z.object({
      incidents: z.array(z.object({ incident: IncidentSummary, distanceM: z.number() })),
    }),
  },
  possibleDuplicates: {
    method: 'get',
    path: '/incidents/:id/possible-duplicates',
    action: 'incident.gate',
    summary: 'What this report may repeat: incidents near it in place and time, the likeliest first.',
    params: Id,
    status: 200,
    response: z.object({ candidates: z.array(PossibleDuplicate) }),
  },
  reportIncident: {
    method: 'post',
    path: '/incidents',
    action: 'incident.report',
    summary: 'Report an incident. `verified` skips the second look for a report of the operator himself.',
    body: z.strictObject({
      hazard: Hazard,
      severity: Severity,
      place: PlaceInput,
      description: note,
      address: z.string().trim().min(1).max(300).optional(),
      channel: IntakeChannel.default('operator'),
      reporter: z
        .strictObject({ name: z.string().trim().min(1).max(80).optional(), phone: phone.optional() })
        .optional(),
      occurredAt: moment.optional(),
      drill: z.boolean().default(false),
      verified: z.boolean().default(false),
      follows: id.optional(),
      /** When to call the reporter back. */
      callBackAt: moment.optional(),
    }),
    status: 201,
    response: Changed,
  },
  getIncident: {
    method: 'get',
    path: '/incidents/:id',
    action: 'incident.read',
    summary: 'One incident file, with its texts and people.',
    params: Id,
    status: 200,
    response: IncidentDetail,
  },
  incidentFacts: {
    method: 'get',
    path: '/incidents/:id/facts',
    action: 'incident.read',
    summary: 'The timeline of an incident: its facts in order.',
    params: Id,
    status: 200,
    response: z.object({ facts: z.array(FactView) }),
  },
  correctIncident: {
    method: 'patch',
    path: '/incidents/:id',
    action: 'incident.correct',
    summary: 'Correct place, hazard, severity or text.',
    params: Id,
    body: z.strictObject({
      hazard: Hazard.optional(),
      severity: Severity.optional(),
      place: PlaceInput.optional(),
      description: note.optional(),
      address: z.string().trim().max(300).optional(),
    }),
    status: 200,
    response: Changed,
  },
  verifyIncident: act('verify', 'incident.gate', 'It is an emergency.', Note),
  rejectIncident: act(
    'reject',
    'incident.gate',
    'It is no emergency, or false.',
    z.strictObject({ reason: RejectReason, note: note.optional() }),
  ),
  referIncident: act(
    'refer',
    'incident.gate',
    'Hand over to another agency.',
    z.strictObject({ to: Referral, note: note.optional() }),
  ),
  markDuplicate: act(
    'duplicate',
    'incident.merge',
    'It is the same as another incident.',
    z.strictObject({ of: id }),
  ),
  undoDuplicate: act('duplicate/undo', 'incident.merge', 'Take the merge back.', z.strictObject({})),
  setNeeds: {
    method: 'put',
    path: '/incidents/:id/needs',
    action: 'incident.plan',
    summary:
      'Add needs (without needId) and change them. Lowering below those on their way wants their names.',
    params: Id,
    body: z.strictObject({
      needs: z
        .array(
          z.strictObject({
            needId: id.optional(),
            task: TaskType,
            vehicle: NeedVehicle.default('any'),
            skill: Skill.nullable().default(null),
            quantity: z.int().min(1).max(200),
          }),
        )
        .min(1)
        .max(20),
      standDown: z.array(id).max(200).default([]),
    }),
    status: 200,
    response: Changed,
  },
  dropNeed: {
    ...act(
      'needs/:needId/drop',
      'incident.plan',
      'Drop a need: its offers are withdrawn, its people called home.',
      Note,
    ),
    params: Id.extend({ needId: id }),
  },
  dispatchIncident: act('dispatch', 'incident.dispatch', 'Start asking volunteers.', z.strictObject({})),
  askAgain: act('ask-again', 'incident.dispatch', 'Ask everybody anew.', z.strictObject({})),
  widenSearch: act('widen', 'incident.dispatch', 'Ask further away at once.', z.strictObject({})),
  assignByHand: act(
    'assign',
    'incident.assign',
    'Bind a volunteer by hand after a call, with a reason; optionally in place of another, or despite the danger zones and rules named.',
    z.strictObject({
      needId: id,
      volunteerId: id,
      reason: note,
      replaces: id.optional(),
      despiteZones: z.array(id).max(100).optional(),
      despiteRules: z.array(z.enum(ruleCodes)).max(20).optional(),
    }),
  ),
  cancelIncident: act(
    'cancel',
    'incident.stand_down',
    'Cancel and call everybody home.',
    z.strictObject({ reason: note }),
  ),
  standDown: act(
    'stand-down',
    'incident.stand_down',
    'Call the named people home.',
    z.strictObject({ assignmentIds: z.array(id).min(1).max(200) }),
  ),
  controlIncident: act('control', 'incident.finish', 'Under control.', Note),
  resumeIncident: act('resume', 'incident.finish', 'It flared up again.', Note),
  closeIncident: act('close', 'incident.finish', 'The end.', Note),
  noteIncident: act('notes', 'incident.note', 'Write a note.', z.strictObject({ text: note })),
  sendMessage: act(
    'messages',
    'incident.note',
    'Write to the team, or to those named of it.',
    z.strictObject({ text: note.max(1000), assignmentIds: team }),
  ),
  requestCheckin: act(
    'checkins',
    'incident.checkin',
    'Ask the team, or those named of it, whether they are safe; silence for five minutes is an alarm.',
    z.strictObject({ assignmentIds: team }),
  ),
  trcIncident: act(
    'trc',
    'incident.trc',
    'The own team has departed or arrived.',
    z.strictObject({ step: z.enum(['departed', 'arrived']), at: moment.optional() }),
  ),
  acknowledgeAlarm: act(
    'alarms/acknowledge',
    'alarm.acknowledge',
    'I have seen it.',
    z.strictObject({ alarm: id.max(200) }),
  ),
  offerLink: {
    method: 'get',
    path: '/incidents/:id/offers/:offerId/link',
    action: 'offer.link',
    summary: 'The task link of an offer and the text to copy ("Salin pesan").',
    params: Id.extend({ offerId: id }),
    status: 200,
    response: z.object({ url: z.string(), text: z.string() }),
  },
  addPhoto: {
    ...act(
      'photos',
      'incident.correct',
      'Add a photo: a JPEG or PNG of at most 5 MB as the body. It is drawn anew, without the data of its camera.',
      z.strictObject({ bytes: z.instanceof(Uint8Array) }),
    ),
    upload: EVIDENCE_TYPES,
  },
  getPhoto: {
    method: 'get',
    path: '/photos/:id',
    action: 'incident.read',
    summary: 'A photo of an incident: at most 1,600 px wide and high, without the data of its camera.',
    params: Id,
    status: 200,
    media: 'image/jpeg',
    response: z.instanceof(Uint8Array),
  },
} as const satisfies Record<string, Route>
