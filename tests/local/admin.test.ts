import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createAgencies } from '#contracts/store/agencies.ts'
import { AGENCY_ID, create } from '../../local/admin/create.ts'
import { setFacilities } from '../../local/admin/facilities.ts'
import { openTestPlatform } from '../world/platform.ts'

let platform: Awaited<ReturnType<typeof openTestPlatform>>
let folder: string
beforeAll(async () => {
  platform = await openTestPlatform()
  folder = await mkdtemp(join(tmpdir(), 'facilities-'))
})
afterAll(async () => {
  await rm(folder, { recursive: true })
  await platform.close()
})

const fileOf = async (content: unknown): Promise<string> => {
  const path = join(folder, 'file.json')
  await writeFile(path, JSON.stringify(content))
  return path
}
const post = { name: 'Posko Contoh', type: 'posko_bpbd', lat: -10.17, lng: 123.6, kelurahan: 'Oebufu' }
const user = (login: string, poskoPhone: string | null = null) => ({
  login,
  name: 'Contoh Admin',
  password: 'kata sandi contoh',
  role: 'admin' as const,
  poskoPhone,
  addressees: undefined,
})
const known = () => createAgencies(platform.store.models).read(AGENCY_ID)

it('the facilities of an agency become those of a file, and a further user takes nothing back', async () => {
  const path = await fileOf([post])
  await expect(setFacilities(platform, AGENCY_ID, path)).rejects.toThrow('there is no agency')
  await create(platform, user('a.contoh', '+6281200000001'))
  const first = await known()
  expect(first?.facilities.length).toBeGreaterThan(1)

  expect(await setFacilities(platform, AGENCY_ID, path)).toBe(1)
  await create(platform, user('b.contoh'))
  expect(await known()).toEqual({ ...first, facilities: [post] })

  // A whole reference file does as well; one that does not fit changes nothing.
  expect(await setFacilities(platform, AGENCY_ID, await fileOf({ facilities: [post, post] }))).toBe(2)
  await expect(
    setFacilities(platform, AGENCY_ID, await fileOf([{ ...post, type: 'warung' }])),
  ).rejects.toThrow()
  expect((await known())?.facilities).toHaveLength(2)
})
