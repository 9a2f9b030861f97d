import { z } from 'zod'
import { PlacedFact } from '#contracts/domain/fact.ts'
import type { Incident } from '#contracts/domain/incident/state.ts'
import { Instant } from '#contracts/domain/instant.ts'
import { Role } from '#contracts/domain/roles.ts'
import type { Volunteer } from '#contracts/domain/volunteer/state.ts'
import type { Zone } from '#contracts/domain/zone/zone.ts'

/** The live view: snapshot, then facts in order, so that a screen folds what the database holds. Websocket only. */
export const LIVE_PATH = '/live'
/** How often the server says that it is alive, in seconds; a client that hears nothing for twice as long is behind. */
export const HEARTBEAT_S = 2
/** Side of a map tile in degrees; positions are sent for the tiles that a screen shows. */
export const TILE_DEG = 0.02
export const MAX_TILES = 2000

/** Sent in the handshake (`auth`, never in the address). `cursor`: the last seq this screen has folded, or null. */
export const LiveAuth = z.strictObject({
  token: z.string().max(4000),
  cursor: z.int().nonnegative().nullable(),
})
export type LiveAuth = z.infer<typeof LiveAuth>

export const LiveFact = PlacedFact.omit({ hash: true })
export type LiveFact = z.infer<typeof LiveFact>

/** Everything a screen starts from. `seq` was read before the documents: facts after it may be folded in already. */
export const Snapshot = z.object({
  seq: z.int().nonnegative(),
  incidents: z.array(z.object({ version: z.int(), state: z.custom<Incident>() })),
  volunteers: z.array(z.object({ version: z.int(), state: z.custom<Volunteer>() })),
  /** Danger zones, planned or in force. */
  zones: z.array(z.object({ version: z.int(), state: z.custom<Zone>() })).optional(),
})
export type Snapshot = z.infer<typeof Snapshot>

/** Facts `from`..`to` of the agency; those that the role may not see are left out but counted in the range. */
export const Frame = z.object({ from: z.int(), to: z.int(), facts: z.array(LiveFact) })
export type Frame = z.infer<typeof Frame>

/** `seq`: the end of the ledger as this server knows it; `ageMs`: how old that knowledge is. */
export const Heartbeat = z.object({ at: Instant, seq: z.int(), ageMs: z.int().nonnegative() })
export type Heartbeat = z.infer<typeof Heartbeat>

/** Moved since the last tick; volatile: a lost one is made good by the next. */
export const PositionTick = z.object({
  at: Instant,
  fixes: z.array(
    z.object({
      volunteerId: z.string(),
      lat: z.number(),
      lng: z.number(),
      accuracyM: z.number().nullable(),
      at: z.string(),
    }),
  ),
})
export type PositionTick = z.infer<typeof PositionTick>

/** Colleagues who have the file of an incident open at this moment, himself left out. Kept nowhere; a lost one is made good. */
export const Lookers = z.object({
  incidentId: z.string(),
  people: z.array(z.object({ userId: z.string(), displayName: z.string(), role: Role })),
})
export type Lookers = z.infer<typeof Lookers>

/** Whose file this screen shows; null: none. */
export const Look = z.strictObject({ incidentId: z.string().max(80).nullable() })

/** Why the server hangs up: sign in again, or come back with a fresh token. */
export const Farewell = z.object({ why: z.enum(['expired', 'revoked', 'closing']) })
export type Farewell = z.infer<typeof Farewell>

export const Watch = z.strictObject({ tiles: z.array(z.string().max(24)).max(MAX_TILES) })

export interface ServerToClient {
  snapshot: (snapshot: Snapshot) => void
  frame: (frame: Frame) => void
  heartbeat: (heartbeat: Heartbeat) => void
  positions: (tick: PositionTick) => void
  lookers: (lookers: Lookers) => void
  farewell: (farewell: Farewell) => void
}
export interface ClientToServer {
  /** The tiles in view; replaces the last ones. */
  watch: (watch: z.infer<typeof Watch>) => void
  /** The file that is open; replaces the last one. */
  look: (look: z.infer<typeof Look>) => void
  /** A hole was seen: everything after `cursor` again. Null: a fresh snapshot. */
  resync: (cursor: number | null) => void
  /** A fresh access token, so that the connection may stay. Answers whether it was taken. */
  renew: (token: string, answer: (taken: boolean) => void) => void
}

export const tileOf = (lat: number, lng: number): string =>
  `${Math.floor(lat / TILE_DEG)}:${Math.floor(lng / TILE_DEG)}`
