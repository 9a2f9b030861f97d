import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { client, until } from '../../world/client.ts'
import { newHome } from '../../world/platform.ts'
import { startApiWorld, type ApiWorld } from '../api-world.ts'
import { anAskingIncident } from '../../contracts/store/given.ts'
import { aReport } from '../given.ts'
import { startApiProcess, type ApiProcess } from './api-process.ts'
import { openHouse, type House } from './house.ts'
import type { Screen } from './screen.ts'

/** Two api processes on one MongoDB and one Redis; the world's own one only seeds and audits. */
let world: ApiWorld
let house: House
let first: ApiProcess
let second: ApiProcess
beforeAll(async () => {
  const home = newHome()
  world = await startApiWorld(home)
  house = openHouse(world)
  ;[first, second] = await Promise.all([startApiProcess(home), startApiProcess(home)])
})
afterEach(() => house.leave())
afterAll(async () => {
  await Promise.all([first.kill(), second.kill()])
  await world.stop()
})

it('a screen at one process sees what is written through the other, and the reverse', async () => {
  const token = await house.tokenOf('operator')
  const [a, b] = [await house.watch('supervisor', first.url), await house.watch('supervisor', second.url)]
  for (const { url } of [first, second]) {
    const { incident } = await client(url, token).call('reportIncident', { body: aReport })
    await until('both see it', async () => [a, b].every((one) => one.city()?.incidents.has(incident.id)))
  }
  await house.mustBeWhole()
})

/** Which file, and who else has it open. */
const seen = (screen: Screen): string => {
  const told = screen.lookers()
  return `${told?.incidentId} ${told?.people.map(({ role, displayName }) => `${role}=${displayName}`).join()}`
}

it('shows who else has the same incident open, at whichever process, until he looks away, leaves or is no user any more', async () => {
  const token = await house.tokenOf('operator')
  const [one, other] = await Promise.all(
    [0, 1].map(
      async () => (await client(first.url, token).call('reportIncident', { body: aReport })).incident.id,
    ),
  )
  const [operator, sameOperator, supervisor, mayor] = [
    await house.watch('operator', first.url),
    await house.watch('operator', second.url),
    await house.watch('supervisor', second.url),
    await house.watch('pimpinan', first.url),
  ]
  for (const screen of [operator, sameOperator, supervisor]) screen.look(one ?? '')
  mayor.look(other ?? '')
  await until('they see each other, and nobody sees himself', async () =>
    [operator, sameOperator].every((screen) => seen(screen) === `${one} supervisor=Contoh supervisor`),
  )
  await until(
    'one person at two screens is one',
    async () => seen(supervisor) === `${one} operator=Contoh operator`,
  )
  await until('who looks at another file sees nobody here', async () => seen(mayor) === `${other} `)

  supervisor.look('inc_of_another_agency')
  await until('he looked away', async () => seen(operator) === `${one} `)
  supervisor.look(one ?? '')
  await until('he is back', async () => seen(operator) === `${one} supervisor=Contoh supervisor`)
  supervisor.close()
  await until('he has left', async () => seen(operator) === `${one} `)
  await until('nothing of him is kept', async () => {
    const held = Object.values(await world.context.redis.hgetall(world.context.keys.lookers('5371')))
    return held.every((sign) => !sign.includes('supervisor'))
  })
})

it('a process killed in the middle of writing: its screens come back by their cursors and miss nothing, the others never notice', async () => {
  const token = await house.tokenOf('operator')
  const hit = [await house.watch('supervisor', first.url), await house.watch('operator', first.url)]
  const spared = await house.watch('supervisor', second.url)
  const burst = { on: true, written: 0 }
  const written = (async () => {
    while (burst.on) {
      await client(second.url, token).call('reportIncident', { body: aReport })
      burst.written += 1
    }
  })()
  const more = async (count: number): Promise<void> => {
    const enough = burst.written + count
    await until('more was written', async () => burst.written >= enough)
  }
  await more(5)
  await first.kill()
  await more(5)
  await until('the screens say so', async () => hit.every((screen) => screen.link() === 'cut'))
  expect(spared.link()).not.toBe('cut')
  await first.start()
  for (const screen of hit) await house.isLive(screen)
  burst.on = false
  await written
  await house.mustBeWhole()
  // One snapshot, at the beginning: the rest came by the cursor.
  for (const screen of hit) expect(screen.heard.filter((message) => 'seq' in message)).toHaveLength(1)
  // Behind for a moment on a crowded machine it may be; its own line never broke.
  expect(spared.links).not.toContain('cut')
})

it('a process that is told to stop says so to its screens, and ends in order while they are connected', async () => {
  const screens = [await house.watch('supervisor', first.url), await house.watch('operator', first.url)]
  expect(await first.stop()).toBe(0)
  await until('the farewell', async () => screens.every(({ farewells }) => farewells.includes('closing')))
  await first.start()
  await anAskingIncident(world.context)
  for (const screen of screens) await house.isLive(screen)
  await house.mustBeWhole()
})
