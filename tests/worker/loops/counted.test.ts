import { afterEach, beforeEach, expect, it } from 'vitest'
import { cancel } from '#contracts/domain/incident/commands/finish.ts'
import { plusSeconds } from '#contracts/domain/instant.ts'
import { setDuty } from '#contracts/domain/volunteer/commands.ts'
import { createClosers } from '#contracts/runtime/closers.ts'
import { startLoops } from '../../../worker/loops/all.ts'
import { courierLoop } from '../../../worker/loops/courier.ts'
import { relayLoop } from '../../../worker/loops/relay.ts'
import { runRound, wantedCursor } from '../../../worker/round/round.ts'
import { captureLog } from '../../contracts/runtime/capture-log.ts'
import { until } from '../../world/client.ts'
import { atHand } from '../delivery/stepped.ts'
import { anIncident, aPartner, aVolunteer, change, incidentOf, op, says } from '../given.ts'
import { onePass, type TakenUp } from '../pass.ts'
import { AGENCY, type Bench, openBench } from '../world.ts'

let bench: Bench
beforeEach(async () => {
  bench = await openBench()
})
afterEach(async () => {
  await bench.ctx.store.settled()
  await bench.close()
})

it('what a pass did is counted and told also when the pass fails, and the failure too', async () => {
  const { ctx } = bench
  const { store, clock } = ctx
  const { id: partnerId } = await aPartner(ctx, { url: 'https://mitra.example/hook' })
  const [serving, over] = [await aVolunteer(ctx, { partnerId }), plusSeconds(clock.now().toISOString(), -60)]
  await store.ledger.change('volunteer', serving, op(), (state) =>
    state === null ? [] : setDuty(state, { duty: 'on', declaredArea: null, until: over }),
  )
  await aVolunteer(ctx, { partnerId })
  await anIncident(ctx)
  await store.settled()
  await store.cursors.advance(wantedCursor(AGENCY), (await store.cursors.head(AGENCY)).seq)

  const { log, lines } = captureLog('info')
  const closers = createClosers({ log })
  const planner = { ...ctx.planner, decide: () => Promise.reject(new TypeError('no plan')) }
  startLoops({ ...ctx, log, planner }, closers)
  const sweeper = () => ctx.tally.read().find(([loop]) => loop === 'sweeper')![1]
  await until('a pass that fails', async () => sweeper().failed > 0)
  await closers.closeAll()
  expect(Object.fromEntries(sweeper().takenUp)).toMatchObject({ rounds: 0, dutiesEnded: 1 })
  const told = lines
    .map((line) => JSON.parse(line) as { loop?: string; takenUp?: TakenUp })
    .filter(({ loop, takenUp }) => loop === 'sweeper' && takenUp !== undefined)
  expect(told[0]?.takenUp).toMatchObject({ dutiesEnded: 1 })
})

it('one stand-down whose alarm cannot be raised keeps no other from being told, and no message from being brought', async () => {
  const { id: partnerId } = await aPartner(bench.ctx, { url: 'http://127.0.0.1:1/hook' })
  const calledHome = async (): Promise<string> => {
    await aVolunteer(bench.ctx, { partnerId })
    const { id } = await anIncident(bench.ctx)
    await runRound(bench.ctx, AGENCY)
    await says.yes(bench.ctx, id, (await incidentOf(bench.ctx, id)).offers[0]!.id)
    await change(bench.ctx, id, (state) => cancel(state, { reason: null }))
    return id
  }
  const [first, second] = [await calledHome(), await calledHome()]
  await onePass(relayLoop(bench.ctx))
  const { ctx, clock } = atHand(bench.ctx)
  clock.advance(28)
  const { change: changeIncident } = ctx.store.incidents
  const failing: typeof changeIncident = (id, ...rest) =>
    id === first ? Promise.reject(new Error('this file cannot be written')) : changeIncident(id, ...rest)
  const store = { ...ctx.store, incidents: { ...ctx.store.incidents, change: failing } }
  const takenUp: TakenUp = {}
  await expect(onePass(courierLoop({ ...ctx, store }), takenUp)).rejects.toThrow('cannot be written')
  expect(takenUp).toMatchObject({ lateStandDowns: 1 })
  expect(takenUp.deliveries).toBeGreaterThan(0)
  expect((await incidentOf(ctx, second)).alarms).toMatchObject([{ what: 'undelivered' }])
  expect((await incidentOf(ctx, first)).alarms).toEqual([])
  expect(await onePass(courierLoop(ctx))).toMatchObject({ lateStandDowns: 1 })
  expect((await incidentOf(ctx, first)).alarms).toMatchObject([{ what: 'undelivered' }])
})
