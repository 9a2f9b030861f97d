import { afterEach, describe, expect, it } from 'vitest'
import { defaultMatchPolicy } from '#contracts/domain/policy/defaults.ts'
import { aReport } from '../api/given.ts'
import { startApiWorld, type ApiWorld } from '../api/api-world.ts'
import { openEndpoint } from '../worker/endpoint.ts'
import { anIncident, aPartner, incidentOf, volunteers } from '../worker/given.ts'
import { AGENCY, openBench, runWorker, type Bench } from '../worker/world.ts'
import { audit } from '../world/audit.ts'
import { until } from '../world/client.ts'
import { newHome } from '../world/platform.ts'
import { openProxy } from '../world/proxy.ts'
import { expectWithin, tookMs, within } from './in-time.ts'

/** The bounds are those of the product, in ms, and held against what the same took undisturbed (`in-time.ts`). */
const HANGS_MS = 3000
const LATE_MS = 15_000
const ENDS_MS = 10_000
const ENDS_WITHIN_MS = 150_000
const closing: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

/** A home whose way to Redis can be frozen: connected, and silent. */
const throughProxy = async () => {
  const home = newHome()
  const proxy = await openProxy(home.redisUrl)
  closing.push(proxy.close)
  return { home: { ...home, redisUrl: proxy.via(home.redisUrl) }, proxy }
}
const openApi = async (home: { redisUrl: string }): Promise<ApiWorld> => {
  const world = await startApiWorld(home)
  closing.push(world.stop)
  return world
}
const openBenchAt = async (home: Parameters<typeof openBench>[1]): Promise<Bench> => {
  const bench = await openBench(undefined, home)
  closing.push(bench.close)
  return bench
}

describe('while Redis is frozen', { timeout: ENDS_WITHIN_MS }, () => {
  it('no producer hangs, and intake answers', async () => {
    const { home, proxy } = await throughProxy()
    const world = await openApi(home)
    const bench = await openBenchAt(home)
    const operator = await world.as('operator')
    await world.as('supervisor')
    await until('Redis', async () => world.context.redis.status === 'ready')

    const now = new Date().toISOString()
    const fix = { lat: -10.17, lng: 123.6, accuracyM: 10, at: now }
    const enqueue = () =>
      Promise.all([
        bench.ctx.queues.enqueue('match', { agencyId: AGENCY, seq: 1 }),
        bench.ctx.queues.enqueue('due', { agencyId: AGENCY, incidentId: 'inc_1', at: now }),
        bench.ctx.queues.enqueue('deliver', { deliveryId: 'dlv_1', attempt: 0 }),
      ])
    const keep = () => bench.ctx.presence.keep(AGENCY, new Map([['vol_1', fix]])).catch(() => undefined)
    const report = () => operator.call('reportIncident', { body: aReport })
    const alarms = () => operator.call('listAlarms')
    const calm = {
      enqueue: await tookMs(enqueue),
      keep: await tookMs(keep),
      report: await tookMs(report),
      alarms: await tookMs(alarms),
    }
    proxy.stall()

    expect(await within('adding jobs', HANGS_MS, calm.enqueue, enqueue)).toEqual([false, false, false])
    await within('keeping a position', HANGS_MS, calm.keep, keep)
    const { incident } = await within('a report', HANGS_MS, calm.report, report)
    await within('the alarms', HANGS_MS, calm.alarms, alarms)
    const { incident: read } = await operator.call('getIncident', { params: { id: incident.id } })
    expect(read).toEqual(incident)
  })

  it('reset again and again, it delays intake no more than when it is away', async () => {
    const { home, proxy } = await throughProxy()
    const world = await openApi(home)
    const operator = await world.as('operator')
    const report = () => operator.call('reportIncident', { body: aReport })
    const calmMs = await tookMs(report)
    proxy.refuse()
    proxy.cut()
    for (const n of [1, 2, 3]) await within(`report ${n}`, HANGS_MS, calmMs, report)
    proxy.admit()
    await until('Redis', async () => world.context.redis.status === 'ready')
  })
})

describe('two workers', { timeout: ENDS_WITHIN_MS }, () => {
  it('told to end in the middle of its work, one hands everything over to the other', async () => {
    const bench = await openBenchAt(newHome())
    const endpoint = await openEndpoint()
    closing.push(endpoint.close)
    const policy = { ...defaultMatchPolicy, overAsk: 2 }
    const first = await runWorker(bench.home, { policy })
    const second = await runWorker(bench.home, { policy })
    closing.push(second.close)
    const { id: partnerId } = await aPartner(bench.ctx, { url: endpoint.url })
    await volunteers(bench.ctx, 12, { partnerId })
    const incidents = await Promise.all([1, 2, 3, 4].map(() => anIncident(bench.ctx)))
    const calmMs = await tookMs(() =>
      until('the first message', async () => endpoint.of('offer.created').length > 0),
    )
    expectWithin('the end of a worker', await tookMs(() => first.close()), ENDS_MS, calmMs)
    incidents.push(await anIncident(bench.ctx))
    const restMs = await tookMs(() =>
      until('ten messages', async () => endpoint.of('offer.created').length === 10, 90),
    )
    expectWithin('everybody asked by the other', restMs, LATE_MS, calmMs)
    const states = await Promise.all(incidents.map(({ id }) => incidentOf(bench.ctx, id)))
    expect(states.map(({ offers }) => offers.length)).toEqual([2, 2, 2, 2, 2])
    await bench.ctx.store.settled()
    await until(
      'a ledger without a fault',
      async () => {
        const { faults } = await audit(bench.ctx.connection)
        return faults.length === 0
      },
      90,
    )
  })
})
