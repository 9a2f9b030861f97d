import { expect, test, vi } from 'vitest'
import { ProblemError, UnreachableError } from '../../dashboard/src/api/problem.ts'
import type { Send } from '../../dashboard/src/api/send.ts'
import { createApi } from '../../dashboard/src/api/client.ts'
import { createSession } from '../../dashboard/src/session/session.ts'

const NOW = Date.parse('2026-01-17T06:00:00.000Z')
const clock = { now: () => NOW, at: (moment: number) => moment, observe: () => undefined }
const me = {
  userId: 'usr_1',
  displayName: 'Rina',
  agencyId: '5371',
  agencyName: 'BPBD',
  role: 'operator',
  actions: [],
}
const refusal = new ProblemError({
  type: 'about:blank',
  title: 'Anda belum masuk.',
  titleEn: 'You are not signed in.',
  status: 401,
  code: 'not_signed_in',
  id: 'prb_1',
})

/** A server that knows one living token and writes down what it was asked. */
const given = (renewal: () => Error | null) => {
  const asked: { name: string; token: string | null | undefined; key: string | undefined }[] = []
  let living = 0
  const send = (async (
    name: string,
    _input: unknown,
    envelope: { token?: string | null; key?: string } = {},
  ) => {
    asked.push({ name, token: envelope.token, key: envelope.key })
    if (name === 'refresh' || name === 'login') {
      const failure = renewal()
      if (failure) throw failure
      living += 1
      return Promise.resolve({
        accessToken: `token-${String(living)}`,
        expiresAt: '2026-01-17T06:15:00.000Z',
        me,
      })
    }
    if (name !== 'logout' && envelope.token !== `token-${String(living)}`) throw refusal
    return Promise.resolve(null)
  }) as Send
  let keys = 0
  const newKey = (): string => `key-${String((keys += 1))}`
  const session = createSession(send, clock, (work) => work(), newKey)
  const die = (): void => {
    living += 1
  }
  return { session, api: createApi(send, session, newKey), asked, die }
}

test('without a cookie nobody is signed in', async () => {
  const { session } = given(() => refusal)
  await expect(session.refresh()).rejects.toBe(refusal)
  expect(session.state()).toEqual({ status: 'out', ended: false })
  session.stop()
})

test('a server that cannot be reached is no sign-out', async () => {
  const { session } = given(() => new UnreachableError(new Error('down')))
  await expect(session.refresh()).rejects.toBeInstanceOf(UnreachableError)
  expect(session.state().status).toBe('unreachable')
  session.stop()
})

test('a screen that found no server tries again by itself until there is one', async () => {
  vi.useFakeTimers()
  const began = Date.now()
  const { session } = given(() =>
    Date.now() - began < 30_000 ? new UnreachableError(new Error('down')) : null,
  )
  await expect(session.refresh()).rejects.toBeInstanceOf(UnreachableError)
  await vi.advanceTimersByTimeAsync(20_000)
  expect(session.state().status).toBe('unreachable')
  await vi.advanceTimersByTimeAsync(20_000)
  expect(session.state().status).toBe('in')
  session.stop()
  vi.useRealTimers()
})

test('renewals at the same time share one, for the cookie is single-use', async () => {
  const { session, asked } = given(() => null)
  const tokens = await Promise.all([session.refresh(), session.refresh()])
  expect(tokens).toEqual(['token-1', 'token-1'])
  expect(asked).toHaveLength(1)
  session.stop()
})

test('a change whose token died is repeated once under the same key', async () => {
  const { session, api, asked, die } = given(() => null)
  await session.refresh()
  die()
  await api.call('verifyIncident', { params: { id: 'inc_1' }, body: {} })
  const changes = asked.filter(({ name }) => name === 'verifyIncident')
  expect(changes).toHaveLength(2)
  expect(changes[0]?.token).not.toBe(changes[1]?.token)
  expect(changes[0]?.key).toBe(changes[1]?.key)
  session.stop()
})

test('a session that dies keeps the work on the screen, and signing out does not', async () => {
  let dead = false
  const { session } = given(() => (dead ? refusal : null))
  await session.refresh()
  dead = true
  await expect(session.refresh()).rejects.toBe(refusal)
  expect(session.state().status).toBe('expired')
  expect(session.token()).toBeNull()
  await session.signOut()
  expect(session.state()).toEqual({ status: 'out', ended: true })
  session.stop()
})
