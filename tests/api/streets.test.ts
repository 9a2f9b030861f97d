import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { client } from '../world/client.ts'
import { pmtilesFile } from '../world/pmtiles.ts'
import { PASSWORD, startApiWorld, type ApiWorld } from './api-world.ts'

const file = pmtilesFile('png', [{ z: 0, x: 0, y: 0, bytes: Buffer.alloc(50_000, 7) }])
const other = pmtilesFile('png', [{ z: 1, x: 0, y: 0, bytes: Buffer.alloc(50_000, 8) }])

let folder = ''
let path = ''
let api: ApiWorld
let token = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'streets-'))
  path = join(folder, 'kota.pmtiles')
  // Nothing is there yet: the api starts all the same.
  api = await startApiWorld({ mapStreets: { kind: 'pmtiles', path, attribution: 'Contoh' } })
  const body = { login: 'pimpinan', password: PASSWORD }
  token = (await client(api.url, null).call('login', { body })).accessToken
})
afterAll(async () => {
  await api?.stop()
  await rm(folder, { recursive: true })
})

const ask = (headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${api.url}/map/streets.pmtiles`, {
    headers: { authorization: `Bearer ${token}`, ...headers },
    signal: AbortSignal.timeout(20_000),
  })
const bytesOf = async (answer: Response): Promise<Buffer> => Buffer.from(await answer.arrayBuffer())
const replaceBy = async (content: Buffer): Promise<void> => {
  await writeFile(`${path}.new`, content)
  await rename(`${path}.new`, path)
}

it('tells the map where the streets are, and is asked in vain until the file is there', async () => {
  const told: unknown = await (await fetch(`${api.url}/map/streets.json`)).json()
  expect(told).toEqual({ kind: 'pmtiles', url: '/map/streets.pmtiles', attribution: 'Contoh' })
  const missing = await ask({ range: 'bytes=0-126' })
  expect(missing.status).toBe(404)
  expect(await missing.json()).toMatchObject({ code: 'not_found' })
  await replaceBy(file)
  expect((await ask({ range: 'bytes=0-126' })).status).toBe(206)
})

it('answers parts of the file to who is signed in, and to nobody else', async () => {
  await replaceBy(file)
  const part = await ask({ range: 'bytes=100-299' })
  expect(part.status).toBe(206)
  expect(part.headers.get('content-range')).toBe(`bytes 100-299/${file.length}`)
  expect(part.headers.get('cache-control')).toContain('private')
  expect(part.headers.get('content-encoding')).toBeNull()
  expect(await bytesOf(part)).toEqual(file.subarray(100, 300))
  const end = await ask({ range: `bytes=${file.length - 10}-${file.length + 16_000}` })
  expect(await bytesOf(end)).toEqual(file.subarray(-10))

  const beyond = await ask({ range: `bytes=${file.length}-` })
  expect(beyond.status).toBe(416)
  expect(beyond.headers.get('content-range')).toBe(`bytes */${file.length}`)

  for (const authorization of ['', 'Bearer a.b.c']) {
    const refused = await ask({ authorization, range: 'bytes=0-126' })
    expect(refused.status).toBe(401)
    expect(await refused.json()).toMatchObject({ code: 'not_signed_in' })
  }
})

it('names what it sends: the same copy is not sent twice, a part of another file never goes with the first', async () => {
  await replaceBy(file)
  const range = 'bytes=0-126'
  const name = (await ask({ range })).headers.get('etag') ?? ''
  expect(name).toMatch(/^"[^"]+"$/)
  // Node would ask past every cache otherwise.
  const unchanged = await ask({ 'if-none-match': name, 'cache-control': 'max-age=0' })
  expect(unchanged.status).toBe(304)
  expect((await ask({ range, 'if-range': name })).status).toBe(206)
  // Copied once more, or lying at another api: the same name.
  await replaceBy(file)
  expect((await ask({ range })).headers.get('etag')).toBe(name)

  await replaceBy(other)
  const answer = await ask({ range, 'if-range': name })
  expect(answer.headers.get('etag')).not.toBe(name)
  expect(answer.status).toBe(200)
  expect(await bytesOf(answer)).toEqual(other)
})
