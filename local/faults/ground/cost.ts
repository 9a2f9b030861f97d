import { readFileSync } from 'node:fs'

/** Clock ticks a second, of every Linux we run on. */
const TICKS = 100

/** Seconds of CPU that a process has used so far; 0 when it is gone or this is no Linux. */
export const cpuSecondsOf = (pid: number | undefined): number => {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /, '')
      .split(' ')
    return (Number(fields[11]) + Number(fields[12])) / TICKS
  } catch {
    return 0
  }
}
