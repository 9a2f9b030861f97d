import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import express from 'express'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ConfigError } from '#contracts/runtime/env.ts'
import { boundariesRouter } from '../../../api/http/boundaries.ts'

const ring = [
  [123.5, -10.2],
  [123.6, -10.2],
  [123.6, -10.1],
  [123.5, -10.2],
]
const area = {
  type: 'Feature',
  id: 'x',
  properties: { code: '53.71.01.1001', name: 'Namosain', kecamatan: 'Alak', secret: 'not for the map' },
  geometry: { type: 'Polygon', coordinates: [ring] },
}

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'boundaries-'))
})
afterAll(async () => rm(folder, { recursive: true }))

const fileOf = async (content: unknown): Promise<string> => {
  const path = join(folder, 'boundaries.geojson')
  await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content))
  return path
}

const ask = async (path: string | null): Promise<Response> => {
  const server = createServer(express().use(boundariesRouter(path))).listen(0, '127.0.0.1')
  await once(server, 'listening')
  try {
    const { port } = server.address() as AddressInfo
    const answer = await fetch(`http://127.0.0.1:${String(port)}/map/boundaries.geojson`)
    return new Response(answer.status === 204 ? null : await answer.text(), answer)
  } finally {
    server.close()
  }
}

describe('GET /map/boundaries.geojson', () => {
  it('is 204 when the agency configured no boundaries', async () => {
    expect((await ask(null)).status).toBe(204)
  })

  it('answers the areas, who made them, and nothing else of the file', async () => {
    const answer = await ask(
      await fileOf({ type: 'FeatureCollection', licence: 'MIT, (c) X', features: [area] }),
    )
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toMatch(/^application\/geo\+json/)
    const body = (await answer.json()) as unknown
    expect(body).toMatchObject({
      attribution: 'MIT, (c) X',
      features: [{ properties: { name: 'Namosain' } }],
    })
    expect(JSON.stringify(body)).not.toContain('not for the map')
  })

  it.each([
    ['is no JSON', '{'],
    ['has no areas', { type: 'FeatureCollection', features: [] }],
    ['has latitude and longitude exchanged', withRing(ring.map(([lng, lat]) => [lat, lng]))],
    ['has an area without a code', withProperties({ name: 'Namosain', kecamatan: 'Alak' })],
  ])('does not start with a file that %s', async (_what, content) => {
    const path = await fileOf(content)
    expect(() => boundariesRouter(path)).toThrow(ConfigError)
    expect(() => boundariesRouter(path)).toThrow(/MAP_BOUNDARIES/)
  })

  it('does not start without the file that is named', () => {
    expect(() => boundariesRouter(join(folder, 'missing.geojson'))).toThrow(/MAP_BOUNDARIES: ENOENT/)
  })
})

function withRing(coordinates: unknown[]): object {
  return {
    type: 'FeatureCollection',
    features: [{ ...area, geometry: { type: 'Polygon', coordinates: [coordinates] } }],
  }
}
function withProperties(properties: object): object {
  return { type: 'FeatureCollection', features: [{ ...area, properties }] }
}
