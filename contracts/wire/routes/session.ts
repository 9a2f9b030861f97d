import { z } from 'zod'
import { PlacedFact } from '#contracts/domain/fact.ts'
import { Instant } from '#contracts/domain/instant.ts'
import { Role } from '#contracts/domain/roles.ts'
import { facilityTypes } from '#contracts/domain/words.ts'
import { actions } from '../actions.ts'
import { DeliveryState } from './deliveries.ts'
import type { Route } from './route.ts'
import { AlarmView, CallForHelpView } from './views.ts'

const Me = z.object({
  userId: z.string(),
  displayName: z.string(),
  agencyId: z.string(),
  agencyName: z.string(),
  role: Role,
  actions: z.array(z.enum(actions)),
})
export type Me = z.infer<typeof Me>
/** The refresh token travels in an HttpOnly cookie, the access token in `Authorization: Bearer`. */
const SignedIn = z.object({ accessToken: z.string(), expiresAt: Instant, me: Me })

const Area = z.object({
  code: z.string(),
  name: z.string(),
  aliases: z.array(z.string()),
  kecamatan: z.string(),
  kecamatanCode: z.string(),
  lat: z.number(),
  lng: z.number(),
  hazards: z.array(z.string()),
})
const Facility = z.object({
  name: z.string(),
  type: z.enum(facilityTypes),
  lat: z.number(),
  lng: z.number(),
  kelurahan: z.string(),
})

export const sessionRoutes = {
  login: {
    method: 'post',
    path: '/auth/login',
    action: 'public',
    summary: 'Sign in.',
    body: z.strictObject({ login: z.string().min(1).max(80), password: z.string().min(1).max(200) }),
    status: 200,
    response: SignedIn,
  },
  refresh: {
    method: 'post',
    path: '/auth/refresh',
    action: 'public',
    summary: 'A new access token for the refresh cookie, which is rotated.',
    status: 200,
    response: SignedIn,
  },
  logout: {
    method: 'post',
    path: '/auth/logout',
    action: 'public',
    summary: 'Sign out: the refresh cookie and its family die.',
    status: 204,
    response: null,
  },
  me: {
    method: 'get',
    path: '/auth/me',
    action: 'self',
    summary: 'Who am I, what may I do.',
    status: 200,
    response: Me,
  },
} as const satisfies Record<string, Route>

export const referenceRoutes = {
  reference: {
    method: 'get',
    path: '/reference',
    action: 'reference.read',
    summary: 'Kelurahan, facilities and settings of the agency.',
    status: 200,
    response: z.object({
      agency: z.object({ id: z.string(), name: z.string(), poskoPhone: z.string().nullable() }),
      kelurahan: z.array(Area),
      facilities: z.array(Facility),
      partners: z.array(z.object({ id: z.string(), ref: z.string(), name: z.string() })),
    }),
  },
  nearestKelurahan: {
    method: 'get',
    path: '/kelurahan/nearest',
    action: 'reference.read',
    summary: 'The nearest kelurahan by reference point: choices, not facts.',
    query: z.strictObject({
      lat: z.coerce.number().min(-90).max(90),
      lng: z.coerce.number().min(-180).max(180),
      count: z.coerce.number().int().min(1).max(10).default(3),
    }),
    status: 200,
    response: z.object({ kelurahan: z.array(Area.extend({ distanceM: z.number() })) }),
  },
  listAlarms: {
    method: 'get',
    path: '/alarms',
    action: 'incident.read',
    summary: 'All standing alarms, worst first; `system` says what is wrong with the platform itself.',
    status: 200,
    response: z.object({
      alarms: z.array(
        AlarmView.extend({
          incidentId: z.string().nullable(),
          volunteerId: z.string().nullable(),
          number: z.string().nullable(),
          /** Of a drill, or of a volunteer who takes part in nothing else. */
          drill: z.boolean(),
          /** Of a call for help outside a task, for those who may see volunteers; on a task his words are a note of the incident. */
          sos: CallForHelpView.optional(),
        }),
      ),
      system: z.array(z.object({ code: z.string(), since: Instant.nullable() })),
    }),
  },
  listFacts: {
    method: 'get',
    path: '/facts',
    action: 'ledger.read',
    summary: 'The ledger of the agency after a cursor, of the kinds that the role may hear of.',
    query: z.strictObject({
      after: z.coerce.number().int().min(0).default(0),
      limit: z.coerce.number().int().min(1).max(1000).default(200),
    }),
    status: 200,
    response: z.object({ facts: z.array(PlacedFact), head: z.int() }),
  },
  listDeliveries: {
    method: 'get',
    path: '/deliveries',
    action: 'delivery.read',
    summary: 'Messages to partners with every attempt, newest first; personal data masked.',
    query: z.strictObject({
      partnerId: z.string().max(80).optional(),
      state: DeliveryState.optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    status: 200,
    response: z.object({
      deliveries: z.array(
        z.object({
          id: z.string(),
          partnerId: z.string(),
          type: z.string(),
          state: DeliveryState,
          createdAt: Instant,
          attempts: z.array(
            z.object({
              at: Instant,
              status: z.int().nullable(),
              error: z.string().nullable(),
              tookMs: z.number(),
            }),
          ),
        }),
      ),
    }),
  },
} as const satisfies Record<string, Route>
