import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { heartbeatLoop } from '../../../worker/loops/heartbeat.ts'
import { onePass } from '../pass.ts'
import { type Bench, openBench } from '../world.ts'

let bench: Bench
beforeEach(async () => {
  bench = await openBench()
})
afterEach(async () => bench.close())

const until = async () => (await bench.ctx.store.models.leases.findById('worker').lean().exec())?.until ?? ''
const lives = async () => (await until()) > bench.ctx.clock.now().toISOString()

describe('the heartbeat', () => {
  it('is not taken back by a clean end: whoever comes after it has time to begin', async () => {
    await onePass(heartbeatLoop(bench.ctx))
    await bench.ctx.leases.releaseAll()
    expect(await lives()).toBe(true)
  })

  it('is given by every worker, whoever gave it first, and never shortened', async () => {
    const { heartbeats, clock } = bench.ctx
    const dead = new Date(clock.now().getTime() + 500).toISOString()
    await heartbeats.beat('worker', 'wrk_dead', dead)
    await onePass(heartbeatLoop(bench.ctx))
    const ours = await until()
    expect(ours > dead).toBe(true)
    await heartbeats.beat('worker', 'wrk_slow', dead)
    expect(await until()).toBe(ours)
  })

  it('is not taken back by the end of a worker of the release before, which held it as a lease', async () => {
    const { cursors } = bench.ctx.store
    await cursors.lease('worker', 'wrk_before', 15)
    await onePass(heartbeatLoop(bench.ctx))
    await cursors.release('worker', 'wrk_before')
    expect(await lives()).toBe(true)
  })
})
