import { readFile } from 'node:fs/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { finishCallback, planCallback } from '#contracts/domain/incident/commands/caller.ts'
import { cancel } from '#contracts/domain/incident/commands/finish.ts'
import { acknowledgeAlarm } from '#contracts/domain/incident/commands/notes.ts'
import { undeliverable } from '#contracts/domain/incident/commands/answer.ts'
import { plusSeconds } from '#contracts/domain/instant.ts'
import { setDuty, withdrawVolunteer } from '#contracts/domain/volunteer/commands.ts'
import { createClosers } from '#contracts/runtime/closers.ts'
import { createLogger } from '#contracts/runtime/log.ts'
import { createIncidentQueries } from '#contracts/store/incident-queries.ts'
import { openPlatform } from '#contracts/store/open.ts'
import type { Delivery } from '#contracts/store/documents.ts'
import { anchorLoop } from '../../../worker/loops/anchor.ts'
import { courierLoop } from '../../../worker/loops/courier.ts'
import { flusherLoop } from '../../../worker/loops/flusher.ts'
import type { LoopPlan } from '../../../worker/loops/plan.ts'
import { reconcilerLoop } from '../../../worker/loops/reconciler.ts'
import { relayLoop } from '../../../worker/loops/relay.ts'
import { stalledLoop } from '../../../worker/loops/stalled.ts'
import { sweeperLoop } from '../../../worker/loops/sweeper.ts'
import { runRound, wantedCursor } from '../../../worker/round/round.ts'
import { audit } from '../../world/audit.ts'
import { until } from '../../world/client.ts'
import { SERVER_KEY, testLog } from '../../world/platform.ts'
import { type Endpoint, openEndpoint } from '../endpoint.ts'
import { anIncident, aPartner, aVolunteer, change, incidentOf, op, volunteers } from '../given.ts'
import { onePass, type TakenUp } from '../pass.ts'
import { AGENCY, type Bench, openBench } from '../world.ts'

let bench: Bench
let endpoint: Endpoint
let partnerId: string
beforeEach(async () => {
  bench = await openBench()
  endpoint = await openEndpoint()
  partnerId = (await aPartner(bench.ctx, { url: endpoint.url })).id
})
afterEach(async () => {
  await bench.ctx.store.settled()
  expect((await audit(bench.ctx.connection)).faults).toEqual([])
  await bench.close()
  await endpoint.close()
})

const dies = async (): Promise<void> => {
  throw new Error('died between write and flush')
}

/** One pass; what it found undone. */
const pass = async (loop: LoopPlan, takenUp: TakenUp = {}): Promise<TakenUp> => {
  await onePass(loop, takenUp)
  await bench.ctx.store.settled()
  return takenUp
}
const noPlan = () => Promise.reject(new TypeError('no plan'))
const hourAgo = (): string => plusSeconds(bench.ctx.clock.now().toISOString(), -3600)

describe('the sweeper', () => {
  it('runs the round whose job got lost', async () => {
    await volunteers(bench.ctx, 2, { partnerId })
    const { id } = await anIncident(bench.ctx)
    await bench.ctx.store.settled()
    expect(await pass(sweeperLoop(bench.ctx))).toMatchObject({ dueTimes: 1 })
    expect((await incidentOf(bench.ctx, id)).offers).toHaveLength(2)
    expect(await pass(sweeperLoop(bench.ctx))).toEqual({})
  })

  it('ends duty that was until a moment, once, also when a round fails', async () => {
    const { ctx } = bench
    const [tonight = '', open = ''] = await volunteers(ctx, 2, { partnerId })
    await ctx.store.ledger.change('volunteer', tonight, op(), (state) =>
      state === null ? [] : setDuty(state, { duty: 'on', declaredArea: null, until: hourAgo() }),
    )
    await anIncident(ctx)
    await ctx.store.settled()
    await ctx.store.cursors.advance(wantedCursor(AGENCY), (await ctx.store.cursors.head(AGENCY)).seq)
    const failing = sweeperLoop({ ...ctx, planner: { ...ctx.planner, decide: noPlan } })
    const takenUp: TakenUp = {}
    await expect(pass(failing, takenUp)).rejects.toBeInstanceOf(Error)
    // What a pass did counts, also when it fails.
    expect(takenUp).toEqual({ dutiesEnded: 1 })
    expect(await pass(sweeperLoop(ctx))).toMatchObject({ rounds: 1 })
    const stateOf = async (id: string) => (await ctx.store.ledger.load('volunteer', id))?.state
    expect(await stateOf(tonight)).toMatchObject({ duty: 'off', dutyUntil: null })
    expect(await stateOf(open)).toMatchObject({ duty: 'on' })
    const ended = (await ctx.store.cursors.of(tonight)).filter(({ by }) => by.kind === 'system')
    expect(ended.map(({ data }) => data)).toEqual([{ duty: 'off', declaredArea: null }])
  })

  it('makes a promised call an alarm, also of a report that was cancelled, and it stands until somebody has called', async () => {
    const { ctx } = bench
    const { id } = await anIncident(ctx, { reporterId: 'rep_1' })
    const at = hourAgo()
    await change(ctx, id, (state) => planCallback(state, { at }))
    await change(ctx, id, (state) => cancel(state, { reason: null }))
    await until('it is due', async () => {
      await pass(sweeperLoop(ctx))
      return (await incidentOf(ctx, id)).alarms.length > 0
    })
    const alarm = `deadline:callback:${id}`
    expect((await incidentOf(ctx, id)).alarms).toMatchObject([{ id: alarm, acknowledgedAt: null }])
    expect(await pass(sweeperLoop(ctx))).not.toHaveProperty('dueTimes')
    await change(ctx, id, (state) => acknowledgeAlarm(state, { alarm }))
    const { withAlarms, endedWithCallback } = createIncidentQueries(ctx.store.models)
    const known = async () =>
      [await withAlarms(AGENCY), await endedWithCallback(AGENCY)].map((docs) => docs.map(({ _id }) => _id))
    expect(await known()).toEqual([[id], [id]])
    await change(ctx, id, (state) => finishCallback(state, { note: null }))
    expect(await known()).toEqual([[], []])
    expect((await incidentOf(ctx, id)).alarms).toEqual([])
  })

  it('runs a round that facts of volunteers called for', async () => {
    const { id } = await anIncident(bench.ctx)
    await bench.ctx.store.settled()
    await pass(relayLoop(bench.ctx))
    await pass(sweeperLoop(bench.ctx))
    expect((await incidentOf(bench.ctx, id)).needs).toMatchObject([{ status: 'stalled' }])
    const came = await aVolunteer(bench.ctx, { partnerId })
    await bench.ctx.store.settled()
    await pass(relayLoop(bench.ctx))
    expect(await pass(sweeperLoop(bench.ctx))).toMatchObject({ rounds: 1 })
    expect((await incidentOf(bench.ctx, id)).offers).toMatchObject([{ volunteerId: came }])
  })
})

describe('the stalled loop', () => {
  it('looks again for needs that found nobody', async () => {
    const { id } = await anIncident(bench.ctx)
    await runRound(bench.ctx, AGENCY)
    await aVolunteer(bench.ctx, { partnerId })
    expect(await pass(stalledLoop(bench.ctx))).toEqual({ lookedAgain: 1 })
    expect((await incidentOf(bench.ctx, id)).offers).toHaveLength(1)
    expect(await pass(stalledLoop(bench.ctx))).toEqual({})
  })
})

describe('the courier', () => {
  it('brings what is overdue, and what a sick partner does not take keeps nothing from another', async () => {
    const sick = await openEndpoint()
    sick.alwaysReply(() => undefined)
    const other = await aPartner(bench.ctx, { url: sick.url })
    await volunteers(bench.ctx, 3, { partnerId })
    await volunteers(bench.ctx, 3, { partnerId: other.id })
    await anIncident(bench.ctx, { needs: [{ quantity: 3 }] })
    await runRound(bench.ctx, AGENCY)
    await pass(relayLoop(bench.ctx))
    const courier = courierLoop(bench.ctx)
    const partnersOf = async (state: Delivery['state']) => {
      const found = await bench.ctx.store.models.deliveries.find({ state }).lean<Delivery[]>().exec()
      return found.map((delivery) => delivery.partnerId)
    }
    await until('the healthy partner to have all', async () => {
      await onePass(courier)
      return (await partnersOf('delivered')).length === 3
    })
    expect(endpoint.received).toHaveLength(3)
    expect(await partnersOf('pending')).toEqual([other.id, other.id, other.id])
    sick.alwaysReply(200)
    await sick.close()
  })
})

describe('the flusher', () => {
  it('gives facts their place that a dead process has left', async () => {
    const log = testLog('dying')
    const closers = createClosers({ log })
    const dying = await openPlatform({
      ...bench.home,
      name: 'dying',
      serverKey: SERVER_KEY,
      log,
      closers,
      atPoint: dies,
    })
    const { id } = await anIncident({ ...bench.ctx, store: dying.store })
    await closers.closeAll()
    const pending = async () => (await bench.ctx.store.ledger.load('incident', id))!.pending
    expect((await pending()).length).toBeGreaterThan(3)
    await until('a place for each fact', async () => {
      const { filesFlushed } = await pass(flusherLoop(bench.ctx))
      return filesFlushed === 1
    })
    expect(await pending()).toEqual([])
  })
})

describe('the reconciler', () => {
  it('frees who is bound to an offer that never was, and nobody who is bound', async () => {
    const [busy] = await volunteers(bench.ctx, 1, { partnerId, personKey: 'busy' })
    const { id } = await anIncident(bench.ctx)
    await runRound(bench.ctx, AGENCY)
    const { claims, models, ledger } = bench.ctx.store
    const { version } = (await ledger.load('incident', id))!
    const at = hourAgo()
    const lost = {
      agencyId: AGENCY,
      incidentId: id,
      offerId: 'of_never',
      volunteerId: 'vol_x',
      base: version,
      at,
    }
    await claims.take({ _id: 'lost', ...lost })
    await claims.take({
      _id: 'fresh',
      ...lost,
      offerId: 'of_on_its_way',
      at: bench.ctx.clock.now().toISOString(),
    })
    await models.claims.updateMany({ _id: 'busy' }, { $set: { at } }).exec()
    expect(await pass(reconcilerLoop(bench.ctx))).toEqual({ claimsFreed: 1 })
    expect(bench.ctx.store.counts()).toMatchObject({ claim_fenced: 1 })
    expect([...(await claims.boundAmong(['busy', 'lost', 'fresh'])).keys()].sort()).toEqual(['busy', 'fresh'])
    expect((await incidentOf(bench.ctx, id)).offers).toMatchObject([{ volunteerId: busy }])
    await models.claims.deleteOne({ _id: 'fresh' }).exec()
  })

  it('frees whoever is bound to an incident that nobody knows', async () => {
    const { claims } = bench.ctx.store
    const gone = {
      agencyId: AGENCY,
      incidentId: 'inc_gone',
      offerId: 'of_gone',
      volunteerId: 'vol_y',
      base: 1,
    }
    await claims.take({ _id: 'stray', ...gone, at: hourAgo() })
    expect(await pass(reconcilerLoop(bench.ctx))).toEqual({ claimsFreed: 1 })
    expect((await claims.boundAmong(['stray'])).size).toBe(0)
  })

  it('frees whoever is bound to an offer that is over', async () => {
    const [ended] = await volunteers(bench.ctx, 1, { partnerId, personKey: 'ended' })
    const { id } = await anIncident(bench.ctx)
    await runRound(bench.ctx, AGENCY)
    const { claims, ledger, models, settled } = bench.ctx.store
    const [offer] = (await incidentOf(bench.ctx, id)).offers
    if (offer === undefined) throw new Error('nobody was asked')
    // By the ledger alone: whoever wrote it died before he freed the person.
    const op = { opId: 'ended-and-died', agencyId: AGENCY, by: { kind: 'system', id: 'test' } } as const
    await ledger.change('incident', id, op, (state) => (state === null ? [] : undeliverable(state, offer.id)))
    await settled()
    expect((await claims.boundAmong(['ended'])).size).toBe(1)
    await models.claims.updateMany({ _id: 'ended' }, { $set: { at: hourAgo() } }).exec()
    expect(await pass(reconcilerLoop(bench.ctx))).toEqual({ claimsFreed: 1 })
    expect((await claims.boundAmong(['ended'])).size).toBe(0)
    const facts = await bench.ctx.store.cursors.of(id)
    expect(facts.map(({ type }) => type)).toContain('offer.expired')
    expect(facts.find(({ type }) => type === 'offer.expired')?.data['volunteerId']).toBe(ended)
  })
})

describe('the anchor', () => {
  it('is written when facts came, once, and stands in the log also when its file takes nothing', async () => {
    await anIncident(bench.ctx)
    const [left = ''] = await volunteers(bench.ctx, 2, { partnerId })
    await bench.ctx.store.ledger.change('volunteer', left, op(), (state) =>
      state === null ? [] : withdrawVolunteer(state, false),
    )
    await bench.ctx.store.settled()
    const { seq, hash } = await bench.ctx.store.cursors.head(AGENCY)
    const logged: string[] = []
    const log = createLogger({ name: 'w', level: 'info', stream: { write: (line) => logged.push(line) } })
    const config = { ...bench.ctx.config, anchorFile: '/nowhere/anchor.log' }
    await expect(pass(anchorLoop({ ...bench.ctx, log, config }))).rejects.toThrow('ENOENT')
    expect(logged.map((line) => JSON.parse(line) as unknown)).toMatchObject([{ msg: 'anchor', seq, hash }])

    const loop = anchorLoop(bench.ctx)
    await pass(loop)
    await pass(loop)
    const lines = (await readFile(bench.ctx.config.anchorFile, 'utf8')).trim().split('\n')
    expect(lines.map((line) => JSON.parse(line) as unknown)).toMatchObject([
      { agencyId: AGENCY, seq, hash, left: [left] },
    ])
  })
})
