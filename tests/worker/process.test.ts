import { once } from 'node:events'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { audit } from '../world/audit.ts'
import { until } from '../world/client.ts'
import { type Endpoint, openEndpoint } from './endpoint.ts'
import { anIncident, aPartner, incidentOf, volunteers } from './given.ts'
import { spawnWorker } from './spawn.ts'
import { type Bench, openBench, runWorker } from './world.ts'

let bench: Bench
let endpoint: Endpoint
beforeEach(async () => {
  bench = await openBench()
  endpoint = await openEndpoint()
})
afterEach(async () => {
  await bench.ctx.store.settled()
  await bench.close()
  await endpoint.close()
})

describe('the worker process', () => {
  it('tells its parent when it is ready, and ends in order when told to', async () => {
    const { child, ended } = spawnWorker(bench)
    expect((await once(child, 'message'))[0]).toEqual({ ready: true })
    child.kill('SIGTERM')
    expect(await ended).toEqual([0, null])
  })

  it('says what is wrong with its environment', async () => {
    const { ended, said } = spawnWorker(bench, { MONGODB_URI: '', SERVER_KEY: 'short' })
    expect((await ended)[0]).toBe(1)
    expect(said()).toMatch(/MONGODB_URI: missing[\s\S]*SERVER_KEY: at least 32 characters/)
  })

  it.each(['written', 'relayed', 'posted'])(
    'killed when it has %s leaves nothing undone and nothing done twice',
    async (point) => {
      const dying = spawnWorker(bench, { AT_POINT: point })
      const { id: partnerId } = await aPartner(bench.ctx, { url: endpoint.url })
      await volunteers(bench.ctx, 4, { partnerId })
      const { id } = await anIncident(bench.ctx)
      expect(await dying.ended).toEqual([null, 'SIGKILL'])
      expect(dying.said()).toContain(`at point ${point}, time 1`)

      const worker = await runWorker(bench.home)
      await until('every offer at the partner, and recorded', async () => {
        const { models } = bench.ctx.store
        const { offers } = await incidentOf(bench.ctx, id)
        const delivered = await models.deliveries.countDocuments({ state: 'delivered' }).exec()
        return offers.length > 0 && delivered === offers.length
      })
      await worker.close()
      // He may have died with a claim in his hands for which nothing was written: the reconciler's turn, without the wait.
      const { claims } = bench.ctx.store
      for (const claim of await claims.olderThan(new Date().toISOString())) await claims.free(claim)
      const { offers } = await incidentOf(bench.ctx, id)
      const ids = new Set(endpoint.received.map(({ headers }) => headers['webhook-id']))
      expect(ids.size).toBe(offers.length)
      expect((await audit(bench.ctx.connection)).faults).toEqual([])
    },
  )
})
