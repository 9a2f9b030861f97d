import { alarmRank } from '#contracts/domain/incident/alarms.ts'
import type { Alarm } from '#contracts/domain/incident/state.ts'
import type { Answer } from '../../api/types.ts'

export type StandingAlarm = Answer<'listAlarms'>['alarms'][number]

/** A call for help first, then by kind, then the one that stands longest. */
export const gravest = <A extends Pick<Alarm, 'what' | 'since'>>(a: A, b: A): number =>
  alarmRank[a.what] - alarmRank[b.what] || a.since.localeCompare(b.since)
