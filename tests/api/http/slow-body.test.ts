import { once } from 'node:events'
import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { mustArriveInTime } from '../../../api/http/slow-body.ts'

let server: ReturnType<typeof createServer>
beforeEach(async () => {
  server = createServer((req, res) => {
    mustArriveInTime(req, res, 100)
    req.resume().on('end', () => res.end('taken'))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
})
afterEach(() => void server.close())

const begin = () => {
  const { port } = server.address() as AddressInfo
  const sending = request({ host: '127.0.0.1', port, method: 'POST', headers: { 'content-length': 10 } })
  sending.on('error', () => undefined)
  return sending
}

it('cuts whoever drips, and says why', async () => {
  const sending = begin()
  sending.write('12345')
  const [response] = (await once(sending, 'response')) as [{ statusCode: number; headers: object }]
  expect([response.statusCode, response.headers]).toEqual([
    408,
    expect.objectContaining({ connection: 'close' }),
  ])
  await once(sending, 'close')
})

it('lets those go on who have sent all of it', async () => {
  const sending = begin()
  sending.end('1234567890')
  const [response] = (await once(sending, 'response')) as [{ statusCode: number }]
  expect(response.statusCode).toBe(200)
})
