import { execFileSync } from 'node:child_process'
import { mkdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** A small disk of its own, so that it can be filled. */
export interface Disk {
  dir: string
  /** False where this machine lets nobody mount: then it is a plain folder that cannot be filled. */
  isOwn: boolean
  fill: () => void
  empty: () => void
  unmount: () => void
}

const BLOCK = 65_536

/** A tmpfs of so many MB at `dir`. */
export const openDisk = (dir: string, sizeMb: number): Disk => {
  mkdirSync(dir, { recursive: true })
  const ballast = join(dir, 'ballast')
  let isOwn = true
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${sizeMb}m`, 'faults', dir], { stdio: 'ignore' })
  } catch {
    isOwn = false
  }
  return {
    dir,
    isOwn,
    fill: () => {
      const { bavail, bsize } = statfsSync(dir)
      try {
        writeFileSync(ballast, Buffer.alloc(Math.max(BLOCK, bavail * bsize)))
      } catch (error) {
        // Full is what was wanted.
        if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error
      }
    },
    empty: () => rmSync(ballast, { force: true }),
    unmount: () => {
      if (isOwn) execFileSync('umount', ['-l', dir], { stdio: 'ignore' })
    },
  }
}
