import type { ChildProcess } from 'node:child_process'
import { mkdir } from 'node:fs/promises'
import { createClosers } from '#contracts/runtime/closers.ts'
import { createLogger } from '#contracts/runtime/log.ts'
import { roles } from '#contracts/domain/roles.ts'
import { build } from '../build.ts'
import { AGENCY_ID } from '../seed/kupang.ts'
import { writeSandboxFile } from '../seed/sandbox.ts'
import { localSecrets } from '../seed/sign-ins.ts'
import { claimPort } from '../servers/port.ts'
import { environments } from './environments.ts'
import { startProcess, type CityProcess } from './processes.ts'
import { seedCity } from './seed-city.ts'
import { startServers } from './servers.ts'

export interface CityOptions {
  /** Data, keys and logs of this city; kept between runs. */
  dataDir: string
  /** Port of the api and its screens; 0 or nothing: a free one. */
  port?: number
  /** Invented volunteers, 60 by default. */
  volunteers?: number
  /** Environment of the simulated partner (SIM_…), on top of the defaults. */
  simulator?: Record<string, string>
  /** Environment of the scenario (SCENARIO_…); absent: nobody calls, and operators are people. */
  scenario?: Record<string, string>
  /** Variables of the api for its map (MAP_…): true boundaries, streets. Absent: the built-in map. */
  map?: Readonly<Record<string, string>>
  /** `environment`: MongoDB and Redis named there are used (`npm start`); else the city always has servers of its own. */
  servers?: 'own' | 'environment'
  /** Starts a process again when it ends by itself (`npm start`); tests want to see it dead. */
  revive?: boolean
  /** Somebody watches and calls a number of the simulated gateway when nobody looks at a screen. */
  watch?: boolean
  note: (line: string) => void
}

export interface City {
  apiUrl: string
  simulatorUrl: string
  mongoUri: string
  redisUrl: string
  signIns: { role: string; login: string; password: string }[]
  /** `scenario` is there when one was asked for. */
  processes: {
    api: ChildProcess
    worker: ChildProcess
    simulator: ChildProcess
    scenario: ChildProcess | undefined
  }
  servers: Awaited<ReturnType<typeof startServers>>
  /** Starts one process anew, with these variables on top of its own: after it was killed, or to have it stop at a point. */
  restartWith: (name: 'api' | 'worker' | 'simulator', extra: Record<string, string>) => Promise<void>
  stop: () => Promise<void>
}

/**
 * Brings up the whole platform on this machine: servers, seed, api, worker and simulated partner as separate processes,
 * and a scenario when one is asked for.
 */
export const startCity = async (options: CityOptions): Promise<City> => {
  const { dataDir, note, volunteers = 60, revive = false } = options
  await mkdir(dataDir, { recursive: true })
  const closers = createClosers({ log: createLogger({ name: 'local', level: 'warn' }), deadlineMs: 15_000 })
  try {
    await build(note)
    const secrets = await localSecrets(dataDir)
    const servers = await startServers(dataDir, options.servers ?? 'own', note)
    closers.add('servers', servers.stop)
    const port = await claimPort(options.port || undefined)
    const simulatorPort = await claimPort()
    const place = { dataDir, secrets, servers, port, simulatorPort }
    const apiUrl = `http://127.0.0.1:${port}`
    const seeded = await seedCity({ ...place, volunteers })
    note(seeded)
    await writeSandboxFile(dataDir, { agencyId: AGENCY_ID, apiUrl, secrets })

    const env = environments(place, options)
    const running = new Map<string, CityProcess>()
    const played = options.scenario === undefined ? [] : (['scenario'] as const)
    const watching = options.watch === true ? (['watch'] as const) : []
    for (const name of ['api', 'worker', 'simulator', ...watching, ...played] as const) {
      const process = await startProcess({ name, env: env[name], dataDir, revive, note })
      running.set(name, process)
      closers.add(name, process.stop)
      note(`${name} is ready (process ${process.child.pid}).`)
    }
    const childOf = (name: string): ChildProcess => {
      const process = running.get(name)
      if (process === undefined) throw new Error(`${name} was never started`)
      return process.child
    }
    return {
      apiUrl,
      simulatorUrl: `http://127.0.0.1:${simulatorPort}`,
      mongoUri: servers.mongoUri,
      redisUrl: servers.redisUrl,
      signIns: roles.map((role) => ({ role, login: role, password: secrets.passwords[role] ?? '' })),
      processes: {
        get api() {
          return childOf('api')
        },
        get worker() {
          return childOf('worker')
        },
        get simulator() {
          return childOf('simulator')
        },
        get scenario() {
          return running.get('scenario')?.child
        },
      },
      servers,
      restartWith: async (name, extra) => running.get(name)?.restartWith(extra),
      stop: async () => {
        if (!(await closers.closeAll())) note('Not everything stopped in order; see the lines above.')
      },
    }
  } catch (error) {
    await closers.closeAll()
    throw error
  }
}
