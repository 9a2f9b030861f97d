import { afterEach, beforeEach, expect, it } from 'vitest'
import { systemClock } from '#contracts/runtime/clock.ts'
import type { Resolve } from '../../../worker/delivery/egress.ts'
import { createPools, type Pools } from '../../../worker/delivery/pools.ts'
import { createPost, DEADLINE_MS } from '../../../worker/delivery/post.ts'
import { type Endpoint, openEndpoint } from '../endpoint.ts'

const body = Buffer.from('{"type":"ping","data":{}}')
let endpoint: Endpoint
let pools: Pools
let addresses: string[]
beforeEach(async () => {
  endpoint = await openEndpoint()
  pools = createPools({ deadlineMs: DEADLINE_MS })
  addresses = ['127.0.0.1']
})
afterEach(async () => {
  await pools.close()
  await endpoint.close()
})

const resolve: Resolve = async () => addresses
const post = (url = `http://mitra.test:${endpoint.port}/hook?key=1`) =>
  createPost({ pools, resolve, clock: systemClock, localMode: true })({
    partnerId: 'ptn_1',
    url,
    headers: { 'webhook-id': 'msg_1' },
    body,
  })

const asksToWait = (status: number, value: string) =>
  endpoint.reply((response) => void response.writeHead(status, { 'retry-after': value }).end())

it('connects to the checked address and keeps the name', async () => {
  expect(await post()).toEqual({ status: 200, error: null, retryAfterS: 0, answer: '{}' })
  expect(endpoint.received[0]).toMatchObject({
    path: '/hook?key=1',
    headers: { host: `mitra.test:${endpoint.port}`, 'webhook-id': 'msg_1' },
  })
})

it('checks anew at each attempt: a name that moves inside is not followed, kept connection or not', async () => {
  expect((await post()).status).toBe(200)
  addresses = ['127.0.0.1', '10.0.0.8']
  expect(await post()).toMatchObject({ status: null, error: 'refused: not a public address' })
  addresses = ['127.0.0.1']
  expect((await post()).status).toBe(200)
  expect(endpoint.received).toHaveLength(2)
})

it('leaves for the new address when a name has moved', async () => {
  expect((await post()).status).toBe(200)
  addresses = ['127.0.0.2']
  expect(await post()).toMatchObject({ status: null, error: 'ECONNREFUSED' })
})

it('does not unpack what comes packed', async () => {
  endpoint.reply((response) => {
    response.writeHead(200, { 'content-encoding': 'gzip' }).end('not gzip at all')
  })
  expect(await post()).toMatchObject({ status: 200, error: null })
})

it('reads both spellings of Retry-After, of 429 alone', async () => {
  asksToWait(429, '7')
  expect((await post()).retryAfterS).toBe(7)
  asksToWait(429, new Date(Date.now() + 60_000).toUTCString())
  expect((await post()).retryAfterS).toBeGreaterThan(50)
  asksToWait(429, 'soon')
  expect((await post()).retryAfterS).toBe(0)
  asksToWait(503, '7')
  expect((await post()).retryAfterS).toBe(0)
})

it('tells in a code what went wrong', async () => {
  endpoint.reply((response) => void response.socket?.destroy())
  expect(await post()).toMatchObject({ status: null, error: 'UND_ERR_SOCKET' })
  expect(await post('nowhere')).toMatchObject({ status: null, error: 'refused: not a URL' })
})
