import { createServer } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { acknowledgeAlarm } from '#contracts/domain/incident/commands/notes.ts'
import { raiseVolunteerSos } from '#contracts/domain/volunteer/commands.ts'
import { createClosers, type Closers } from '#contracts/runtime/closers.ts'
import { createWatchQueries } from '#contracts/store/watch.ts'
import { lookAround } from '../../../worker/watch/look.ts'
import { watchConfig } from '../../../worker/watch/config.ts'
import { watchPass } from '../../../worker/watch/pass.ts'
import { openWatch, type Watch } from '../../../worker/watch/watch.ts'
import { until } from '../../world/client.ts'
import { SERVER_KEY, testLog } from '../../world/platform.ts'
import { type Endpoint, openEndpoint } from '../endpoint.ts'
import { anIncident, aPartner, aVolunteer, change } from '../given.ts'
import { AGENCY, type Bench, openBench } from '../world.ts'

const NUMBER = '+6281200000099'
const MAIL = 'jaga@contoh.test'

let bench: Bench
let closers: Closers
let sms: Endpoint
let mail: Endpoint
beforeAll(async () => {
  bench = await openBench()
})
afterAll(async () => bench.close())
beforeEach(async () => {
  const { incident, volunteer, callBooks, leases } = bench.ctx.store.models
  for (const model of [incident, volunteer, callBooks, leases]) await model.collection.deleteMany({})
  closers = createClosers({ log: testLog('watch') })
  sms = await openEndpoint()
  mail = await openEndpoint()
})
afterEach(async () => {
  await closers.closeAll()
  await Promise.all([sms.close(), mail.close()])
})

const aWatch = async (over: Record<string, string> = {}): Promise<Watch> => {
  const config = watchConfig({
    MONGODB_URI: bench.home.mongoUri,
    REDIS_URL: bench.home.redisUrl,
    SERVER_KEY,
    LOCAL_MODE: 'true',
    ALARM_TO: `${NUMBER}, ${MAIL}`,
    SMS_URL: sms.url,
    MAIL_URL: mail.url,
    MAIL_HEADER: 'authorization: Bearer kunci-surat',
    ...over,
  })
  const watch = openWatch(config, testLog('watch'), closers)
  if (over['REDIS_URL'] === undefined) await until('Redis', async () => watch.redis.status === 'ready')
  return watch
}
const aWorkerLives = (): Promise<boolean> => bench.ctx.store.cursors.lease('worker', 'somebody', 600)
const said = ({ received }: Endpoint) =>
  received.map(({ raw }) => JSON.parse(raw) as { to: string; text: string; id: string; subject?: string })

/** Somebody at work calls for help. */
const aCallForHelp = async (over: { drill?: boolean } = {}): Promise<string> => {
  const { id } = await anIncident(bench.ctx, { number: 'KJ-2026-0421', ...over })
  await change(bench.ctx, id, () => [
    {
      type: 'sos.raised',
      data: { assignmentId: 'as_1', volunteerId: 'vol_1', partnerId: 'ptn_1', point: null },
    },
  ])
  return id
}

const callsWithoutTask = async (volunteerId: string): Promise<void> => {
  const op = {
    opId: bench.ctx.ids.next('help'),
    agencyId: AGENCY,
    by: { kind: 'user', id: 'usr_1' },
  } as const
  await bench.ctx.store.ledger.change('volunteer', volunteerId, op, (state) =>
    state === null ? [] : raiseVolunteerSos(state, { point: null }),
  )
}

/** Another process, where nobody remembers anything, and nobody else has the lease. */
const aFreshWatch = async (): Promise<Watch> => {
  const { leases, callBooks } = bench.ctx.store.models
  await leases.deleteMany({ _id: 'watch' }).exec()
  await callBooks.deleteMany({}).exec()
  return aWatch()
}

describe('people on call', () => {
  it('are told once of an alarm by their own way, and no more when somebody has seen it', async () => {
    await aWorkerLives()
    const id = await aCallForHelp()
    const watch = await aWatch()
    await watchPass(watch)
    await watchPass(watch)
    const text = expect.stringMatching(/^Top Ranger: Butuh bantuan \(darurat\), KJ-2026-0421, sejak /)
    expect(said(sms)).toMatchObject([{ to: NUMBER, text }])
    expect(said(mail)).toMatchObject([{ to: MAIL, text, subject: 'Top Ranger: peringatan' }])
    expect(mail.received[0]?.headers['authorization']).toBe('Bearer kunci-surat')

    await change(bench.ctx, id, (state) => acknowledgeAlarm(state, { alarm: 'sos:as_1' }))
    await watchPass(watch)
    const books = await bench.ctx.store.models.callBooks.find().lean().exec()
    expect(books).toMatchObject([{ told: [] }, { told: [] }])
    expect(JSON.stringify(books)).not.toMatch(/62812|contoh\.test/)
  })

  it('hear of a call for help before two hundred deadlines, and of none that somebody has seen', async () => {
    await aWorkerLives()
    const longAgo = '2026-01-01T00:00:00.000Z'
    const alarm = { what: 'deadline', detail: 'verify', subject: 'x', since: longAgo, acknowledgedAt: null }
    const missed = { ...alarm, id: 'deadline:verify:x' }
    const seen = { ...alarm, id: 'sos:as_0', what: 'sos', detail: 'sos', acknowledgedAt: longAgo }
    const stored = ['reported', 'closed'].flatMap((status) =>
      Array.from({ length: 200 }, (_, n) => ({
        _id: `inc_${status}_${n}`,
        agencyId: AGENCY,
        nextDueAt: status === 'reported' ? '2099-01-01T00:00:00.000Z' : null,
        state: {
          number: `KJ-${status}-${n}`,
          status,
          drill: false,
          place: { kelurahan: null },
          alarms: [status === 'reported' ? missed : seen],
        },
      })),
    )
    await bench.ctx.store.models.incident.collection.insertMany(stored as never)
    await aCallForHelp()
    await watchPass(await aWatch())
    expect(said(sms)[0]?.text).toMatch(
      /^Top Ranger: 200 peringatan \(Butuh bantuan \(darurat\) 1, .* 199\)\. Terberat: Butuh bantuan \(darurat\), KJ-2026-0421, .*\. Masih ada 1 lagi\./,
    )
  })

  it('hear nothing of a drill', async () => {
    await aWorkerLives()
    await aCallForHelp({ drill: true })
    const { id: partnerId } = await aPartner(bench.ctx, { sandbox: true })
    await callsWithoutTask(await aVolunteer(bench.ctx, { partnerId }))
    await watchPass(await aWatch())
    expect(said(sms)).toEqual([])
  })

  it('hear of a volunteer on no task who calls for help', async () => {
    await aWorkerLives()
    const { id: partnerId } = await aPartner(bench.ctx)
    await callsWithoutTask(await aVolunteer(bench.ctx, { partnerId }))
    await watchPass(await aWatch())
    expect(said(sms)).toHaveLength(1)
  })

  it('are told by the watch that holds the lease, and by its heir under the same id', async () => {
    await aWorkerLives()
    await aCallForHelp()
    sms.reply(503)
    const watch = await aWatch()
    await watchPass(watch)
    const { cursors, models } = bench.ctx.store
    const longAgo = '2026-01-01T00:00:00.000Z'
    await models.callBooks.updateOne({ way: 'sms' }, { $set: { 'sending.nextAt': longAgo } }).exec()
    await watchPass(await aWatch())
    expect(said(sms).length).toBe(1)

    await cursors.release('watch', watch.holder)
    await watchPass(await aWatch())
    expect(said(sms).length).toBe(2)
    expect(new Set(said(sms).map((one) => one.id)).size).toBe(1)
  })

  it('hear of a silent worker, of an incident without a next action and of one that is late', async () => {
    const watch = await aWatch()
    await watchPass(watch)
    expect(said(sms)[0]?.text).toContain('Proses latar tidak berjalan')

    await aWorkerLives()
    const { id } = await anIncident(bench.ctx, { number: 'KJ-2026-0001' })
    const { models } = bench.ctx.store
    await models.incident.updateOne({ _id: id }, { $set: { nextDueAt: null } }).exec()
    await watchPass(await aFreshWatch())
    expect(said(sms)[1]?.text).toContain('Kejadian tanpa tindak lanjut, KJ-2026-0001')

    await models.incident.updateOne({ _id: id }, { $set: { nextDueAt: '2026-01-01T00:00:00.000Z' } }).exec()
    await watchPass(await aFreshWatch())
    expect(said(sms)[2]?.text).toContain('Tindak lanjut terlambat, KJ-2026-0001')
  })

  it('hear by mail that the text messages go nowhere, and the screens can say it too', async () => {
    await aWorkerLives()
    await aCallForHelp()
    sms.alwaysReply(500)
    const watch = await aWatch()
    await watchPass(watch)
    const queries = createWatchQueries(bench.ctx.store.models)
    expect(await queries.failingGateways()).toMatchObject([{ way: 'sms' }])
    await bench.ctx.store.models.callBooks
      .updateOne({ way: 'mail' }, { $set: { lastAt: '2026-01-01T00:00:00.000Z' } })
      .exec()
    const second = await aWatch()
    await bench.ctx.store.cursors.release('watch', watch.holder)
    await watchPass(second)
    expect(said(mail)[1]?.text).toContain('Gateway pesan tidak menjawab')
  })
})

describe('somebody who is on call no more', () => {
  it('is waited for by nobody: his gateway, which took nothing for him, is no fault of the platform', async () => {
    await aWorkerLives()
    await aCallForHelp()
    sms.alwaysReply(500)
    const before = await aWatch()
    await watchPass(before)
    const queries = createWatchQueries(bench.ctx.store.models)
    expect(await queries.failingGateways()).toMatchObject([{ way: 'sms' }])

    // Another watch, which waits for its turn, forgets nobody of this one's.
    await watchPass(await aWatch({ ALARM_TO: MAIL }))
    expect(await queries.failingGateways()).toMatchObject([{ way: 'sms' }])
    await bench.ctx.store.cursors.release('watch', before.holder)
    await watchPass(await aWatch({ ALARM_TO: MAIL }))
    expect(await queries.failingGateways()).toEqual([])
    expect(said(mail).map(({ text }) => text)).toEqual([expect.stringContaining('Butuh bantuan')])
  })
})

describe('without MongoDB and Redis', () => {
  /** Nothing listens there. */
  const nowhere = { MONGODB_URI: 'mongodb://127.0.0.1:1/x', REDIS_URL: 'redis://127.0.0.1:1' }

  it('the watch starts, and is heard once', async () => {
    let ms = Date.parse('2026-11-22T18:00:00.000Z')
    const watch = { ...(await aWatch(nowhere)), clock: { now: () => new Date(ms) } }
    await watchPass(watch)
    // From now on it is away without waiting for it.
    const away = { ...watch, database: () => Promise.reject(new Error('away')) }
    for (let n = 0; n < 4; n += 1) {
      ms += 10_000
      await watchPass(away)
    }
    expect(said(sms).map(({ text }) => text)).toEqual([expect.stringContaining('Basis data tidak menjawab')])
  })
})

/** A server that is there until it is closed. */
const listening = async () => {
  const server = createServer((_req, res) => void res.end('{}')).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
}

describe('the apis', () => {
  it('are heard of when one of two stays away', async () => {
    await aWorkerLives()
    const [here, gone] = await Promise.all([listening(), listening()])
    gone.server.close()
    const watch = await aWatch({ API_URLS: `${here.url}, ${gone.url}` })
    const says = (code: string) => async () => [...(await lookAround(watch))].join() === code
    await until('one that stays away', says('api_away'))
    here.server.close()
    await until('both away', says('api_silent'))
  })

  it('are heard of when none of them answers', async () => {
    await aWorkerLives()
    const { server, url } = await listening()
    server.close()
    const watch = await aWatch({ API_URLS: `${url}, ${url}` })
    await watchPass(watch)
    expect(said(sms)).toEqual([])
    await bench.ctx.store.cursors.release('watch', watch.holder)
    // As if the first look had been some time ago.
    const longAgo: Watch = {
      ...watch,
      since: (codes) => [...codes].map((code) => [code, '2026-01-01T00:00:00.000Z']),
    }
    await watchPass(longAgo)
    expect(said(sms)[0]?.text).toContain('Server api diam')
  })
})

describe('the configuration', () => {
  const env = { MONGODB_URI: 'mongodb://x', REDIS_URL: 'redis://x', SERVER_KEY }
  it('names every mistake at once', () => {
    expect(() => watchConfig({ ...env, ALARM_TO: '0812345' })).toThrow(/ALARM_TO/)
    expect(() => watchConfig({ ...env, ALARM_TO: `${NUMBER},${MAIL}` })).toThrow(/SMS_URL.*\n.*MAIL_URL/)
    expect(() =>
      watchConfig({ ...env, ALARM_TO: MAIL, MAIL_URL: 'https://surat.test', MAIL_BODY: '{"x":"{to}"}' }),
    ).toThrow(/MAIL_BODY/)
    expect(watchConfig({ ...env, ALARM_TO: `${MAIL},${MAIL}`, MAIL_URL: 'https://surat.test' }).to).toEqual([
      MAIL,
    ])
  })
})
