import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { actionKeys } from '../../dashboard/src/api/action-key.ts'
import { deadlineOf } from '../../dashboard/src/api/deadline.ts'
import { isUncertain, UnreachableError } from '../../dashboard/src/api/problem.ts'
import { createSend, type Send } from '../../dashboard/src/api/send.ts'
import { createSession } from '../../dashboard/src/session/session.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

const clock = { now: () => 0, at: (moment: number) => moment, observe: () => undefined }
const params = { id: 'inc_1' }

/** A line that takes every call and then is silent, as a firewall that drops packets; or falls silent in mid answer. */
const silentLine = (answer: 'nothing' | 'half') => {
  const keys: (string | null)[] = []
  const line = ((_: string, { signal, headers }: RequestInit) => {
    keys.push(new Headers(headers).get('idempotency-key'))
    const ended = new Promise<never>((_, reject) => {
      signal?.addEventListener('abort', () => reject(signal.reason as Error))
    })
    if (answer === 'nothing') return ended
    const body = new ReadableStream({
      start: (stream) => {
        stream.enqueue(new TextEncoder().encode('{"incident":'))
        ended.catch((error: unknown) => stream.error(error))
      },
    })
    return Promise.resolve(new Response(body, { headers: { 'content-type': 'application/json' } }))
  }) as typeof fetch
  return { send: createSend(line, clock, () => 0), keys }
}

/** How a call stands after so long. */
const after = async (ms: number, call: Promise<unknown>): Promise<unknown> => {
  let end: unknown = 'waits'
  call.then(
    (value) => (end = value),
    (error: unknown) => (end = error),
  )
  await vi.advanceTimersByTimeAsync(ms)
  return end
}

test.each(['nothing', 'half'] as const)(
  'a call on a line that brings %s ends as unreachable, and its repeat bears the same key',
  async (answer) => {
    const { send, keys } = silentLine(answer)
    const attempt = actionKeys(() => `key-${String(keys.length)}`)
    const input = { params, body: {} }
    const press = () => send('verifyIncident', input, { key: attempt.keyFor(input) })
    const first = press()
    expect(await after(14_000, first)).toBe('waits')
    const error = await after(1000, first)
    expect(error).toBeInstanceOf(UnreachableError)
    if (!isUncertain(error)) attempt.settle()
    void after(0, press())
    expect(keys).toEqual(['key-0', 'key-0'])
  },
)

test('photos, papers and the check of the chain are waited for as long as the line stands', async () => {
  const { send } = silentLine('nothing')
  expect(await after(600_000, send('getPhoto', { params }))).toBe('waits')
  expect([deadlineOf('addPhoto'), deadlineOf('afterActionPaper'), deadlineOf('checkChain')]).toEqual([
    null,
    null,
    null,
  ])
})

test('whoever stops waiting himself is told so, not that the server is out of reach', async () => {
  const { send } = silentLine('nothing')
  const own = new AbortController()
  const call = send('getIncident', { params }, { signal: own.signal })
  own.abort(new Error('moved on'))
  expect(await after(0, call)).toEqual(new Error('moved on'))
})

test('a renewal whose answer is lost gives the lock back, and comes again while a used cookie is still taken', async () => {
  const { send, keys } = silentLine('nothing')
  let held = false
  const session = createSession(
    send satisfies Send,
    clock,
    async (work) => {
      held = true
      return await work().finally(() => (held = false))
    },
    () => `key-${String(keys.length)}`,
  )
  const renewal = session.refresh()
  expect(await after(9000, renewal)).toBe('waits')
  expect(keys).toHaveLength(2)
  expect(await after(8000, renewal)).toBeInstanceOf(UnreachableError)
  expect(held).toBe(false)
  expect(session.state().status).toBe('unreachable')
  session.stop()
})
