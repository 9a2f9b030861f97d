import { afterEach, beforeEach, expect, it } from 'vitest'
import { createClosers, type Closers } from '#contracts/runtime/closers.ts'
import { startLoops } from '../../../worker/loops/all.ts'
import { until } from '../../world/client.ts'
import { testLog } from '../../world/platform.ts'
import { anIncident, aPartner, aVolunteer, incidentOf } from '../given.ts'
import { type Bench, openBench, twoEach } from '../world.ts'

let bench: Bench
let closers: Closers
beforeEach(async () => {
  bench = await openBench(twoEach)
  closers = createClosers({ log: testLog('loops') })
})
afterEach(async () => {
  await closers.closeAll()
  await bench.ctx.store.settled()
  await bench.close()
})

/** An incident that asks, and somebody who could be asked. */
const aSearch = async (): Promise<string> => {
  const { id: partnerId } = await aPartner(bench.ctx, { url: 'https://mitra.example/hook' })
  await aVolunteer(bench.ctx, { partnerId })
  const { id } = await anIncident(bench.ctx)
  await bench.ctx.store.settled()
  return id
}
const offersOf = async (id: string): Promise<number> => (await incidentOf(bench.ctx, id)).offers.length
const workerLives = async (): Promise<boolean> =>
  (await bench.ctx.store.models.leases.findById('worker').lean().exec()) !== null

it('a worker whose clock is off does nothing and gives no sign of life, so that it is missed; back in service it works', async () => {
  const id = await aSearch()
  let isOff = true
  const clock = { ...bench.ctx.clock, inService: () => !isOff }
  const loops = startLoops({ ...bench.ctx, clock }, closers)
  const passed = () => [loops.sweeper, loops.heartbeat].every(({ lastOkAt }) => lastOkAt !== undefined)
  await until('a pass of each', async () => passed())
  expect([await offersOf(id), await workerLives()]).toEqual([0, false])
  isOff = false
  loops.sweeper.wake()
  loops.heartbeat.wake()
  await until('somebody to be asked', async () => (await offersOf(id)) > 0)
  await until('a sign of life', workerLives)
})

it('what another worker is doing is left to it, and taken over when it does it no more', async () => {
  const id = await aSearch()
  const { cursors } = bench.ctx.store
  for (const name of ['sweeper', 'relay']) await cursors.lease(name, 'another', 600)
  const loops = startLoops(bench.ctx, closers)
  await until(
    'a pass',
    async () => loops.sweeper.lastOkAt !== undefined && loops.relay.lastOkAt !== undefined,
  )
  expect([
    await offersOf(id),
    await cursors.read(`relay:${(await incidentOf(bench.ctx, id)).agencyId}`),
  ]).toEqual([0, 0])
  for (const name of ['sweeper', 'relay']) await cursors.release(name, 'another')
  loops.sweeper.wake()
  await until('somebody to be asked', async () => (await offersOf(id)) > 0)
})
