import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { pino } from 'pino'
import { signIn } from './client.ts'
import { scenarioConfig } from './config.ts'
import { play } from './play.ts'
import { scenarios } from './scenarios/all.ts'

/**
 * A day of the city, in a process of its own: the callers and the operators, through the public API and nothing else. The
 * volunteers are played by the simulator. Prints one JSON line per deed; sends `{ ready: true }` to a parent that forked it.
 */
const ROUND_EVERY_MS = 2000

const { apiUrl, name, speed, seed, credentials, logLevel } = scenarioConfig()
const log = pino({
  level: logLevel,
  base: { process: 'scenario', scenario: name },
  timestamp: pino.stdTimeFunctions.isoTime,
  formatters: { level: (label) => ({ level: label }) },
})

const client = await signIn(apiUrl, credentials)
const { round } = await play({
  client,
  scenario: scenarios[name],
  speed,
  seed,
  run: randomUUID(),
  now: Date.now,
  log,
})
process.send?.({ ready: true })

const stop = (why: string): void => {
  log.info({ why }, 'the scenario stops')
  process.exit(0)
}
process.on('SIGTERM', () => stop('SIGTERM'))
process.on('SIGINT', () => stop('SIGINT'))
// Whoever started us is gone: nobody else would stop us.
process.on('disconnect', () => stop('parent gone'))

for (;;) {
  // A round that fails is tried again: what it had done is done, and every deed has its own key.
  await round().catch((error: unknown) => log.warn({ err: error }, 'a round failed'))
  await pause(ROUND_EVERY_MS)
}
