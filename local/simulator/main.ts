import { randomUUID } from 'node:crypto'
import { pino } from 'pino'
import { simulatorConfig } from './config.ts'
import { openSimulator } from './open.ts'
import { readRoster } from './roster.ts'
import { realTime } from './time.ts'

/**
 * "Ojek Contoh": a ride-hailing platform that exists nowhere, in a process of its own. It knows the public contract
 * and nothing else. Prints one JSON line per fact; sends `{ ready: true, port }` to a parent that forked it.
 */
const config = simulatorConfig()
const log = pino({
  level: config.logLevel,
  base: { process: 'simulator' },
  timestamp: pino.stdTimeFunctions.isoTime,
  formatters: { level: (label) => ({ level: label }) },
})
const time = realTime()

const simulator = await openSimulator({
  ...config,
  roster: await readRoster(config.rosterPath),
  time,
  newId: () => `oc_${randomUUID()}`,
  log: ({ at, what, ...details }) => log[what === 'unexpected' ? 'warn' : 'info']({ at, ...details }, what),
})
log.info({ port: simulator.port }, 'simulator is ready')
process.send?.({ ready: true, port: simulator.port })

let stopping = false
const stop = async (why: string): Promise<void> => {
  // Ctrl-C reaches every process of the group, and the parent tells us too.
  if (stopping) return
  stopping = true
  log.info({ why }, 'simulator is stopping')
  time.stop()
  await simulator.close()
  const { unexpected, ...counts } = simulator.report()
  log.info({ ...counts, unexpected: unexpected.length }, 'simulator has stopped')
  process.exit(0)
}
process.on('SIGTERM', () => void stop('SIGTERM'))
process.on('SIGINT', () => void stop('SIGINT'))
// Whoever started us is gone: nobody else would stop us.
process.on('disconnect', () => void stop('parent gone'))
