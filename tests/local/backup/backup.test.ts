import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { checkIndexes } from '#contracts/store/indexes.ts'
import { leaveAgain } from '../../../local/admin/leave-again.ts'
import { audit } from '../../../local/audit/audit.ts'
import { openDump } from '../../../local/audit/dump.ts'
import { backup } from '../../../local/backup/backup.ts'
import { restore } from '../../../local/backup/restore.ts'
import type { Context } from '../../../api/context.ts'
import {
  aCity,
  aPartner,
  aVolunteer,
  anIncident,
  ask,
  fileOf,
  type PartnerSide,
} from '../../api/partner/city.ts'
import { anEventId, platformOf } from '../../api/partner/platform-of.ts'
import { serve, type Served } from '../../api/partner/served.ts'
import { newHome } from '../../world/platform.ts'

let served: Served
let partner: PartnerSide
let folder: string
beforeAll(async () => {
  served = await serve()
  await aCity(served.context)
  partner = await aPartner(served.context, 'sim')
  folder = await mkdtemp(join(tmpdir(), 'backup-'))
})
afterAll(async () => {
  await rm(folder, { recursive: true })
  await served.close()
})

const databaseOf = ({ connection }: Context) => {
  if (connection.db === undefined) throw new Error('not open')
  return connection.db as never
}
const yes = (url: string, offerId: string | undefined, volunteerRef: string, id: string) =>
  platformOf(url, partner).send('offer.accepted', { offerId, volunteerRef }, id)

/** Incidents are reported, people asked, and yeses come, until it is told to stop. */
const work = (context: Context, url: string) => {
  const said: { id: string; offerId: string; ref: string; body: unknown }[] = []
  const end = new AbortController()
  const lane = async () => {
    while (!end.signal.aborted) {
      const team = await Promise.all([1, 2, 3].map(() => aVolunteer(context, partner)))
      const offers = await ask(context, await anIncident(context, { quantity: 2 }), team)
      for (const one of team.slice(0, 2)) {
        const [id, offerId] = [anEventId(), offers.get(one.id) ?? '']
        said.push({ id, offerId, ref: one.ref, body: (await yes(url, offerId, one.ref, id)).body })
      }
    }
  }
  const lanes = [lane(), lane(), lane()]
  return {
    said,
    stop: async () => {
      end.abort()
      await Promise.all(lanes)
    },
  }
}

it('a backup of a platform at work becomes one moment again, and work goes on there', async () => {
  const { context, url } = served
  const before = work(context, url)
  await expect.poll(() => before.said.length, { timeout: 30_000 }).toBeGreaterThan(20)
  const known = [...before.said]
  const file = join(folder, 'night.backup')
  await backup(databaseOf(context), file, new Date())
  await before.stop()
  expect((await stat(file)).mode & 0o077).toBe(0)

  const home = { ...newHome(), redisUrl: served.home.redisUrl }
  const second = await serve(home)
  // As new as a database can be: the ledger is looked up while it is restored, and is not read whole for every document.
  await second.context.connection.dropDatabase()
  const { broughtUpToDate, bound } = await restore(databaseOf(second.context), file, new Date())
  // A backup in which nothing had moved meanwhile would prove nothing.
  expect(broughtUpToDate).toBeGreaterThan(0)
  expect(bound).toBeGreaterThan(0)
  expect(await checkIndexes(second.context.connection)).toEqual([])

  // The api places what was still pending, as it does whenever it starts to work on a document.
  const pending = await second.context.connection
    .collection('incidents')
    .find({ 'pending.0': { $exists: true } })
    .toArray()
  for (const { _id } of pending) await second.context.store.flush('incident', String(_id))
  const dump = await openDump(home.mongoUri)
  expect((await audit(dump, [], Infinity)).faults).toEqual([])
  await dump.close()

  for (const { id, offerId, ref, body } of known)
    expect((await yes(second.url, offerId, ref, id)).body).toEqual(body)
  const incident = await anIncident(second.context)
  const ana = await aVolunteer(second.context, partner)
  const offers = await ask(second.context, incident, [ana])
  expect((await yes(second.url, offers.get(ana.id), ana.ref, anEventId())).body).toMatchObject({
    outcome: 'confirmed',
  })
  expect((await fileOf(second.context, incident.id)).assignments).toHaveLength(1)
  await second.close()
})

it('does not bring back who took back his consent after the backup was made', async () => {
  const [gone, out, stays] = await Promise.all([1, 2, 3].map(() => aVolunteer(served.context, partner)))
  if (!gone || !out || !stays) throw new Error('three volunteers are wanted')
  const offers = await ask(served.context, await anIncident(served.context), [out])
  await yes(served.url, offers.get(out.id), out.ref, anEventId())
  await served.context.store.settled()
  const file = join(folder, 'before-he-left.backup')
  await backup(databaseOf(served.context), file, new Date())
  const anchors = join(folder, 'anchor.log')
  const line = { at: new Date().toISOString(), agencyId: gone.agencyId, seq: 1, hash: 'x' }
  const left = [gone.id, out.id, 'vol_who_came_and_left_since']
  await writeFile(anchors, [line, { ...line, left }].map((one) => `${JSON.stringify(one)}\n`).join(''))

  const second = await serve({ ...newHome(), redisUrl: served.home.redisUrl })
  await restore(databaseOf(second.context), file, new Date())
  const standing = async ({ id }: { id: string }) =>
    (await second.context.store.ledger.load('volunteer', id))?.state.standing
  expect(await standing(gone)).toBe('active')
  const found = { again: 1, out: [out.id] }
  expect(await leaveAgain(second.context, anchors)).toEqual(found)
  expect(await leaveAgain(second.context, anchors)).toEqual({ ...found, again: 0 })
  expect(await Promise.all([gone, out, stays].map(standing))).toEqual(['withdrawn', 'active', 'active'])
  const persons = await second.context.store.texts.persons([gone.id, stays.id])
  expect([...persons.keys()]).toEqual([stays.id])
  await second.close()
})

it('refuses what is cut short, changed, no backup, or a database in use; and writes nothing then', async () => {
  const file = join(folder, 'again.backup')
  await backup(databaseOf(served.context), file, new Date())
  const whole = gunzipSync(await readFile(file)).toString('utf8')
  const other = await serve()
  const empty = databaseOf(other.context)
  const refuses = async (name: string, text: string, why: string) => {
    const bad = join(folder, name)
    await writeFile(bad, gzipSync(text))
    await expect(restore(empty, bad, new Date())).rejects.toThrow(why)
  }
  await refuses('cut', whole.split('\n').slice(0, -2).join('\n'), 'not a whole backup')
  await refuses('changed', whole.replace('Yohana', 'Yolanda'), 'was changed')
  await refuses('other', '{"what":"something else"}\n', 'does not know')
  await expect(restore(databaseOf(served.context), file, new Date())).rejects.toThrow('is not empty')
  expect(await other.context.connection.collection('facts').countDocuments()).toBe(0)
  await other.close()
})

/** A command as somebody types it. */
const typed = async (main: string, ...args: string[]) => {
  const file = fileURLToPath(new URL(`../../../local/${main}/main.ts`, import.meta.url))
  const child = spawn(process.execPath, ['--import', 'tsx', file, ...args], {
    env: { PATH: process.env['PATH'], TOP_RANGER_DATA: folder },
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk))
  const [code] = (await once(child, 'close')) as [number | null]
  return { code, said }
}

it('the commands of the guide do what it says, and end with a number that a script can read', async () => {
  await served.context.store.settled()
  const file = join(folder, 'typed.backup')
  const into = newHome().mongoUri
  const [backedUp, mistyped] = await Promise.all([
    typed('backup', 'backup', '--to', file, '--url', served.home.mongoUri),
    typed('audit', '--at-rest', '--url', newHome().mongoUri),
  ])
  expect(backedUp).toMatchObject({ code: 0, said: expect.stringMatching(/ documents of \d+ collections/) })
  expect(mistyped).toMatchObject({ code: 2, said: expect.stringContaining('There is nothing to audit') })
  const restored = await typed('backup', 'restore', '--from', file, '--url', into)
  expect(restored).toMatchObject({ code: 0, said: expect.stringContaining('documents restored') })
  const audited = await typed('audit', '--at-rest', '--url', into)
  expect(audited).toMatchObject({ code: 0, said: expect.stringContaining('ok: no fault') })
}, 300_000)
