import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { deliveryBodies } from '#contracts/wire/partner/deliveries.ts'
import { partnerEvents } from '#contracts/wire/partner/events.ts'
import { routes } from '#contracts/wire/routes/all.ts'
import { startApiWorld, type ApiWorld } from './api-world.ts'

let dir: string
let world: ApiWorld
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'top-ranger-dashboard-'))
  await mkdir(join(dir, 'assets'))
  await writeFile(join(dir, 'index.html'), '<!doctype html><title>layar</title>')
  await writeFile(join(dir, 'assets', 'main-abc123.js'), 'export {}')
  world = await startApiWorld({ dashboardDir: dir })
})
afterAll(async () => {
  await world.stop()
  await rm(dir, { recursive: true })
})

const get = (path: string, accept = '*/*') => fetch(`${world.url}${path}`, { headers: { accept } })

describe('the contract', () => {
  it('is OpenAPI 3.1 with each route of the catalogue and each message to partners', async () => {
    const document = (await (await get('/api/v1/openapi.json')).json()) as {
      openapi: string
      paths: Record<string, Record<string, { operationId: string }>>
      webhooks: Record<string, unknown>
    }
    expect(document.openapi).toBe('3.1.0')
    const operations = Object.values(document.paths).flatMap((methods) => Object.values(methods))
    const names = operations.map(({ operationId }) => operationId)
    expect(new Set(names).size).toBe(names.length)
    expect(names).toEqual(expect.arrayContaining(Object.keys(routes)))
    expect(Object.keys(document.webhooks)).toEqual(Object.keys(deliveryBodies))
    expect(JSON.stringify(document)).not.toMatch(/"undefined"|:\w+\//)
  })

  it('has the events that partners send, their pictures, and ours', async () => {
    const document = (await (await get('/api/v1/openapi.json')).json()) as {
      paths: Record<string, Record<string, { requestBody?: { content: object }; responses: object }>>
    }
    const text = JSON.stringify(document.paths['/partner/v1/events'])
    for (const type of Object.keys(partnerEvents)) expect(text).toContain(`"const":"${type}"`)
    const upload = document.paths['/partner/v1/evidence']?.['post']
    expect(Object.keys(upload?.requestBody?.content ?? {})).toEqual(['image/jpeg', 'image/png'])
    const added = document.paths['/api/v1/incidents/{id}/photos']?.['post']
    expect(added?.requestBody?.content).toEqual({ 'image/jpeg': {}, 'image/png': {} })
    const photo = document.paths['/api/v1/photos/{id}']?.['get']
    expect(photo?.responses).toMatchObject({ 200: { content: { 'image/jpeg': {} } } })
  })

  it('is a page too, whose problems can be linked to', async () => {
    const response = await get('/api/docs')
    const page = await response.text()
    expect(response.headers.get('content-type')).toMatch(/^text\/html/)
    expect(page).toContain('id="problem-id_reused"')
    expect(page).not.toMatch(/<script|https?:\/\/(?!127)/)
  })
})

describe('the screens', () => {
  it('are served for every address of theirs, and never in place of an answer', async () => {
    for (const path of ['/', '/kejadian', '/kejadian/inc_1']) {
      const response = await get(path, 'text/html')
      expect([path, response.status, await response.text()]).toEqual([
        path,
        200,
        '<!doctype html><title>layar</title>',
      ])
    }
    for (const path of [
      '/api/v1/none',
      '/partner/v1/none',
      '/assets/none.js',
      '/none.js',
      '/../package.json',
    ])
      expect([path, (await get(path, 'text/html')).status]).toEqual([path, 404])
    expect((await get('/kejadian', 'application/json')).status).toBe(404)
    const asset = await get('/assets/main-abc123.js')
    expect(asset.headers.get('cache-control')).toMatch(/immutable/)
  })

  it('may load nothing from elsewhere', async () => {
    const policy = (await get('/', 'text/html')).headers.get('content-security-policy') ?? ''
    expect(policy.split(';').map((part) => part.trim())).toEqual(
      expect.arrayContaining(["default-src 'self'", "connect-src 'self'", "frame-ancestors 'none'"]),
    )
    expect(policy).not.toMatch(/https?:|upgrade/)
  })
})
