import type { Alarm } from '#contracts/domain/incident/state.ts'
import type { Answer } from '../../api/types.ts'

export type StandingAlarm = Answer<'listAlarms'>['alarms'][number]

const weight: Record<Alarm['what'], number> = { sos: 0, undelivered: 1, stalled: 2, deadline: 3 }

/** A call for help first, then by kind, then the one that stands longest. */
export const gravest = <A extends Pick<Alarm, 'what' | 'since'>>(a: A, b: A): number =>
  weight[a.what] - weight[b.what] || a.since.localeCompare(b.since)
