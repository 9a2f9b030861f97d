import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { expect, it } from 'vitest'
import { createLogger } from '#contracts/runtime/log.ts'
import { NotSaved } from '#contracts/store/errors.ts'
import { pageErrors } from '../../../api/pages/page-errors.ts'

it('says that nothing was saved, and offers the same form again', async () => {
  const app = express()
  app.use((req, _res, next) => {
    Object.assign(req, { id: 'req_1', log: createLogger({ name: 'test', level: 'silent' }) })
    next()
  })
  app.use(express.urlencoded({ extended: false }))
  app.post('/t/x/accept', () => {
    throw new NotSaved('the database is away')
  })
  app.use(pageErrors)
  const server = app.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const body = new URLSearchParams({ nonce: 'nonce_0123456789', note: '"><b>' })
  const response = await fetch(`http://127.0.0.1:${port}/t/x/accept`, { method: 'POST', body })
  const text = await response.text()
  server.close()
  expect([response.status, response.headers.get('retry-after')]).toEqual([503, '2'])
  expect(text).toContain('Belum tersimpan')
  expect(text).toContain('action="/t/x/accept"')
  expect(text).toContain('value="nonce_0123456789"')
  expect(text).toContain('value="&quot;&gt;&lt;b&gt;"')
})
