import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startCity } from '../city/city.ts'
import { cityConfig } from '../config.ts'
import type { Role } from '#contracts/domain/roles.ts'
import { playedBy } from '../played.ts'
import { type Client, signIn } from '../scenario/client.ts'
import { localSecrets } from '../seed/sign-ins.ts'
import type { ScreensOptions } from './options.ts'

/** The running city that is looked at. */
export interface Stage {
  url: string
  /** Who signs in at the desk; the same person asks the api what the screens must show. */
  user: { login: string; password: string }
  client: Client
  /** The sign-in of whoever has another role. */
  userOf: (role: Role) => { login: string; password: string }
  /** Ours: may be changed for the pictures, and must have a subject for each of them. */
  own: boolean
  /** In a city of our own nobody calls and no operator acts until what this returns is called; the platform and its volunteers go on. */
  hold: () => () => void
  end: (good: boolean) => Promise<void>
}

type StageOptions = Pick<ScreensOptions, 'url' | 'played'> &
  Partial<Pick<ScreensOptions, 'login' | 'password'>>

const visited = async (
  url: string,
  { login = 'supervisor', password = null }: StageOptions,
): Promise<Stage> => {
  const { passwords } = await localSecrets(cityConfig().dataDir)
  const known = password ?? passwords[login]
  if (known === undefined) throw new Error(`no password of ${login} is known: give --password`)
  const user = { login, password: known }
  return {
    url,
    user,
    client: await signIn(url, user),
    // The sample people of a local city have the names of their roles.
    userOf: (role) => ({ login: role, password: passwords[role] ?? '' }),
    own: false,
    hold: () => () => undefined,
    end: () => Promise.resolve(),
  }
}

/** The city at `--url`, or one of its own on a free port with a data folder that is thrown away after a good run. */
export const openStage = async (options: StageOptions, note: (line: string) => void): Promise<Stage> => {
  if (options.url !== null) return visited(options.url, options)
  const dataDir = await mkdtemp(join(tmpdir(), 'top-ranger-screens-'))
  const { played } = options
  const city = await startCity({ dataDir, volunteers: played.volunteers, ...playedBy(played), note })
  const end = async (good: boolean): Promise<void> => {
    await city.stop()
    if (good) await rm(dataDir, { recursive: true, force: true })
    else note(`Logs: ${dataDir}`)
  }
  try {
    const userOf: Stage['userOf'] = (role) => {
      const found = city.signIns.find((one) => one.role === role)
      if (found === undefined) throw new Error(`no ${role} was seeded`)
      return { login: found.login, password: found.password }
    }
    const user = userOf('supervisor')
    const hold: Stage['hold'] = () => {
      city.processes.scenario?.kill('SIGSTOP')
      return () => void city.processes.scenario?.kill('SIGCONT')
    }
    return { url: city.apiUrl, user, client: await signIn(city.apiUrl, user), userOf, own: true, hold, end }
  } catch (error) {
    await end(false)
    throw error
  }
}
