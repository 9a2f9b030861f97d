import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { readMends } from '../../local/faults/ground/mends.ts'
import { openTestPlatform } from '../world/platform.ts'
import { fact } from './given.ts'

let platform: Awaited<ReturnType<typeof openTestPlatform>>
let dir: string
beforeEach(async () => {
  platform = await openTestPlatform()
  dir = await mkdtemp(join(tmpdir(), 'tr-mends-'))
})
afterEach(async () => {
  await platform.close()
  await rm(dir, { recursive: true, force: true })
})

const worker = { by: { kind: 'system', id: 'worker' } }
const partner = { by: { kind: 'partner', id: 'ptn_1' } }
const ofVolunteer = { kind: 'volunteer', entityId: 'vol_1' }

const line = (takenUp: object): string => JSON.stringify({ level: 'info', loop: 'sweeper', takenUp })

it('counts what time alone ended by the ledger: offers nobody answered, and duty that was until a moment', async () => {
  const facts = [
    fact(1, 'offer.expired', { offerId: 'of_1', reason: 'no_answer' }, 'due:1', worker),
    fact(2, 'offer.expired', { offerId: 'of_2', reason: 'no_answer' }, 'yes:2', { by: { kind: 'system', id: 'expiry' } }),
    fact(3, 'offer.expired', { offerId: 'of_3', reason: 'undelivered' }, 'lost:3', worker),
    fact(4, 'volunteer.duty_changed', { duty: 'off' }, 'duty:1', { ...ofVolunteer, ...worker }),
    fact(5, 'volunteer.duty_changed', { duty: 'off' }, 'wh:1', { ...ofVolunteer, ...partner }),
    fact(6, 'volunteer.duty_changed', { duty: 'on' }, 'wh:2', { ...ofVolunteer, ...partner }),
    fact(7, 'deadline.missed', { what: 'trc' }, 'due:2', worker),
  ] // prettier-ignore
  await platform.connection.collection('facts').insertMany(facts as never)
  const log = [line({ dutiesEnded: 1, dueTimes: 2 }), line({ dueTimes: 1 })].join('\n')
  await writeFile(join(dir, 'worker-1.log'), log)
  const mends = await readMends({ dir, mongoUri: platform.home.mongoUri })
  expect(mends).toMatchObject({
    offersExpired: 2,
    // Once: the log of the worker tells of the same.
    dutiesEnded: 1,
    dueTimes: 3,
    'offer.expired': 3,
    'deadline.missed': 1,
    'sos.raised': 0,
  })
})
