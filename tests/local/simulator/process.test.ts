import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { Report } from '../../../local/simulator/report.ts'
import { openFakePlatform } from './fake-platform.ts'
import { driver, OURS, THEIRS } from './given.ts'

const main = new URL('../../../local/simulator/main.ts', import.meta.url).pathname
const Ready = z.object({ ready: z.literal(true), port: z.int() })

describe('the process', () => {
  let folder = ''
  let child: ChildProcess | undefined
  let platform: Awaited<ReturnType<typeof openFakePlatform>>
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'simulator-'))
    platform = await openFakePlatform({ theirs: THEIRS, ours: OURS })
  })
  afterEach(async () => {
    child?.kill('SIGKILL')
    await platform.close()
    await rm(folder, { recursive: true })
  })

  const begin = (env: Record<string, string>) => {
    child = fork(main, [], {
      execArgv: ['--import', 'tsx'],
      env: { PATH: process.env.PATH, ...env },
      silent: true,
    })
    return child
  }

  it.each(['SIGTERM', 'SIGINT'] as const)('serves its report and stops in order on %s', async (signal) => {
    const roster = join(folder, 'roster.json')
    await writeFile(roster, JSON.stringify([driver('d1')]))
    const process = begin({
      SIM_API_URL: platform.url,
      SIM_PARTNER_REF: 'ojek-contoh',
      SIM_SECRET_OUT: THEIRS,
      SIM_SECRET_IN: OURS,
      SIM_ROSTER: roster,
    })
    const { port } = Ready.parse((await once(process, 'message'))[0])
    const read = async (path: string) => (await fetch(`http://127.0.0.1:${port}${path}`)).json()
    expect(Report.parse(await read('/report'))).toMatchObject({ offers: 0, unexpected: [] })
    expect(await read('/timeline')).toBeInstanceOf(Array)
    expect((await fetch(`http://127.0.0.1:${port}/top-ranger/webhook`)).status).toBe(404)
    process.kill(signal)
    expect((await once(process, 'exit'))[0]).toBe(0)
  })

  it('does not start without its environment, and says what is missing', async () => {
    const process = begin({})
    const said: Buffer[] = []
    process.stderr?.on('data', (part: Buffer) => said.push(part))
    const [code] = await once(process, 'close')
    expect(code).toBe(1)
    expect(Buffer.concat(said).toString()).toMatch(/SIM_API_URL[\s\S]*SIM_ROSTER/)
  })
})
