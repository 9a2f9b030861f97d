import { note } from '#contracts/domain/incident/commands/notes.ts'
import type { Role } from '#contracts/domain/roles.ts'
import { findUnplaced } from '#contracts/store/unplaced.ts'
import { expect } from 'vitest'
import { op } from '../../contracts/store/given.ts'
import { client, until } from '../../world/client.ts'
import { PASSWORD, type ApiWorld } from '../api-world.ts'
import { differences } from './differences.ts'
import { openScreen, orderFaults, storyOf, type Screen } from './screen.ts'

/** Roles that may see every fact there is. */
const seesAll = new Set<Role>(['supervisor', 'kalak', 'admin'])

const isLive = (screen: Screen) =>
  until('the screen is live', async () => screen.link() === 'live' && screen.city() !== null)

/** A world without a worker: what a killed process wrote and did not place is placed here, as the worker's flusher does. */
const allPlaced = async ({ store, clock }: ApiWorld['context']): Promise<boolean> => {
  const left = await findUnplaced(store.models, clock.now().toISOString())
  for (const { kind, id } of left) await store.flush(kind, id)
  return left.length === 0
}

/** The control room of a world: screens of all roles, at this process or another. */
export const openHouse = (world: ApiWorld) => {
  const open: { screen: Screen; role: Role }[] = []

  const tokenOf = async (role: Role): Promise<string> =>
    (await client(world.url, null).call('login', { body: { login: role, password: PASSWORD } })).accessToken

  /** Opens a screen and does not wait for it. */
  const enter = (role: Role, token: string, url = world.url): Screen => {
    const screen = openScreen(url, async () => token)
    open.push({ screen, role })
    return screen
  }

  const watch = async (role: Role, url = world.url): Promise<Screen> => {
    const screen = enter(role, await tokenOf(role), url)
    await isLive(screen)
    return screen
  }

  return {
    tokenOf,
    enter,
    watch,
    isLive,
    screens: () => open.map(({ screen }) => screen),

    /** A note to an incident, written here. */
    noted: (id: string, n: number) =>
      world.context.store.incidents.change(id, op(), (state) =>
        note(state, { textId: `txt_${n}`, digest: 'd', about: 'note' }),
      ),

    /** Facts that say nothing and weigh much: `count` of `bytes` each, in one write. */
    heavy: (id: string, count: number, bytes: number) =>
      world.context.store.incidents.change(id, op(), () =>
        Array.from(
          { length: count },
          () => ({ type: 'test.ballast', data: { ballast: 'x'.repeat(bytes) } }) as never,
        ),
      ),

    /** Every screen that is open shows what the database holds, within 5 s of quiet, and was told each fact once. */
    mustBeWhole: async (): Promise<void> => {
      await world.settled()
      const { connection, store } = world.context
      await until('nothing waits for its place', () => allPlaced(world.context))
      const { seq } = await store.cursors.head('5371')
      for (const { screen, role } of open) {
        await until(`${role} has heard all of ${seq}`, async () => screen.seq() >= seq, 5)
        const volunteers = role !== 'pimpinan'
        const found = await differences(screen.city(), connection, { volunteers })
        const stories = found.map((difference) => storyOf(screen, difference.split(':')[0] ?? ''))
        expect(found, stories.join('\n\n')).toEqual([])
        expect(orderFaults(screen, { all: seesAll.has(role) })).toEqual([])
      }
    },

    leave: (): void => {
      for (const { screen } of open.splice(0)) screen.close()
    },
  }
}
export type House = ReturnType<typeof openHouse>
