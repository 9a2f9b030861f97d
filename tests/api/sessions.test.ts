import jwt from 'jsonwebtoken'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { setUserStatus } from '#contracts/domain/user/user.ts'
import { derivedId } from '#contracts/runtime/ids.ts'
import { client, until } from '../world/client.ts'
import { JWT_SECRET } from '../world/platform.ts'
import { AGENCY, BY, PASSWORD, startApiWorld, type ApiWorld } from './api-world.ts'

let world: ApiWorld
beforeAll(async () => {
  world = await startApiWorld()
})
afterAll(async () => world.stop())

interface Answered {
  status: number
  body: Record<string, unknown>
  cookie: string | null
  rawCookie: string
}

const post = async (path: string, body: unknown, headers: Record<string, string> = {}): Promise<Answered> => {
  const response = await fetch(`${world.url}/api/v1/auth/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })
  const rawCookie = response.headers.get('set-cookie') ?? ''
  const text = await response.text()
  return {
    status: response.status,
    body: text === '' ? {} : (JSON.parse(text) as Record<string, unknown>),
    cookie: /tr_refresh=([\w-]+)/.exec(rawCookie)?.[1] ?? null,
    rawCookie,
  }
}
const logIn = (login: string, headers?: Record<string, string>) =>
  post('login', { login, password: PASSWORD }, headers)
const renew = (token: string | null, headers: Record<string, string> = {}) =>
  post('refresh', {}, { cookie: `tr_refresh=${token}`, ...headers })
const meStatus = async (token: unknown): Promise<number> =>
  (await client(world.url, String(token)).try('me')).status
const backdate = async (seconds: number): Promise<void> => {
  const at = new Date(world.context.clock.now().getTime() - seconds * 1000).toISOString()
  await world.context.connection
    .collection('refreshTokens')
    .updateMany({ rotatedAt: { $ne: null } }, { $set: { rotatedAt: at } })
}

describe('signing in', () => {
  it('gives a token, a cookie out of reach of scripts, and says what one may do', async () => {
    const { status, body, rawCookie } = await logIn(' Operator ')
    expect(status).toBe(200)
    expect(body['me']).toMatchObject({ role: 'operator', agencyName: 'BPBD Kota Kupang' })
    expect(rawCookie).toMatch(/HttpOnly/)
    expect(rawCookie).toMatch(/SameSite=Strict/)
    expect(rawCookie).toMatch(/Path=\/api\/v1\/auth/)
    expect(rawCookie).not.toMatch(/Secure/)
    expect(await meStatus(body['accessToken'])).toBe(200)
  })

  it('says the same to an unknown name as to a wrong password', async () => {
    const wrong = await post('login', { login: 'operator', password: 'wrong' })
    const unknown = await post('login', { login: 'nobody', password: 'wrong' })
    expect([wrong.status, unknown.status]).toEqual([401, 401])
    expect(wrong.body['code']).toBe('bad_credentials')
    expect({ ...unknown.body, id: '' }).toEqual({ ...wrong.body, id: '' })
  })

  it('keeps no refresh token that could be used', async () => {
    const { cookie } = await logIn('kalak')
    const kept = await world.context.connection.collection('refreshTokens').find({}).toArray()
    expect(JSON.stringify(kept)).not.toContain(cookie)
  })
})

describe('a token', () => {
  const claims = { sid: 'sid_x', role: 'admin', agencyId: AGENCY }
  const options = { subject: derivedId('usr', 'admin'), issuer: 'top-ranger', audience: 'top-ranger-api' }
  it.each([
    ['without a signature', () => jwt.sign(claims, '', { ...options, algorithm: 'none', expiresIn: 60 })],
    ['with another key', () => jwt.sign(claims, 'another'.repeat(5), { ...options, expiresIn: 60 })],
    ['with another algorithm', () => jwt.sign(claims, JWT_SECRET, { ...options, algorithm: 'HS512' })],
    [
      'for somebody else',
      () => jwt.sign(claims, JWT_SECRET, { ...options, audience: 'other', expiresIn: 60 }),
    ],
    ['that is over', () => jwt.sign(claims, JWT_SECRET, { ...options, expiresIn: -1 })],
    [
      'that is too old for its own word',
      () =>
        jwt.sign({ ...claims, iat: Math.floor(Date.now() / 1000) - 3600 }, JWT_SECRET, {
          ...options,
          expiresIn: 7200,
        }),
    ],
    ['without a sign-in', () => jwt.sign({ role: 'admin' }, JWT_SECRET, { ...options, expiresIn: 60 })],
    [
      'of a user who never was',
      () => jwt.sign(claims, JWT_SECRET, { ...options, subject: 'usr_none', expiresIn: 60 }),
    ],
  ])('%s is refused', async (_, forge) => {
    expect(await meStatus(forge())).toBe(401)
  })
})

describe('refreshing', () => {
  it('hands out a new cookie each time, and takes the one before for a moment (two tabs)', async () => {
    const first = await logIn('commander')
    const second = await renew(first.cookie)
    expect(second.status).toBe(200)
    expect(second.cookie).not.toBe(first.cookie)
    const otherTab = await renew(first.cookie)
    expect(otherTab.status).toBe(200)
    expect((await renew(second.cookie)).status).toBe(200)
  })

  it('ends the whole sign-in when a used cookie comes again later', async () => {
    const first = await logIn('coordinator')
    const second = await renew(first.cookie)
    await backdate(11)
    const stolen = await renew(first.cookie)
    expect([stolen.status, stolen.body['code']]).toEqual([401, 'not_signed_in'])
    expect((await renew(second.cookie)).status).toBe(401)
    await until(
      'the access token to die too',
      async () => (await meStatus(second.body['accessToken'])) === 401,
    )
  })

  it('refuses nonsense, nothing, and a page of another origin', async () => {
    expect((await renew('x'.repeat(43))).status).toBe(401)
    expect((await post('refresh', {})).status).toBe(401)
    const { cookie } = await logIn('kalak')
    for (const origin of ['https://jahat.contoh', 'null']) {
      expect((await renew(cookie, { origin })).status).toBe(403)
      expect((await post('logout', {}, { cookie: `tr_refresh=${cookie}`, origin })).status).toBe(403)
    }
    expect((await renew(cookie, { origin: world.url })).status).toBe(200)
  })
})

describe('leaving', () => {
  it('ends cookie and token at once', async () => {
    const { cookie, body } = await logIn('supervisor')
    const out = await post('logout', {}, { cookie: `tr_refresh=${cookie}` })
    expect(out.status).toBe(204)
    expect(out.rawCookie).toMatch(/tr_refresh=;/)
    expect(await meStatus(body['accessToken'])).toBe(401)
    expect((await renew(cookie)).status).toBe(401)
  })

  it('a disabled user is out soon, with token and cookie', async () => {
    const { cookie, body } = await logIn('pimpinan')
    expect(await meStatus(body['accessToken'])).toBe(200)
    const userId = derivedId('usr', 'pimpinan')
    const op = { opId: 'disable', agencyId: AGENCY, by: BY }
    await world.context.store.ledger.change('user', userId, op, (state) =>
      state === null ? [] : setUserStatus(state, 'disabled'),
    )
    await until('the token to die', async () => (await meStatus(body['accessToken'])) === 401)
    expect((await renew(cookie)).status).toBe(401)
    expect((await logIn('pimpinan')).body['code']).toBe('bad_credentials')
  })
})
