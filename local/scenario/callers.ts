import type { Logger } from 'pino'
import type { IncidentDetail } from '#contracts/wire/routes/views.ts'
import { atOnce } from './at-once.ts'
import type { Client } from './client.ts'
import type { Clock } from './clock.ts'
import type { Call } from './plan/plan.ts'

export interface CallersOptions {
  client: Client
  clock: Clock
  plan: readonly Call[]
  run: string
  /** What was filed is handed on. */
  filed: (detail: IncidentDetail, call: Call) => void
  log: Logger
}

/** The public: calls the control room when its time has come. */
export const openCallers = ({ client, clock, plan, run, filed, log }: CallersOptions) => {
  const ids = new Map<number, string>()

  const report = async ([n, call]: [number, Call]): Promise<void> => {
    const detail = await client.call('reportIncident', { body: call.report, key: `${run}:call:${n}` })
    ids.set(n, detail.incident.id)
    filed(detail, call)
    const { hazard, severity } = call.report
    log.info({ call: n + 1, of: plan.length, number: detail.incident.number, hazard, severity }, 'reported')
  }

  return {
    /** Reports everything that is due and was not reported yet. */
    round: (): Promise<void> => {
      const due = [...plan.entries()].filter(([n, { atS }]) => !ids.has(n) && atS <= clock.lifeS())
      return atOnce(due, report)
    },
    idOf: (call: number): string | null => ids.get(call) ?? null,
    left: (): number => plan.length - ids.size,
  }
}
