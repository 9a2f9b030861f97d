/** The port that a server's address names. */
export const portOf = (url: string) => Number(new URL(url).port)

/** Whether a process with this id exists, be it ours or not. */
export function isAlive(pid: number | undefined): boolean {
  if (pid === undefined) return false
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
