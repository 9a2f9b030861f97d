import { expect, it } from 'vitest'
import { listen } from '../../api/http/server.ts'
import { Problem } from '#contracts/wire/problem.ts'

it('a process that is still starting says like every other problem that nothing is saved, and when to come back', async () => {
  const http = await listen('127.0.0.1', 0)
  const response = await fetch(`http://127.0.0.1:${http.port}/partner/v1/events`, {
    method: 'POST',
    body: '{}',
  })
  expect(response.headers.get('retry-after')).toBe('1')
  expect(response.headers.get('content-type')).toBe('application/problem+json')
  expect(Problem.parse(await response.json())).toMatchObject({ status: 503, code: 'not_saved' })
  await http.close()
})
