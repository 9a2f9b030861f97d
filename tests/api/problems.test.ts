import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Problem } from '#contracts/wire/problem.ts'
import { captureLog } from '../contracts/runtime/capture-log.ts'
import { startApiWorld, type ApiWorld } from './api-world.ts'
import { aReport } from './given.ts'

const { log, lines } = captureLog()
const logged = (): Record<string, unknown>[] =>
  lines.map((line) => JSON.parse(line) as Record<string, unknown>)
let world: ApiWorld
let token: string
beforeAll(async () => {
  world = await startApiWorld({}, log)
  const { accessToken } = await world.nobody.call('login', {
    body: { login: 'operator', password: 'a password for the tests' },
  })
  token = accessToken
})
afterAll(async () => world.stop())

const send = async (init: RequestInit & { path?: string }, type: string | null = 'application/json') => {
  const { path = '/api/v1/incidents', ...rest } = init
  const response = await fetch(`${world.url}${path}`, {
    method: 'POST',
    ...rest,
    headers: { authorization: `Bearer ${token}`, ...(type === null ? {} : { 'content-type': type }) },
  })
  return { response, problem: Problem.parse(await response.json()) }
}
const report = JSON.stringify(aReport)

describe('every problem', () => {
  it('is problem+json whose id is in the log', async () => {
    const { response, problem } = await send({ body: '{}' })
    expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/)
    expect(response.headers.get('x-request-id')).toBe(problem.id)
    expect(problem.fields?.map(({ path }) => path)).toContain('body.hazard')
    const own = logged().filter((line) => line['request'] === problem.id)
    expect(own.map((line) => line['problem'] ?? line['route'])).toEqual(['invalid', '/api/v1/incidents'])
  })

  it.each([
    ['another type', report, 'text/plain', 415, 'unsupported_type'],
    ['a type that only begins like JSON', report, 'application/json-patch+json', 415, 'unsupported_type'],
    ['another charset', report, 'application/json; charset=utf-16', 415, 'unsupported_type'],
    ['no type at all', new TextEncoder().encode(report), null, 415, 'unsupported_type'],
    ['half of it', report.slice(0, -5), 'application/json', 400, 'malformed'],
    ['a bare word', '"x"', 'application/json', 400, 'malformed'],
    ['a list', '[]', 'application/json', 400, 'invalid'],
    ['too much', JSON.stringify({ description: 'x'.repeat(70_000) }), 'application/json', 413, 'too_large'],
    ['a word too many', JSON.stringify({ ...aReport, id: 'inc_mine' }), 'application/json', 400, 'invalid'],
    [
      'an operator of the database',
      JSON.stringify({ ...aReport, hazard: { $ne: '' } }),
      'application/json',
      400,
      'invalid',
    ],
  ])('says what is wrong with %s', async (_, body, type, status, code) => {
    const { problem } = await send({ body }, type)
    expect([problem.status, problem.code]).toEqual([status, code])
  })

  it('reads no body of somebody who is not signed in', async () => {
    const response = await fetch(`${world.url}/api/v1/incidents`, {
      method: 'POST',
      body: 'x'.repeat(70_000),
    })
    expect(response.status).toBe(401)
  })

  it('knows wrong methods from wrong addresses', async () => {
    const wrong = await send({ method: 'DELETE', path: '/api/v1/incidents' })
    expect([wrong.problem.code, wrong.response.headers.get('allow')]).toEqual(['method', 'GET, POST'])
    expect((await send({ path: '/api/v1/nothing' })).problem.code).toBe('no_route')
    expect((await send({ path: '/nothing' })).problem.code).toBe('no_route')
    expect((await send({ method: 'GET', path: '/api/v1/incidents/%zz' })).problem.code).toBe('malformed')
  })
})

it('logs neither addresses with their searches, nor bodies, nor tokens', async () => {
  await fetch(`${world.url}/api/v1/volunteers?q=rahasia-dicari`, {
    headers: { authorization: `Bearer ${token}` },
  })
  const all = lines.join()
  for (const said of ['rahasia-dicari', 'lutut', token, 'a password for the tests'])
    expect(all).not.toContain(said)
})

it('says nothing of the inside when something breaks', async () => {
  const broken = { _id: 'inc_broken', agencyId: '5371', version: 1, state: null, pending: [] }
  await world.context.connection.collection('incidents').insertOne(broken as never)
  const { problem } = await send({ method: 'GET', path: '/api/v1/incidents/inc_broken' })
  expect([problem.status, problem.code]).toEqual([500, 'unexpected'])
  expect(JSON.stringify(problem)).not.toMatch(/\.ts|properties|null/)
  const [line] = logged().filter(({ level, request }) => level === 'error' && request === problem.id)
  expect(line).toMatchObject({ err: { type: 'TypeError' } })
})
