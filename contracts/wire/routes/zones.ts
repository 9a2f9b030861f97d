import { z } from 'zod'
import { Instant } from '#contracts/domain/instant.ts'
import { Vehicle } from '#contracts/domain/words.ts'
import { Ring } from '#contracts/domain/zone/ring.ts'
import { ZoneKind, zoneStates } from '#contracts/domain/zone/zone.ts'
import type { Route } from './route.ts'
import { FactView } from './views.ts'

/** A GeoJSON polygon of one ring, longitude before latitude; holes are not taken. */
export const ZonePolygon = z.strictObject({ type: z.literal('Polygon'), coordinates: z.tuple([Ring]) })

const bars = z
  .array(Vehicle)
  .min(1)
  .refine((vehicles) => new Set(vehicles).size === vehicles.length, 'a vehicle is named twice')
const reason = z.string().trim().min(1).max(500)
const Person = z.object({ id: z.string(), displayName: z.string() })

export const ZoneView = z.object({
  id: z.string(),
  version: z.int(),
  /** By the clock of the server when it was asked; a zone begins and is over by time alone. */
  state: z.enum(zoneStates),
  kind: ZoneKind,
  polygon: ZonePolygon,
  /** The vehicles that are sent neither into it nor across it. */
  bars: z.array(Vehicle),
  from: Instant,
  until: Instant,
  drill: z.boolean(),
  reason: z.string(),
  drawnAt: Instant,
  drawnBy: Person,
  endedAt: Instant.nullable(),
  endedBy: Person.nullable(),
})
export type ZoneView = z.infer<typeof ZoneView>

const Id = z.strictObject({ id: z.string().min(1).max(80) })

/** Danger zones (zona bahaya): where some vehicles are not sent. */
export const zoneRoutes = {
  listZones: {
    method: 'get',
    path: '/zones',
    action: 'zone.read',
    summary: 'Danger zones, the newest first: those planned or active, or also those of the last 30 days.',
    query: z.strictObject({ all: z.enum(['true', 'false']).default('false') }),
    status: 200,
    response: z.object({ zones: z.array(ZoneView) }),
  },
  zoneFacts: {
    method: 'get',
    path: '/zones/:id/facts',
    action: 'zone.read',
    summary: 'What became of a danger zone, in order, with the reasons that were given.',
    params: Id,
    status: 200,
    response: z.object({ facts: z.array(FactView), texts: z.record(z.string(), z.string()) }),
  },
  drawZone: {
    method: 'post',
    path: '/zones',
    action: 'zone.draw',
    summary: 'A new danger zone. Whoever is inside, or would have to go in or across, is asked no longer.',
    body: z.strictObject({
      kind: ZoneKind,
      polygon: ZonePolygon,
      bars,
      /** Now unless told. */
      from: Instant.optional(),
      until: Instant,
      reason,
      drill: z.boolean().default(false),
    }),
    status: 201,
    response: ZoneView,
  },
  changeZone: {
    method: 'patch',
    path: '/zones/:id',
    action: 'zone.draw',
    summary: 'Another outline, time, reason, or other vehicles.',
    params: Id,
    body: z
      .strictObject({ kind: ZoneKind, polygon: ZonePolygon, bars, from: Instant, until: Instant, reason })
      .partial(),
    status: 200,
    response: ZoneView,
  },
  endZone: {
    method: 'post',
    path: '/zones/:id/end',
    action: 'zone.draw',
    summary: 'The danger is over before its time.',
    params: Id,
    body: z.strictObject({}),
    status: 200,
    response: ZoneView,
  },
} as const satisfies Record<string, Route>
