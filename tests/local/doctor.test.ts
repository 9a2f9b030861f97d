import { expect, it } from 'vitest'
import { systemClock } from '#contracts/runtime/clock.ts'
import { connectMongo } from '#contracts/runtime/mongo.ts'
import { createCursors } from '#contracts/store/cursors.ts'
import { WATCH_LEASE } from '#contracts/store/heartbeats.ts'
import { createModels } from '#contracts/store/models.ts'
import { checkMongo } from '../../local/doctor/checks.ts'
import { newHome, testLog } from '../world/platform.ts'

it('says whether anybody is called when nobody looks at a screen', async () => {
  const { mongoUri: uri } = newHome()
  const connection = await connectMongo({ uri, log: testLog('doctor'), appName: 'test' })
  const { lease } = createCursors(createModels(connection), systemClock)
  const watch = async () => (await checkMongo(uri)).find(({ what }) => what === 'Watch')

  expect(await watch()).toMatchObject({ ok: false, found: expect.stringContaining('has never run') })
  await lease(WATCH_LEASE, 'somebody', -60)
  expect(await watch()).toMatchObject({ ok: false, found: expect.stringContaining('is silent since') })
  await lease(WATCH_LEASE, 'somebody', 600)
  expect(await watch()).toMatchObject({ ok: true })
  await connection.close()
})
