import { once } from 'node:events'
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net'
import { Readable } from 'node:stream'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { systemClock } from '#contracts/runtime/clock.ts'
import { MOST_ANSWER_BYTES, readAnswer } from '../../../worker/delivery/answer.ts'
import { createPools, type Pools } from '../../../worker/delivery/pools.ts'
import { createPost } from '../../../worker/delivery/post.ts'

/** What a sick partner does with a connection, byte by byte; HTTP is spoken by hand. */
type Ways = (socket: Socket) => void

let server: Server
let pools: Pools
let gone: Promise<unknown>[]
beforeEach(() => {
  pools = createPools({ deadlineMs: 400 })
  gone = []
})
afterEach(async () => {
  await pools.close()
  server.close()
})

/** Posts to a partner with these ways, and waits until the connection is given up when it has to be. */
const meet = async (ways: Ways) => {
  server = createServer((socket) => {
    gone.push(new Promise((resolve) => socket.on('close', resolve)))
    socket.on('error', () => undefined)
    socket.once('data', () => ways(socket))
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`
  const post = createPost({
    pools,
    resolve: async () => [],
    clock: systemClock,
    localMode: true,
    deadlineMs: 400,
  })
  return post({ partnerId: 'ptn_1', url, headers: { 'webhook-id': 'msg_1' }, body: Buffer.from('{}') })
}
/** Every connection is closed by us: nobody keeps us by never ending. */
const isGivenUp = async () => Promise.all(gone)

const head = (...lines: string[]): string => ['HTTP/1.1 200 OK', ...lines, '', ''].join('\r\n')
const dripping = (socket: Socket, bytes: string): void => {
  const drip = setInterval(() => socket.write(bytes), 20)
  socket.on('close', () => clearInterval(drip))
}
const flooding = (socket: Socket, chunk: Buffer): void => {
  const pour = (): void => {
    if (!socket.destroyed) socket.write(chunk, () => setImmediate(pour))
  }
  pour()
}

describe('a partner who', () => {
  it('never answers is given up at the deadline', async () => {
    expect(await meet(() => undefined)).toMatchObject({ status: null, error: 'timeout', answer: null })
    await isGivenUp()
  })

  it('drips the head of his answer is given up at the same deadline', async () => {
    const answer = await meet((socket) => {
      socket.write('HTTP/1.1 200 OK\r\n')
      dripping(socket, 'x-drop: 1\r\n')
    })
    expect(answer).toMatchObject({ status: null, error: 'timeout' })
    await isGivenUp()
  })

  it('sends one "go on" after another is given up', async () => {
    const answer = await meet((socket) => dripping(socket, 'HTTP/1.1 103 Early Hints\r\nlink: <x>\r\n\r\n'))
    expect(answer.status).toBeNull()
    await isGivenUp()
  })

  it('drips the body has answered; the rest is not waited for beyond the deadline', async () => {
    const answer = await meet((socket) => {
      socket.write(`${head('content-length: 100000')}first`)
      dripping(socket, '.')
    })
    expect(answer).toMatchObject({ status: 200, error: null })
    expect(answer.answer).toMatch(/^first\.*$/)
    await isGivenUp()
  })

  it('resets has not answered', async () => {
    const answer = await meet((socket) => socket.resetAndDestroy())
    expect(answer).toMatchObject({
      status: null,
      error: expect.stringMatching(/^(ECONNRESET|UND_ERR_SOCKET)$/),
    })
  })

  it('resets in the middle of his answer has answered', async () => {
    const answer = await meet((socket) => {
      socket.write(`${head('content-length: 9000')}taken`, () => setImmediate(() => socket.resetAndDestroy()))
    })
    expect(answer).toMatchObject({ status: 200, error: null })
  })

  it('answers 2 MB loses the connection; 2 kB are kept', async () => {
    const answer = await meet((socket) => {
      socket.write(head(`content-length: ${2 * 1024 * 1024}`))
      flooding(socket, Buffer.alloc(65_536, 'x'))
    })
    expect(answer).toMatchObject({ status: 200, error: null, answer: 'x'.repeat(2048) })
    await isGivenUp()
  })

  it('answers without end loses the connection', async () => {
    const answer = await meet((socket) => {
      socket.write(head('transfer-encoding: chunked'))
      flooding(socket, Buffer.from(`ffff\r\n${'y'.repeat(65_535)}\r\n`))
    })
    expect(answer).toMatchObject({ status: 200, answer: 'y'.repeat(2048) })
    await isGivenUp()
  })

  it('sends a head without end is refused', async () => {
    const answer = await meet((socket) => {
      socket.write('HTTP/1.1 200 OK\r\n')
      flooding(socket, Buffer.from(`x-${'z'.repeat(60_000)}: 1\r\n`))
    })
    expect(answer).toMatchObject({ status: null, error: 'UND_ERR_HEADERS_OVERFLOW' })
    await isGivenUp()
  })

  it('packs a bomb is read as it came: nothing is unpacked', async () => {
    const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024))
    expect(bomb.length).toBeLessThan(MOST_ANSWER_BYTES + 1024)
    const answer = await meet((socket) => {
      socket.write(head('content-encoding: gzip', `content-length: ${bomb.length}`))
      socket.write(bomb)
    })
    expect(answer.status).toBe(200)
    expect(answer.answer!.length).toBeLessThanOrEqual(2048)
  })

  it('answers with no HTTP at all has not answered', async () => {
    expect(await meet((socket) => socket.end('220 mail.example ESMTP\r\n'))).toMatchObject({
      status: null,
      error: 'HTTPParserError',
    })
  })
})

/** Counts what is taken of 2 MB. */
const twoMegabytes = () => {
  let pulled = 0
  const body = Readable.from(
    (function* () {
      for (; pulled < 2 * 1024 * 1024; pulled += 1024) yield Buffer.alloc(1024, 'x')
    })(),
    { objectMode: false, highWaterMark: 1024 },
  )
  return { body, pulled: () => pulled }
}

describe('what is kept of an answer', () => {
  it('comes from its first 64 kB, the rest is not read', async () => {
    const { body, pulled } = twoMegabytes()
    await readAnswer(body)
    expect(pulled()).toBeLessThanOrEqual(MOST_ANSWER_BYTES + 4096)
    expect(body.destroyed).toBe(true)
  })

  it('has no phone number, no secret and no control character', async () => {
    const said = 'driver +62 812-3456-7890 at\u0000\u001b[31m whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'
    const answer = await readAnswer(Readable.from([Buffer.from(said)]))
    expect(answer).toBe('driver [phone] at [31m [secret]')
  })
})
