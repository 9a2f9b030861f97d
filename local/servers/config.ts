import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'

/** Where the local servers look for programs and keep what they fetched. */
export type ServersConfig = {
  /** The folder that outlives a run; nothing in it is worth a backup. */
  cacheDir: string
  /** The folders of PATH, in order. */
  searchPath: string[]
  /** A mongod named by hand (MONGOMS_SYSTEM_BINARY). */
  mongod?: string
  /** A browser named by hand (CHROMIUM_PATH). */
  chromium?: string
}

/** Reads the environment once. An empty variable counts as an absent one. */
export function serversConfig(env: NodeJS.ProcessEnv = process.env): ServersConfig {
  return {
    cacheDir: join(env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'top-ranger'),
    searchPath: (env.PATH ?? '').split(delimiter).filter((folder) => folder !== ''),
    mongod: env.MONGOMS_SYSTEM_BINARY || undefined,
    chromium: env.CHROMIUM_PATH || undefined,
  }
}
