import { once } from 'node:events'
import { connect } from 'node:net'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { systemClock } from '#contracts/runtime/clock.ts'
import { createPools, type Pools } from '../../../worker/delivery/pools.ts'
import { type Answer, createPost } from '../../../worker/delivery/post.ts'
import { certificate, type Listener, openListener, ownAddresses } from './listener.ts'
import { everySpelling, spellings } from './spellings.ts'

let listener: Listener
let pools: Pools
let asked: string[]
beforeEach(async () => {
  listener = await openListener()
  pools = createPools({ deadlineMs: 2000, ca: certificate })
  asked = []
})
afterEach(async () => {
  vi.unstubAllEnvs()
  await pools.close()
  await listener.close()
})

interface How {
  /** What the name means at each asking in turn; the last for ever. */
  means?: string[][]
  localMode?: boolean
}
/** Posts as a worker does, and tells what came of it. */
const poster = ({ means = [['127.0.0.1']], localMode = false }: How = {}) => {
  const resolve = async (host: string) => {
    asked.push(host)
    return means[Math.min(asked.length, means.length) - 1] ?? []
  }
  const post = createPost({ pools, resolve, clock: systemClock, localMode, deadlineMs: 2000 })
  return (url: string): Promise<Answer> =>
    post({ partnerId: 'ptn_1', url, headers: { 'webhook-id': 'msg_1' }, body: Buffer.from('{}') })
}
const good = () => `https://mitra.test:${listener.port}/hook`

/** The address of a URL, spelled in the ways in which a URL may spell it. */
const spelled = (address: string): string[] => {
  if (address.includes(':')) return [`[${address}]`, `[${address.toUpperCase()}]`]
  const bytes = address.split('.').map(Number)
  const number = bytes.reduce((sum, byte) => sum * 256 + byte, 0)
  const octal = bytes.map((byte) => `0${byte.toString(8)}`).join('.')
  return [address, `${address}.`, String(number), `0x${number.toString(16)}`, octal, `[::ffff:${address}]`]
}
/** Whoever connects without asking the guard; resolves whether somebody answered. */
const knocks = async (url: string): Promise<boolean> => {
  const { hostname, port } = new URL(url)
  const socket = connect({ host: hostname.replace(/^\[|\]$/g, ''), port: Number(port) })
  const outcome = await Promise.race([
    once(socket, 'connect').then(() => true),
    once(socket, 'error').then(() => false),
  ]).catch(() => false)
  socket.destroy()
  return outcome
}

describe('at real listeners', () => {
  it('every spelling of what is inside arrives 0 times', async () => {
    const post = poster()
    const urls = everySpelling(listener.port)
    const errors = new Map<string, number>()
    for (const url of urls) {
      const { status, error } = await post(url)
      expect([url, status, error]).toEqual([url, null, expect.stringMatching(/^refused: /)])
      errors.set(String(error), (errors.get(String(error)) ?? 0) + 1)
    }
    expect(listener.connections).toEqual([])
    console.log(
      `${urls.length} spellings, ${listener.connections.length} connections`,
      Object.fromEntries(errors),
    )
  })

  it('they would arrive: without the guard most spellings of this machine do', async () => {
    const here = spellings('here', listener.port)
    let arrived = 0
    for (const url of here) if (await knocks(url)) arrived += 1
    expect(listener.connections.length).toBe(arrived)
    expect(arrived).toBeGreaterThan(150)
    console.log(`without the guard ${arrived} of ${here.length} spellings of this machine arrive`)
  })

  it('every address of this machine arrives 0 times; in local mode loopback alone', async () => {
    for (const { address, isLoopback } of ownAddresses())
      for (const host of spelled(address)) {
        const url = `https://${host}:${listener.port}/`
        const { error } = await poster()(url)
        expect([url, error]).toEqual([url, 'refused: not a public address'])
        if (!isLoopback) expect((await poster({ localMode: true })(url)).error).toMatch(/^refused/)
      }
    expect(listener.connections).toEqual([])
  })

  it('the good one arrives exactly once, at the checked address, under its name', async () => {
    expect(await poster({ localMode: true })(good())).toMatchObject({ status: 200, error: null })
    expect(listener.connections).toEqual(['127.0.0.1'])
    expect(listener.requests).toMatchObject([
      { name: 'mitra.test', host: `mitra.test:${listener.port}`, headers: { 'accept-encoding': 'identity' } },
    ])
  })

  it('nothing is said to whoever cannot prove the name', async () => {
    const answer = await poster({ localMode: true })(`https://other.test:${listener.port}/`)
    expect(answer).toMatchObject({ status: null, error: 'ERR_TLS_CERT_ALTNAME_INVALID' })
    expect(listener.requests).toEqual([])
  })

  it('no proxy of the environment is asked', async () => {
    const proxy = await openListener()
    for (const name of ['HTTP_PROXY', 'HTTPS_PROXY', 'ALL_PROXY', 'http_proxy', 'https_proxy', 'all_proxy'])
      vi.stubEnv(name, `http://127.0.0.1:${proxy.port}`)
    expect((await poster({ localMode: true })(good())).status).toBe(200)
    expect(proxy.connections).toEqual([])
    await proxy.close()
  })
})

describe('a redirect', () => {
  it.each([301, 302, 303, 307, 308])('%i inwards is not followed', async (status) => {
    const inside = await openListener()
    const redirects = await openListener((_, response) => {
      response.writeHead(status, { location: `https://127.0.0.1:${inside.port}/` }).end()
    })
    const answer = await poster({ localMode: true })(`https://mitra.test:${redirects.port}/hook`)
    expect(answer).toMatchObject({ status, error: `http_${status}` })
    expect([redirects.connections.length, inside.connections.length]).toEqual([1, 0])
    await Promise.all([inside.close(), redirects.close()])
  })
})

/** Refused in local mode too; those of this machine have the listener behind them. */
const inside = [
  ...ownAddresses().flatMap((own) => (own.isLoopback ? [] : [own.address])),
  '10.0.0.8',
  '::ffff:127.0.0.1',
]

describe('a name that is bound anew', () => {
  it.each(inside)(
    'to %s is not followed there: the first message arrives once, the second nowhere',
    async (bad) => {
      const post = poster({ localMode: true, means: [['127.0.0.1'], [bad]] })
      expect((await post(good())).status).toBe(200)
      expect((await post(good())).error).toBe('refused: not a public address')
      expect(listener.connections).toEqual(['127.0.0.1'])
      expect(listener.requests).toHaveLength(1)
    },
  )

  it.each(inside)('to a good address and %s, in either order, goes nowhere', async (bad) => {
    const post = poster({ localMode: true, means: [['127.0.0.1', bad], [bad, '127.0.0.1'], ['127.0.0.1']] })
    expect((await post(good())).error).toBe('refused: not a public address')
    expect((await post(good())).error).toBe('refused: not a public address')
    expect(listener.connections).toEqual([])
    expect((await post(good())).status).toBe(200)
    expect(listener.connections).toEqual(['127.0.0.1'])
  })

  it('between the check and the connection changes nothing: it is asked once an attempt', async () => {
    const post = poster({ localMode: true, means: [['127.0.0.1'], ...inside.map((bad) => [bad])] })
    expect((await post(good())).status).toBe(200)
    expect(asked).toEqual(['mitra.test'])
    expect(listener.connections).toEqual(['127.0.0.1'])
  })

  it('keeps its connection while the name still means that address among others', async () => {
    const post = poster({
      localMode: true,
      means: [['127.0.0.1', '127.0.0.2'], ['127.0.0.2', '127.0.0.1'], ['127.0.0.2']],
    })
    for (const _ of [1, 2, 3]) {
      expect((await post(good())).status).toBe(200)
      // The connection is free again when the end of the answer has been dealt with.
      await new Promise((resolve) => setImmediate(resolve))
    }
    expect(listener.connections).toEqual(['127.0.0.1', '127.0.0.2'])
  })

  it('to an address where nobody is has another try at the others', async () => {
    const post = poster({ localMode: true, means: [['127.0.0.1', '127.0.0.2']] })
    const { port } = listener
    await listener.close()
    expect((await post(`https://mitra.test:${port}/`)).error).toBe('ECONNREFUSED')
    listener = await openListener()
    expect((await post(good())).status).toBe(200)
    expect(listener.connections).toEqual(['127.0.0.2'])
  })
})
