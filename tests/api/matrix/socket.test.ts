import { afterAll, beforeAll, expect, it } from 'vitest'
import type { EntityKind } from '#contracts/domain/fact.ts'
import { roles } from '#contracts/domain/roles.ts'
import { setUserStatus } from '#contracts/domain/user/user.ts'
import type { RouteName } from '#contracts/wire/routes/all.ts'
import { op } from '../../contracts/store/given.ts'
import { client, until } from '../../world/client.ts'
import { AGENCY, startApiWorld, type ApiWorld } from '../api-world.ts'
import { aReport, given } from '../given.ts'
import { rows } from '../rows/all.ts'
import type { Row } from '../rows/row.ts'
import {
  everybodyAtScreens,
  heededOf,
  isOurs,
  PATIENCE_S,
  PLACE,
  sentOf,
  type AtScreen,
  type BothSights,
} from './at-screens.ts'
import { connects, isHeard, isHeeded, isHeld, isSent, ofOthers } from './at-the-socket.ts'
import { letters, maySee } from './expected.ts'
import { NEIGHBOUR, neighbourLogin, openNextDoor, tokenOf } from './neighbours.ts'

/** The order that leaves a fact of each kind. */
const wayTo: Record<EntityKind, RouteName> = {
  incident: 'reportIncident',
  volunteer: 'registerVolunteer',
  partner: 'createPartner',
  user: 'createUser',
  zone: 'drawZone',
  policy: 'changePolicy',
  procedure: 'changeProcedure',
  shift: 'startShift',
}

let world: ApiWorld
let both: BothSights
let people: AtScreen[] = []
/** Those who are in. */
let inside: AtScreen[] = []

const does = async (name: RouteName): Promise<unknown> => {
  const row: Row = rows[name]
  return (await world.as(row.role)).call(name, await row.good(given(world)))
}
const seen = async (agencyId: string, login: string) => {
  const operator = client(world.url, await tokenOf(world, login))
  const { incident } = await operator.call('reportIncident', { body: aReport })
  const volunteerId = `vol_${agencyId}`
  await world.context.presence.keep(agencyId, new Map([[volunteerId, PLACE]]))
  const head = async () => (await world.context.store.cursors.head(agencyId)).seq
  return { incidentId: incident.id, volunteerId, head }
}

beforeAll(async () => {
  world = await startApiWorld()
  await openNextDoor(world)
  both = {
    [AGENCY]: await seen(AGENCY, 'operator'),
    [NEIGHBOUR]: await seen(NEIGHBOUR, neighbourLogin('operator')),
  }
  await does(wayTo.volunteer)
  await does(wayTo.zone)
  await world.settled()
  people = await everybodyAtScreens(world)
  inside = people.filter(({ caller }) => caller.socket.connected)
})
afterAll(async () => {
  for (const { caller } of people) caller.socket.disconnect()
  await world.stop()
})

const nameOf = ({ role, agencyId }: AtScreen): string => `${role} of ${agencyId}`
const shown = (some: readonly AtScreen[]): string[] => some.map(nameOf).toSorted()
/** Waits until it is so of all whom the row names; then of nobody else. */
const isSoOf = async (what: string, expected: readonly AtScreen[], isSo: (one: AtScreen) => boolean) => {
  for (const one of expected) await until(`${what}: ${nameOf(one)}`, async () => isSo(one), PATIENCE_S)
  expect([what, ...shown(people.filter(isSo))]).toEqual([what, ...shown(expected)])
}
const named = (row: string): AtScreen[] => people.filter(({ role }) => maySee(row, role))
const ours = (row: string): AtScreen[] => named(row).filter(isOurs)
const theirs = (row: string): AtScreen[] => named(row).filter((one) => !isOurs(one))

it('lets in whom it should', async () => {
  expect(shown(inside)).toEqual(shown(named(connects)))
})

it.each(Object.entries(isHeld))(
  'a snapshot holds %s of our own for those who may see them',
  async (part, row) => {
    for (const { caller } of inside)
      await until('a snapshot', async () => caller.snapshots.length > 0, PATIENCE_S)
    const has = ({ caller }: AtScreen): boolean =>
      caller.snapshots.some((one) => (one[part as keyof typeof isHeld] ?? []).length > 0)
    // Next door there is one incident, and nothing else.
    await isSoOf(part, part === 'incidents' ? named(row) : ours(row), has)
  },
)

const hears = (kind: EntityKind) => (one: AtScreen) =>
  isOurs(one) && one.caller.frames.some(({ facts }) => facts.some((fact) => fact.kind === kind))
it('tells the facts of each kind to those who may hear them, and none of another agency', async () => {
  for (const name of Object.values(wayTo)) await does(name)
  const neighbour = client(world.url, await tokenOf(world, neighbourLogin('operator')))
  await neighbour.call('reportIncident', { body: aReport })
  await world.settled()
  for (const { agencyId, caller } of inside) {
    const seq = await both[agencyId as keyof BothSights].head()
    await until('he has heard all', async () => (caller.frames.at(-1)?.to ?? 0) >= seq, PATIENCE_S)
  }
  for (const [kind, row] of Object.entries(isHeard)) await isSoOf(kind, ours(row), hears(kind as EntityKind))
})

it.each(Object.keys(isHeeded) as (keyof typeof isHeeded)[])('%s: something comes of it', async (event) => {
  const cameOf = await heededOf[event](inside, both)
  await isSoOf(`${event}, ours`, ours(isHeeded[event]), (one) => cameOf(one, AGENCY))
  await isSoOf(`${event}, next door`, ofOthers[event] === 'cut' ? theirs(isHeeded[event]) : [], (one) =>
    cameOf(one, NEIGHBOUR),
  )
})

const events = Object.keys(isSent) as (keyof typeof isSent)[]
it('is sent each event, and of his own agency only', async () => {
  for (const one of inside.filter((each) => !isOurs(each)))
    one.caller.socket.emit('look', { incidentId: both[NEIGHBOUR].incidentId })
  await until(
    'those next door see one another',
    async () => theirs(isSent.lookers).every((one) => sentOf.lookers(one, NEIGHBOUR, both, {})),
    PATIENCE_S,
  )
  const heads = { [AGENCY]: await both[AGENCY].head(), [NEIGHBOUR]: await both[NEIGHBOUR].head() }
  expect(heads[AGENCY]).toBeGreaterThan(heads[NEIGHBOUR])
  const sent = async (event: keyof typeof isSent): Promise<void> => {
    const isSentOf = (agencyId: keyof BothSights) => (one: AtScreen) =>
      sentOf[event](one, agencyId, both, heads)
    await isSoOf(`${event} of ours`, ours(isSent[event]), isSentOf(AGENCY))
    await isSoOf(`${event} of theirs`, theirs(isSent[event]), isSentOf(NEIGHBOUR))
  }
  for (const event of events.filter((one) => one !== 'farewell')) await sent(event)
  // The only word that ends a connection comes last; nobody was told to go before.
  expect(inside.flatMap(({ caller }) => caller.farewells)).toEqual([])
  for (const { userId, agencyId } of inside)
    await world.context.store.ledger.change('user', userId, { ...op(), agencyId }, (state) =>
      state === null ? [] : setUserStatus(state, 'disabled'),
    )
  await sent('farewell')
})

it('counts its cells', () => {
  const rowsOfRoles = [
    connects,
    ...[isSent, isHeeded, isHeld, isHeard].flatMap((table) => Object.values(table)),
  ]
  expect(new Set(rowsOfRoles.map((row) => row.length))).toEqual(new Set([Object.keys(letters).length]))
  const lines = rowsOfRoles.length + Object.keys(ofOthers).length
  console.log(`matrix of the socket: ${lines} rows x ${roles.length} roles = ${lines * roles.length} cells`)
})
