import { hasEnded, isAsking } from './moves.ts'
import { assignmentOf, awaitsCallback, awaitsCheckin, needOf } from './read.ts'
import type { Alarm, Incident } from './state.ts'

/** How grave a kind is, the gravest 0: a person in need, a person who was not reached, nobody left to ask, a deadline missed. */
export const alarmRank: Readonly<Record<Alarm['what'], number>> = {
  sos: 0,
  undelivered: 1,
  stalled: 2,
  deadline: 3,
}

/** Raises the alarm, or raises it again when somebody had acknowledged it before. */
export const raise = (state: Incident, alarm: Omit<Alarm, 'acknowledgedAt'>): Incident => ({
  ...state,
  alarms: [...state.alarms.filter(({ id }) => id !== alarm.id), { ...alarm, acknowledgedAt: null }],
})

const deadlineStands = (state: Incident, { detail, subject, since }: Alarm): boolean => {
  // The end lays down an alarm about a promised call, as every release has; time raises it anew, and then it stands until the call.
  if (hasEnded(state.status))
    return detail === 'callback' && awaitsCallback(state) && since > (state.endedAt ?? '')
  // Whatever happens in a forgotten incident, also that somebody saw the alarm, is the look that was asked for.
  if (detail === 'review') return state.changedAt <= since
  if (detail === 'verify') return state.status === 'reported'
  if (detail === 'dispatch') return state.status === 'verified'
  if (detail === 'accept')
    return isAsking(state.status) && (needOf(state, subject)?.status ?? 'filled') !== 'filled'
  if (detail === 'callback') return awaitsCallback(state)
  if (detail === 'trc')
    return state.severity === 'kritis' && state.trc.arrivedAt === null && state.status !== 'controlled'
  if (detail !== 'arrive' && detail !== 'checkin') return true
  const assignment = assignmentOf(state, subject)
  if (detail === 'checkin') return assignment !== undefined && awaitsCheckin(assignment)
  return assignment?.state === 'accepted' || assignment?.state === 'en_route'
}

const stands = (state: Incident, alarm: Alarm): boolean => {
  switch (alarm.what) {
    case 'stalled':
      return isAsking(state.status) && needOf(state, alarm.subject)?.status === 'stalled'
    case 'undelivered':
      return assignmentOf(state, alarm.subject)?.acks.stood_down === null
    case 'deadline':
      return deadlineStands(state, alarm)
    case 'sos':
      return alarm.acknowledgedAt === null || !hasEnded(state.status)
    default:
      alarm.what satisfies never
      return true
  }
}

/**
 * Alarms whose cause has gone come to rest by themselves. An SOS never does: a person acknowledges it, and then it rests
 * with its incident.
 */
export const rest = (state: Incident): Incident => {
  const alarms = state.alarms.filter((alarm) => stands(state, alarm))
  return alarms.length === state.alarms.length ? state : { ...state, alarms }
}
