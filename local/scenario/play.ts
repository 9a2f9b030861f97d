import type { Logger } from 'pino'
import { openCallers } from './callers.ts'
import type { Client } from './client.ts'
import { clockOf } from './clock.ts'
import { openDesk } from './desk/desk.ts'
import { acknowledgeFreeSos } from './desk/free-sos.ts'
import { planOf } from './plan/plan.ts'
import type { Scenario } from './scenario.ts'

export interface PlayOptions {
  client: Client
  scenario: Scenario
  speed: number
  seed: number
  run: string
  now: () => number
  log: Logger
}

/** Draws what will happen and begins. Answers what does one round: callers call, operators look at everything once. */
export const play = async ({ client, scenario, speed, seed, run, now, log }: PlayOptions) => {
  const { kelurahan } = await client.call('reference', {})
  const plan = planOf(scenario, kelurahan, seed)
  const clock = clockOf(speed, now)
  // Two halves of one control room: what callers file the desk takes, what is a duplicate the callers know.
  const desk = openDesk({ client, clock, seed, run, log, idOf: (call) => callers.idOf(call) })
  const callers = openCallers({
    client,
    clock,
    plan,
    run,
    log,
    filed: (detail, { course }) => desk.take(detail, course),
  })
  log.info({ reports: plan.length, hours: scenario.hours, speed, seed }, 'the scenario begins')
  let over = false
  return {
    round: async (): Promise<void> => {
      await callers.round()
      await desk.round()
      await acknowledgeFreeSos(client, clock, run)
      if (over || callers.left() > 0 || desk.openFiles() > 0) return
      over = true
      log.info({ seed }, 'the scenario is over')
    },
  }
}
