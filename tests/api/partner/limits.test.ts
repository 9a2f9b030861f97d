import { EventEmitter, once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { partnerLimits } from '#contracts/wire/partner/limits.ts'
import { createApp } from '../../../api/app.ts'
import { createPartnerLimits } from '../../../api/http/partner/limits.ts'
import { listen } from '../../../api/http/server.ts'
import { startRedis } from '../../../local/servers/redis.ts'
import { newHome } from '../../world/platform.ts'
import { aCity, aPartner, type PartnerSide } from './city.ts'
import { platformOf, type Reply } from './platform-of.ts'
import { serve, type Served } from './served.ts'

let dir: string
let redis: Awaited<ReturnType<typeof startRedis>>
let api: Served
let partner: PartnerSide
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'top-ranger-limits-'))
  redis = await startRedis({ dataDir: dir, note: () => {} })
  api = await serve({ ...newHome(), redisUrl: redis.url })
  await aCity(api.context)
  partner = await aPartner(api.context, 'sim')
})
afterAll(async () => {
  await api.close()
  await redis.stop()
  await rm(dir, { recursive: true, force: true })
})

const said = ({ status, body, headers }: Reply) => [status, body['code'], headers.get('retry-after')]
const few = { windowS: 600, requests: { events: 3, evidence: 3, positions: 3, reads: 3 } }

describe('how often', () => {
  it('is counted for each partner over all processes, and the answer says when to come back', async () => {
    const { redis: link, keys } = api.context
    // As if he had asked as often as he may a moment ago, wherever.
    await link.set(`${keys.limits}:partner-reads:${partner.id}`, partnerLimits.requests.reads, 'EX', 8)
    const reply = await platformOf(api.url, partner).get('/offers?state=open')
    expect(reply.status).toBe(429)
    expect(Number(reply.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(Number(reply.headers.get('retry-after'))).toBeLessThan(9)
    const other = platformOf(api.url, await aPartner(api.context, 'other'))
    expect((await other.get('/offers?state=open')).status).toBe(200)
    // Another kind of request has a count of its own.
    expect((await platformOf(api.url, partner).post('/events', '{}')).body['code']).toBe('invalid')
  })

  it.each(['away', 'silent'])('is counted by each process for itself while Redis is %s', async (how) => {
    const there = how === 'away' ? await serve({ ...newHome(), redisUrl: 'redis://127.0.0.1:9' }) : api
    if (how === 'silent') await there.context.redis.call('CLIENT', 'PAUSE', '5000', 'ALL')
    const { spend } = createPartnerLimits(there.context.redis, `few-${how}`, few)
    for (let n = 0; n < 3; n += 1) await spend('events', 'ptn_x')
    await expect(spend('events', 'ptn_x')).rejects.toMatchObject({ code: 'too_many' })
    await spend('events', 'ptn_y')
    await spend('reads', 'ptn_x')
    if (how === 'away') await there.close()
  })
})

describe('how much at once', () => {
  it('is limited for each partner: beyond it 429 at once, and 200 again when something is done', async () => {
    const { context } = api
    const crowd = await aPartner(context, 'crowd')
    const gate = new EventEmitter()
    const opened = once(gate, 'open')
    let waiting = 0
    const askingThrough: typeof context.partnerQueries.askingThrough = async (...of) => {
      if (of[1] === crowd.id) {
        waiting += 1
        await opened
      }
      return context.partnerQueries.askingThrough(...of)
    }
    const held = { ...context, partnerQueries: { ...context.partnerQueries, askingThrough } }
    const server = await listen('127.0.0.1', 0)
    server.serve(createApp(held))
    const url = `http://127.0.0.1:${server.port}`
    const side = platformOf(url, crowd)

    const { reads } = partnerLimits.atOnce
    const first = Array.from({ length: reads }, () => side.get('/offers?state=open'))
    await expect.poll(() => waiting, { timeout: 20_000 }).toBe(reads)
    expect(said(await side.get('/offers?state=open'))).toEqual([429, 'too_many', '1'])
    const other = platformOf(url, await aPartner(context, 'third'))
    expect((await other.get('/offers?state=open')).status).toBe(200)
    gate.emit('open')
    expect((await Promise.all(first)).every(({ status }) => status === 200)).toBe(true)
    expect((await side.get('/offers?state=open')).status).toBe(200)
    await server.close()
  })
})

describe('how large', () => {
  it.each([
    ['/events', partnerLimits.bytes.events],
    ['/positions', partnerLimits.bytes.positions],
  ])('%s takes as many bytes as are published, and not one more', async (path, most) => {
    const { post } = platformOf(api.url, partner)
    expect((await post(path, 'x'.repeat(most))).body['code']).toBe('malformed')
    expect((await post(path, 'x'.repeat(most + 1))).body['code']).toBe('too_large')
  })
})
