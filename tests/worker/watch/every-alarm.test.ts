import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { raiseSos } from '#contracts/domain/incident/commands/assignment.ts'
import { cancel } from '#contracts/domain/incident/commands/finish.ts'
import { raiseVolunteerSos } from '#contracts/domain/volunteer/commands.ts'
import type { What } from '../../../worker/watch/standing.ts'
import { attemptDelivery } from '../../../worker/delivery/attempt.ts'
import { relayLoop } from '../../../worker/loops/relay.ts'
import { sweeperLoop } from '../../../worker/loops/sweeper.ts'
import { runRound } from '../../../worker/round/round.ts'
import { startApiWorld } from '../../api/api-world.ts'
import { until } from '../../world/client.ts'
import { quick } from '../delivery/post.ts'
import { anIncident, aPartner, aVolunteer, change, incidentOf, op, says } from '../given.ts'
import { onePass } from '../pass.ts'
import { AGENCY, type Bench, openBench } from '../world.ts'
import { openOnCall } from './on-call.ts'

const NOWHERE = 'http://127.0.0.1:1'
const LONG_AGO = '2026-01-01T00:00:00.000Z'

let bench: Bench
let partnerId: string
const closing: (() => Promise<unknown>)[] = []
beforeAll(async () => {
  bench = await openBench({ schedules: quick })
  partnerId = (await aPartner(bench.ctx, { url: `${NOWHERE}/hook` })).id
})
afterAll(async () => bench.close())
beforeEach(async () => {
  const { incident, volunteer, facts, cursors, callBooks, leases, claims, deliveries } =
    bench.ctx.store.models
  for (const model of [incident, volunteer, facts, cursors, callBooks, leases, claims, deliveries])
    await model.collection.deleteMany({})
  await bench.ctx.store.cursors.lease('worker', 'somebody', 36_000)
})
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

/** Something is wrong from now on; what of the environment of the watch has to do with it. */
type Cause = () => Promise<Record<string, string> | void>

/** Somebody is out; who he is to his incident. */
const aTask = async () => {
  await aVolunteer(bench.ctx, { partnerId })
  const { id } = await anIncident(bench.ctx)
  await runRound(bench.ctx, AGENCY)
  const { assignments } = await says.yes(bench.ctx, id, (await incidentOf(bench.ctx, id)).offers[0]!.id)
  const { id: assignmentId, volunteerId } = assignments[0]!
  return { id, bearer: { assignmentId, volunteerId, partnerId } }
}
const dueAt = async (nextDueAt: string | null): Promise<void> => {
  const { id } = await anIncident(bench.ctx)
  await bench.ctx.store.models.incident.updateOne({ _id: id }, { $set: { nextDueAt } }).exec()
}
/** An address at which somebody answers. */
const anAnswer = async (): Promise<string> => {
  const server = createServer((_req, res) => void res.end('{}')).listen(0, '127.0.0.1')
  await once(server, 'listening')
  closing.push(async () => server.close())
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

const causes = {
  sos: async () => {
    const { id, bearer } = await aTask()
    await change(bench.ctx, id, (state) => raiseSos(state, bearer, null))
  },
  // Where his stand-down should go, nobody listens.
  undelivered: async () => {
    const { id } = await aTask()
    await change(bench.ctx, id, (state) => cancel(state, { reason: null }))
    await onePass(relayLoop(bench.ctx))
    const { deliveries } = bench.ctx.store.models
    await until('the stand-down to be given up', async () => {
      const letter = await deliveries.findOne({ type: 'assignment.stood_down' }).lean().exec()
      await attemptDelivery(bench.ctx, letter!._id)
      return letter?.state === 'dead'
    })
  },
  stalled: async () => {
    await anIncident(bench.ctx)
    await runRound(bench.ctx, AGENCY)
  },
  deadline: async () => {
    const { id } = await anIncident(bench.ctx, { severity: 'kritis' })
    const reportedAt = { 'state.reportedAt': LONG_AGO, nextDueAt: LONG_AGO }
    await bench.ctx.store.models.incident.updateOne({ _id: id }, { $set: reportedAt }).exec()
    await onePass(sweeperLoop(bench.ctx))
  },
  forgotten: () => dueAt(null),
  late: () => dueAt(LONG_AGO),
  worker_silent: async () => void (await bench.ctx.store.models.leases.deleteMany({}).exec()),
  mongo_away: async () => ({ MONGODB_URI: 'mongodb://127.0.0.1:1/x' }),
  redis_away: async () => ({ REDIS_URL: 'redis://127.0.0.1:1' }),
  api_silent: async () => ({ API_URLS: NOWHERE }),
  api_away: async () => ({ API_URLS: `${NOWHERE},${await anAnswer()}` }),
  clock_skew: async () => {
    const world = await startApiWorld()
    closing.push(world.stop)
    world.context.clock.inService = () => false
    return { API_URLS: world.url }
  },
  // The text message about the stalled search goes nowhere; the mail tells of it.
  gateway_away: async () => {
    await causes.stalled()
    return { SMS_URL: NOWHERE }
  },
} satisfies Record<What, Cause>

const words: Record<What, string> = {
  sos: 'Butuh bantuan',
  undelivered: 'Penarikan pulang belum sampai',
  stalled: 'Pencarian buntu',
  deadline: 'TRC belum tiba|Lewat batas waktu 1',
  forgotten: 'Kejadian tanpa tindak lanjut',
  late: 'Tindak lanjut terlambat',
  worker_silent: 'Proses latar tidak berjalan',
  mongo_away: 'Basis data tidak menjawab',
  redis_away: 'Redis tidak menjawab',
  api_silent: 'Server api diam',
  api_away: 'Sebagian server api diam',
  clock_skew: 'Jam server tidak tepat',
  gateway_away: 'Gateway pesan tidak menjawab',
}

it.each(Object.keys(causes) as What[])('%s is called out beside the screens, and counted', async (what) => {
  const over = (await (causes[what] as Cause)()) ?? {}
  const desk = await openOnCall(bench, over)
  closing.push(desk.close)
  await desk.looks()
  // A gateway that is away is seen a look later.
  await desk.looks()
  expect(desk.texts().mail.join('\n')).toMatch(new RegExp(words[what]))
  if (what !== 'gateway_away') expect(desk.texts().sms.join('\n')).toMatch(new RegExp(words[what]))
  expect(desk.kinds()[what]).toBeGreaterThan(0)
})

it('a call for help of somebody on no task is called out too', async () => {
  const id = await aVolunteer(bench.ctx, { partnerId })
  const { ledger } = bench.ctx.store
  await ledger.change('volunteer', id, op(), (state) =>
    state === null ? [] : raiseVolunteerSos(state, { point: null }),
  )
  const desk = await openOnCall(bench)
  closing.push(desk.close)
  await desk.looks()
  expect(desk.texts().sms.join('\n')).toContain('Butuh bantuan')
  expect(desk.kinds()).toEqual({ sos: 2 })
})
