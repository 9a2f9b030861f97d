import { roles, type Role } from '#contracts/domain/roles.ts'
import { derivedId } from '#contracts/runtime/ids.ts'
import { tileOf, type ClientToServer, type ServerToClient, type Snapshot } from '#contracts/wire/live.ts'
import { until } from '../../world/client.ts'
import { AGENCY, type ApiWorld } from '../api-world.ts'
import { dial, type Caller } from '../live/dial.ts'
import { NEIGHBOUR, neighbourLogin, tokenOf } from './neighbours.ts'

/** Somebody at a screen of ours or next door. */
export interface AtScreen {
  role: Role
  agencyId: string
  userId: string
  token: string
  caller: Caller
}
/** What there is to see in each of the two agencies. */
export interface Sights {
  incidentId: string
  volunteerId: string
  /** The end of the ledger. */
  head: () => Promise<number>
}
export type BothSights = Record<typeof AGENCY | typeof NEIGHBOUR, Sights>

/** Where the volunteers of both agencies are. */
export const PLACE = { lat: -10.17, lng: 123.62, accuracyM: 10, at: '2026-01-17T06:05:00.000Z' }
export const PATIENCE_S = 50

/** Everybody of both agencies at his screen, or turned away. */
export const everybodyAtScreens = async (world: ApiWorld): Promise<AtScreen[]> => {
  const people: AtScreen[] = []
  for (const role of roles)
    for (const [agencyId, login] of [
      [AGENCY, role],
      [NEIGHBOUR, neighbourLogin(role)],
    ] as const) {
      const token = await tokenOf(world, login)
      const caller = dial(world.url, { auth: { token, cursor: null } })
      people.push({ role, agencyId, userId: derivedId('usr', login), token, caller })
    }
  for (const { role, caller } of people)
    await until(
      `${role} is let in or not`,
      async () => caller.socket.connected || caller.refusals.length > 0,
      PATIENCE_S,
    )
  return people
}

const holds = ({ incidents }: Snapshot, { incidentId }: Sights): boolean =>
  incidents.some(({ state }) => state.id === incidentId)

/** Whether he was sent something of one agency, by event. `heads`: the ends of the two ledgers. */
export const sentOf: Record<
  keyof ServerToClient,
  (one: AtScreen, agencyId: keyof BothSights, both: BothSights, heads: Record<string, number>) => boolean
> = {
  snapshot: ({ caller }, agencyId, both) => caller.snapshots.some((one) => holds(one, both[agencyId])),
  frame: ({ caller }, agencyId) =>
    caller.frames.some(({ facts }) => facts.some((fact) => fact.agencyId === agencyId)),
  // Ours is the longer ledger: a number beyond the end of theirs was read in ours.
  heartbeat: ({ caller }, agencyId, _, heads) =>
    caller.heartbeats.some(({ seq }) => seq > 0 && seq > (heads[NEIGHBOUR] ?? 0) === (agencyId === AGENCY)),
  positions: ({ caller }, agencyId, both) =>
    caller.ticks.some(({ fixes }) =>
      fixes.some(({ volunteerId }) => volunteerId === both[agencyId].volunteerId),
    ),
  lookers: ({ caller }, agencyId, both) =>
    caller.lookers.some(({ incidentId }) => incidentId === both[agencyId].incidentId),
  // Of his own end only.
  farewell: (one, agencyId) => one.agencyId === agencyId && one.caller.farewells.length > 0,
}

/** He says it about our things; tells whether something of one agency came of it. */
export const heededOf: Record<
  keyof ClientToServer,
  (
    people: readonly AtScreen[],
    both: BothSights,
  ) => Promise<(one: AtScreen, agencyId: keyof BothSights) => boolean>
> = {
  watch: async (people, both) => {
    for (const { caller } of people) caller.socket.emit('watch', { tiles: [tileOf(PLACE.lat, PLACE.lng)] })
    return (one, agencyId) => sentOf.positions(one, agencyId, both, {})
  },
  look: async (people, both) => {
    for (const { caller } of people) caller.socket.emit('look', { incidentId: both[AGENCY].incidentId })
    // He is shown to a colleague.
    const isShown = (one: AtScreen): boolean =>
      people.some(({ caller }) =>
        caller.lookers.some((told) => told.people.some(({ userId }) => userId === one.userId)),
      )
    return (one, agencyId) => one.agencyId === agencyId && isShown(one)
  },
  resync: async (people, both) => {
    const before = new Map(people.map((one) => [one, one.caller.snapshots.length]))
    for (const { caller } of people) caller.socket.emit('resync', null)
    return (one, agencyId) =>
      one.caller.snapshots.slice(before.get(one)).some((snapshot) => holds(snapshot, both[agencyId]))
  },
  renew: async (people) => {
    // The token of his counterpart with us: for our own people, their own.
    const tokens = new Map(people.filter(isOurs).map(({ role, token }) => [role, token]))
    const taken = new Map<AtScreen, boolean>()
    for (const one of people) {
      const answer: unknown = await one.caller.socket
        .timeout(60_000)
        .emitWithAck('renew', tokens.get(one.role))
      taken.set(one, answer === true)
    }
    return (one, agencyId) => one.agencyId === agencyId && taken.get(one) === true
  },
}

export const isOurs = ({ agencyId }: AtScreen): boolean => agencyId === AGENCY
