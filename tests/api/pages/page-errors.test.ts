import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import express, { type RequestHandler } from 'express'
import { expect, it } from 'vitest'
import { createLogger } from '#contracts/runtime/log.ts'
import { NotSaved } from '#contracts/store/errors.ts'
import { Trouble } from '../../../api/trouble.ts'
import { pageErrors } from '../../../api/pages/page-errors.ts'
import { photoForm } from '../../../api/pages/photo-form.ts'

const POSKO = '+62380123456'

/** What a page says when its form could not be carried out. */
const troubleAt = async (
  path: string,
  { body, error, readers }: { body: URLSearchParams | FormData; error: Error; readers: RequestHandler[] },
) => {
  const app = express()
  app.use((req, _res, next) => {
    Object.assign(req, { id: 'req_1', log: createLogger({ name: 'test', level: 'silent' }) })
    next()
  })
  app.post(path, ...readers, () => {
    throw error
  })
  app.use(pageErrors(() => POSKO))
  const server = app.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const response = await fetch(`http://127.0.0.1:${port}${path}`, { method: 'POST', body })
  const text = await response.text()
  server.close()
  return { response, text }
}
const away = new NotSaved('the database is away')
const plain = [express.urlencoded({ extended: false })]

it('says that nothing was saved, and offers the same form again', async () => {
  const body = new URLSearchParams({ nonce: 'nonce_0123456789', note: '"><b>' })
  const { response, text } = await troubleAt('/t/x/accept', { body, error: away, readers: plain })
  expect([response.status, response.headers.get('retry-after')]).toEqual([503, '2'])
  expect(text).toContain('Belum tersimpan')
  expect(text).toContain('action="/t/x/accept"')
  expect(text).toContain('value="nonce_0123456789"')
  expect(text).toContain('value="&quot;&gt;&lt;b&gt;"')
})

it('leads back to the task and to the telephone, whatever went wrong', async () => {
  const body = new URLSearchParams({ nonce: 'nonce_0123456789' })
  for (const error of [away, new Trouble('too_large'), new Trouble('forbidden')]) {
    const { text } = await troubleAt('/t/x/note', { body, error, readers: plain })
    expect(text).toContain(`href="tel:${POSKO}"`)
    expect(text).toContain('href="/t/x"')
    expect(text).not.toContain('Permintaan bantuan belum terkirim')
  }
  const help = await troubleAt('/t/x/sos', { body, error: new Trouble('forbidden'), readers: plain })
  expect(help.text).toContain('<h1>Permintaan bantuan belum terkirim</h1>')
})

it('offers no form again that a photo came with: he takes it from his phone once more', async () => {
  const body = new FormData()
  body.set('nonce', 'nonce_0123456789')
  body.set('photo', new Blob(['jpeg']), 'foto.jpg')
  const { response, text } = await troubleAt('/t/x/photo', { body, error: away, readers: photoForm })
  expect(response.status).toBe(503)
  expect(text).not.toContain('<form')
  expect(text).toContain('<a class="plain" href="/t/x">Coba lagi</a>')
})
