import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import mongoose from 'mongoose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { jobIds, jobs } from '#contracts/wire/jobs.ts'
import { restore } from '../../local/backup/restore.ts'
import { sweeperLoop } from '../../worker/loops/sweeper.ts'
import { catalogue } from '../../worker/jobs/catalogue.ts'
import { AGENCY, PASSWORD } from '../api/api-world.ts'
import { serve, type Served } from '../api/partner/served.ts'
import { onePass } from '../worker/pass.ts'
import { openBench, type Bench } from '../worker/world.ts'
import { audit } from '../world/audit.ts'
import { signIn, until } from '../world/client.ts'
import { newHome, type Home } from '../world/platform.ts'

/** What each release left behind: a backup of a city of its own, and jobs that lay in Redis. */
const folder = fileURLToPath(new URL('../fixtures', import.meta.url))
const About = z.object({ incidents: z.record(z.string(), z.string()), types: z.array(z.string()) })
const Job = z.object({ name: z.enum(['match', 'due', 'deliver']), id: z.string(), data: z.unknown() })
const read = (release: string, name: string): unknown =>
  JSON.parse(readFileSync(join(folder, release, name), 'utf8'))

describe.each(readdirSync(folder))('what release %s wrote', (release) => {
  const about = About.parse(read(release, 'about.json'))
  let home: Home
  let served: Served
  let bench: Bench
  beforeAll(async () => {
    home = newHome()
    const connection = await mongoose.createConnection(home.mongoUri).asPromise()
    if (connection.db === undefined) throw new Error('not open')
    await restore(connection.db, join(folder, release, 'backup'), new Date())
    await connection.close()
    served = await serve(home)
    bench = await openBench(undefined, home)
  })
  afterAll(async () => {
    await served.close()
    await bench.close()
  })

  it('is folded to what was stored, and its chain holds', async () => {
    expect((await audit(bench.ctx.connection)).faults).toEqual([])
    expect(about.types.length).toBeGreaterThan(20)
  })

  it('is served', async () => {
    const operator = await signIn(served.url, 'operator', PASSWORD)
    const { incidents } = await operator.call('listIncidents', { query: { limit: 50 } })
    expect(new Set(incidents.map(({ id }) => id))).toEqual(new Set(Object.values(about.incidents)))
    for (const id of Object.values(about.incidents)) {
      await operator.call('getIncident', { params: { id } })
      expect((await operator.call('incidentFacts', { params: { id } })).facts.length).toBeGreaterThan(0)
    }
    await operator.call('listAlarms')
    await operator.call('listVolunteers', { query: {} })
    await operator.call('listShifts')
    await operator.call('listZones')
    const supervisor = await signIn(served.url, 'supervisor', PASSWORD)
    await supervisor.call('readPolicy')
  })

  it('goes on: jobs that lay in Redis are taken, what is overdue is done, and the ledger stays whole', async () => {
    const left = z.array(Job).parse(read(release, 'jobs.json'))
    expect(new Set(left.map(({ name }) => name)).size).toBeGreaterThan(1)
    for (const { name, id, data } of left) {
      const known = jobs[name].parse(data)
      expect((jobIds[name] as (of: unknown) => string)(known)).toBe(id)
      await (catalogue[name].handle as (ctx: unknown, of: unknown) => Promise<void>)(bench.ctx, known)
    }
    await until('nothing that is overdue', async () => {
      await onePass(sweeperLoop(bench.ctx))
      await bench.ctx.store.settled()
      return (await bench.ctx.asking.overdue(bench.ctx.clock.now().toISOString(), 10)).length === 0
    })
    expect((await bench.ctx.store.cursors.head(AGENCY)).seq).toBeGreaterThan(0)
    expect((await audit(bench.ctx.connection)).faults).toEqual([])
  })
})
