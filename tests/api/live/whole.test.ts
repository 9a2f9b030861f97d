import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import type { Role } from '#contracts/domain/roles.ts'
import { routes } from '#contracts/wire/routes/all.ts'
import { client, type Answer, type Client } from '../../world/client.ts'
import { newHome } from '../../world/platform.ts'
import { openProxy, type Proxy } from '../../world/proxy.ts'
import { startApiWorld, type ApiWorld } from '../api-world.ts'
import { aReport } from '../given.ts'
import { startApiProcess, type ApiProcess } from './api-process.ts'
import { openHouse, type House } from './house.ts'
import { PATIENCE_MS, seeded } from './seed.ts'

const STEPS = Number(process.env['LIVE_STEPS'] ?? 60)
const { reportIncident } = routes
const roles: Role[] = ['supervisor', 'operator', 'pimpinan', 'admin']

/** A process of the api, and the wire by which its screens reach it. */
interface Side {
  api: ApiProcess
  wire: Proxy
  operator: Client
  coordinator: Client
}
const killed = async ({ api }: Side): Promise<void> => {
  await api.kill()
  await api.start()
}

let world: ApiWorld
let house: House
let sides: Side[]
const tokens = new Map<Role, string>()

beforeAll(async () => {
  const home = newHome()
  world = await startApiWorld(home)
  house = openHouse(world)
  for (const role of [...roles, 'coordinator'] as const) tokens.set(role, await house.tokenOf(role))
  const aSide = async (): Promise<Side> => {
    const api = await startApiProcess(home)
    const as = (role: Role) => client(api.url, tokens.get(role) ?? '')
    return { api, wire: await openProxy(api.url), operator: as('operator'), coordinator: as('coordinator') }
  }
  sides = await Promise.all([aSide(), aSide()])
})
afterEach(() => house.leave())
afterAll(async () => {
  for (const { api, wire } of sides) {
    await api.kill()
    await wire.close()
  }
  await world.stop()
})

it(
  'after quiet every screen equals the database, whatever was written, cut, stalled and killed before',
  seeded('the folded state equals the database', async (chance) => {
    const known: string[] = []
    const seen = { written: 0, unanswered: 0, cuts: 0, stalls: 0, kills: 0 }
    const underWay: Promise<void>[] = []
    const pick = <T>(items: readonly T[]): T => {
      const one = items[chance.int(items.length)]
      if (one === undefined) throw new Error('nothing to pick from')
      return one
    }

    const write = ({ operator, coordinator }: Side): (() => Promise<Answer<unknown>>) => {
      const kind = known.length === 0 ? 0 : chance.int(6)
      const params = { id: known.length === 0 ? '' : pick(known) }
      if (kind < 2)
        return async () => {
          const answer = await operator.try('reportIncident', { body: aReport })
          if (answer.status === 201) known.push(reportIncident.response.parse(answer.body).incident.id)
          return answer
        }
      if (kind === 2) {
        const person = { displayName: 'Contoh Bria', plate: 'DH 1 AA', vehicle: 'motorcycle' }
        const phone = `+62812${10_000_000 + chance.int(80_000_000)}`
        return () => coordinator.try('registerVolunteer', { body: { ...person, phone } })
      }
      if (kind === 3) return () => operator.try('verifyIncident', { params, body: {} })
      if (kind === 4) return () => operator.try('cancelIncident', { params, body: { reason: 'Sudah reda.' } })
      return () => operator.try('noteIncident', { params, body: { text: 'Air masih naik.' } })
    }
    const send = async (deed: () => Promise<Answer<unknown>>): Promise<void> => {
      try {
        const { status } = await deed()
        // Down, or not up again yet.
        if (status < 500) seen.written += 1
        else seen.unanswered += 1
      } catch (error) {
        // The process was killed under it, or is down.
        if (!(error instanceof TypeError)) throw error
        seen.unanswered += 1
      }
    }

    const enter = ({ api, wire }: Side): void => {
      const role = pick(roles)
      house.enter(role, tokens.get(role) ?? '', wire.via(api.url))
    }
    // Two screens on each side: whichever process is killed, somebody is cut.
    for (const side of [...sides, ...sides]) enter(side)
    for (let step = 0; step < STEPS; step += 1) {
      const side = pick(sides)
      const what = chance.int(12)
      if (step === Math.floor(STEPS / 3)) {
        seen.kills += 1
        underWay.push(killed(side))
      } else if (what === 0) enter(side)
      else if (what === 1) {
        side.wire.cut()
        seen.cuts += 1
      } else if (what === 2) {
        side.wire.stall()
        seen.stalls += 1
      } else if (what === 3) side.wire.resume()
      else {
        const sent = send(write(side))
        underWay.push(sent)
        // Some at once, some one after the other.
        if (chance.int(2) === 0) await sent
      }
    }
    for (const { wire } of sides) wire.resume()
    await Promise.all(underWay)
    for (const screen of house.screens()) await house.isLive(screen)
    await house.mustBeWhole()

    console.log(`live: ${JSON.stringify({ ...seen, screens: house.screens().length })}`)
    // While a process is down its writes go unanswered, more of them the slower it starts.
    expect(seen.written).toBeGreaterThan(STEPS / 10)
    expect(house.screens().some(({ links }) => links.includes('cut'))).toBe(true)
    house.leave()
  }),
  PATIENCE_MS,
)
