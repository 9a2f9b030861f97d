import { hasEnded } from '#contracts/domain/incident/moves.ts'
import type { Alarm, Incident } from '#contracts/domain/incident/state.ts'

/**
 * The alarms that still count: all of an open incident; of one that has ended those that nobody has seen. Somebody may call for
 * help, or not know that he was called home, long after the incident was cancelled.
 */
export const countingAlarms = ({ alarms, status }: Pick<Incident, 'alarms' | 'status'>): readonly Alarm[] =>
  hasEnded(status) ? alarms.filter(({ acknowledgedAt }) => acknowledgedAt === null) : alarms
