import { spawn } from 'node:child_process'
import { Socket } from 'node:net'

/**
 * Ends the process `pid` when this one is gone, however it went: a shell waits on a pipe that closes with us,
 * then asks the process to end (and wakes it if it was stopped). Answers how to call the keeper off.
 */
export function keepUntilWeEnd(pid: number): () => void {
  const script = 'read -r _; kill -TERM "$1"; kill -CONT "$1"'
  const keeper = spawn('sh', ['-c', script, 'keeper', String(pid)], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  keeper.unref()
  if (keeper.stdin instanceof Socket) keeper.stdin.unref()
  return () => void keeper.kill('SIGKILL')
}
