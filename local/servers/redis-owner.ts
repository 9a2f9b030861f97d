import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { readFile, realpath, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { join } from 'node:path'

/** Redis does not guard its folder, and two that append to one log ruin it; so we write down who serves it. */
const OWNER_FILE = 'owner.json'

type Owner = { pid: number; port: number }

/** Notes that the process `pid` serves `dataDir` on `port`. */
export async function recordOwner(dataDir: string, owner: Owner): Promise<void> {
  await writeFile(join(dataDir, OWNER_FILE), JSON.stringify(owner))
}

/** Throws when the Redis that was noted last still serves `dataDir`. A note left by a dead one counts nothing. */
export async function refuseOwned(dataDir: string): Promise<void> {
  const path = join(dataDir, OWNER_FILE)
  if (!existsSync(path)) return
  const owner = JSON.parse(await readFile(path, 'utf8')) as Owner
  if (isAlive(owner.pid) && (await serves(owner.port, await realpath(dataDir))))
    throw new Error(`${dataDir} is in use by another Redis (process ${owner.pid}, port ${owner.port})`)
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** Asks whoever listens on `port`; one that takes the call and stays silent may be a Redis that hangs. */
async function serves(port: number, folder: string): Promise<boolean> {
  const socket = connect(port, '127.0.0.1')
  try {
    await once(socket, 'connect')
    socket.write('CONFIG GET dir\r\n')
    const [answer] = (await once(socket, 'data', { signal: AbortSignal.timeout(1_000) })) as [Buffer]
    return answer.toString().includes(`\r\n${folder}\r\n`)
  } catch (error) {
    return error instanceof Error && error.name === 'AbortError'
  } finally {
    socket.destroy()
  }
}
