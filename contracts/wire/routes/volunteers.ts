import { z } from 'zod'
import { Instant } from '#contracts/domain/instant.ts'
import { AgreementKind, Course, Duty, Standing } from '#contracts/domain/volunteer/facts.ts'
import { Skill, Vehicle } from '#contracts/domain/words.ts'
import type { Route } from './route.ts'
import { FactView, VolunteerView } from './views.ts'

const id = z.string().min(1).max(80)
const Id = z.strictObject({ id })
const phone = z.string().trim().min(6).max(24)
const name = z.string().trim().min(1).max(80)
const plate = z.string().trim().min(1).max(16)
const Why = z.strictObject({ note: z.string().trim().min(1).max(2000) })

/** Without a version: the text in force. */
const Agreements = z
  .array(z.strictObject({ to: AgreementKind, version: z.string().trim().min(1).max(40).optional() }))
  .min(1)
  .max(2)

const act = <B extends z.ZodObject>(path: string, action: Route['action'], summary: string, body: B) =>
  ({
    method: 'post',
    path: `/volunteers/:id/${path}`,
    action,
    summary,
    params: Id,
    body,
    status: 200,
    response: VolunteerView,
  }) as const

export const volunteerRoutes = {
  listVolunteers: {
    method: 'get',
    path: '/volunteers',
    action: 'volunteer.read',
    summary: 'Volunteers with duty, standing and whereabouts.',
    query: z.strictObject({
      duty: Duty.optional(),
      standing: Standing.optional(),
      partnerId: id.optional(),
      q: z.string().max(80).optional(),
      limit: z.coerce.number().int().min(1).max(500).default(100),
      after: id.optional(),
    }),
    status: 200,
    response: z.object({ volunteers: z.array(VolunteerView), next: z.string().nullable() }),
  },
  getVolunteer: {
    method: 'get',
    path: '/volunteers/:id',
    action: 'volunteer.read',
    summary: 'One volunteer.',
    params: Id,
    status: 200,
    response: VolunteerView,
  },
  volunteerFacts: {
    method: 'get',
    path: '/volunteers/:id/facts',
    action: 'volunteer.read',
    summary: 'What happened to a volunteer, in order.',
    params: Id,
    status: 200,
    /** `texts`: why he was suspended, by the `reason` of the fact. */
    response: z.object({ facts: z.array(FactView), texts: z.record(z.string(), z.string()) }),
  },
  registerVolunteer: {
    method: 'post',
    path: '/volunteers',
    action: 'volunteer.register',
    summary: 'Register a volunteer of the built-in partner `mandiri` (served by task link).',
    body: z.strictObject({
      displayName: name,
      phone,
      plate,
      vehicle: Vehicle,
      skills: z.array(Skill).max(10).default([]),
      agreements: Agreements.optional(),
    }),
    status: 201,
    response: VolunteerView,
  },
  editVolunteer: {
    method: 'patch',
    path: '/volunteers/:id',
    action: 'volunteer.edit',
    summary: 'Correct name, phone, plate, vehicle, skills, training and insurance.',
    params: Id,
    body: z.strictObject({
      displayName: name.optional(),
      phone: phone.optional(),
      plate: plate.optional(),
      vehicle: Vehicle.optional(),
      skills: z.array(Skill).max(10).optional(),
      trainedUntil: Instant.nullable().optional(),
      insuredUntil: Instant.nullable().optional(),
    }),
    status: 200,
    response: VolunteerView,
  },
  setDuty: act(
    'duty',
    'volunteer.duty',
    'On, paused or off duty, with the kelurahan where he is, and when it ends by itself (within a day; null: not).',
    z.strictObject({
      duty: Duty,
      declaredArea: z.string().max(80).nullable().optional(),
      until: Instant.nullable().optional(),
    }),
  ),
  activateVolunteer: act(
    'activate',
    'volunteer.suspend',
    'Admit a volunteer who was pending and has agreed to consent and code of conduct, before or herewith.',
    z.strictObject({ agreements: Agreements.optional() }),
  ),
  recordAgreements: act(
    'agreements',
    'volunteer.register',
    'He agrees to the use of his data or to the code of conduct, in a version of the text.',
    z.strictObject({ agreements: Agreements }),
  ),
  recordTraining: act(
    'trainings',
    'volunteer.edit',
    'He was trained, until a moment or for good.',
    z.strictObject({ course: Course, until: Instant.nullable() }),
  ),
  strikeTraining: act(
    'trainings/strike',
    'volunteer.edit',
    'A training that was recorded by mistake, and why: from now on he has none of this course.',
    Why.extend({ course: Course }),
  ),
  limitDuty: act(
    'duty-limit',
    'volunteer.edit',
    'His own limit on duty, in hours within 24; null: the limit of the agency.',
    z.strictObject({ hours: z.int().min(1).max(24).nullable() }),
  ),
  suspendVolunteer: act('suspend', 'volunteer.suspend', 'No more offers for him.', Why),
  reinstateVolunteer: act('reinstate', 'volunteer.suspend', 'Offers again.', z.strictObject({})),
  withdrawVolunteer: act(
    'withdraw',
    'volunteer.suspend',
    'He takes back his consent: off duty, open offers withdrawn, name, phone and texts erased. Not while he is on a task.',
    z.strictObject({}),
  ),
  acknowledgeVolunteerSos: act('sos/acknowledge', 'alarm.acknowledge', 'I have seen it.', z.strictObject({})),
} as const satisfies Record<string, Route>
