import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { systemClock } from '#contracts/runtime/clock.ts'
import { connectMongo } from '#contracts/runtime/mongo.ts'
import { createAgencies } from '#contracts/store/agencies.ts'
import { createCursors } from '#contracts/store/cursors.ts'
import { WATCH_LEASE } from '#contracts/store/heartbeats.ts'
import { createModels } from '#contracts/store/models.ts'
import { checkMongo } from '../../local/doctor/checks.ts'
import { newHome, testLog } from '../world/platform.ts'

it('says whether anybody is called when nobody looks at a screen', async () => {
  const { mongoUri: uri } = newHome()
  const connection = await connectMongo({ uri, log: testLog('doctor'), appName: 'test' })
  const { lease } = createCursors(createModels(connection), systemClock)
  const watch = async () => (await checkMongo(uri, null)).find(({ what }) => what === 'Watch')

  expect(await watch()).toMatchObject({ ok: false, found: expect.stringContaining('has never run') })
  await lease(WATCH_LEASE, 'somebody', -60)
  expect(await watch()).toMatchObject({ ok: false, found: expect.stringContaining('is silent since') })
  await lease(WATCH_LEASE, 'somebody', 600)
  expect(await watch()).toMatchObject({ ok: true })
  await connection.close()
})

it('says whether anchors follow the facts, and how old the last one is', async () => {
  const { mongoUri: uri } = newHome()
  const connection = await connectMongo({ uri, log: testLog('doctor'), appName: 'test' })
  const models = createModels(connection)
  const file = join(await mkdtemp(join(tmpdir(), 'top-ranger-doctor-')), 'anchor.log')
  const anchors = async (of: string | null) =>
    (await checkMongo(uri, of)).find(({ what }) => what === 'Anchors')
  const fact = (seq: number, secondsAgo: number) =>
    models.facts.collection.insertOne({
      _id: `fct_${seq}` as never,
      agencyId: '5371',
      seq,
      at: new Date(Date.now() - secondsAgo * 1000).toISOString(),
    })
  const box = { west: 123, south: -11, east: 124, north: -10 }
  const agency = { _id: '5371', name: 'BPBD', poskoPhone: null, bbox: box, kelurahan: [], facilities: [] }
  await createAgencies(models).save(agency)

  expect(await anchors(null)).toMatchObject({ ok: false, found: 'not looked at' })
  await fact(1, 10)
  expect(await anchors(file)).toMatchObject({ ok: true, found: '5371: none' })
  await models.facts.collection.deleteMany({})
  await fact(1, 3600)
  expect(await anchors(file)).toMatchObject({ ok: false, found: expect.stringContaining('none, and facts') })
  const at = '2026-11-23T00:00:00.000Z'
  await writeFile(file, `${JSON.stringify({ at, agencyId: '5371', seq: 1, hash: 'a' })}\n`)
  expect(await anchors(file)).toMatchObject({ ok: true, found: `5371: the last at ${at}` })
  await fact(2, 3600)
  expect(await anchors(file)).toMatchObject({ ok: false, found: expect.stringContaining(at) })
  await connection.close()
})
