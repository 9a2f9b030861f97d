import type { IncidentFact } from './facts.ts'
import { raise } from './alarms.ts'
import type { Incident } from './state.ts'

type AlarmFact = Extract<
  IncidentFact,
  { type: 'sos.raised' | 'delivery.failed' | 'deadline.missed' | 'alarm.acknowledged' }
>

/** What a person must see. */
export const evolveAlarm = (state: Incident, fact: AlarmFact): Incident => {
  switch (fact.type) {
    case 'sos.raised': {
      const { assignmentId, point } = fact.data
      const next = raise(state, {
        id: `sos:${assignmentId}`,
        what: 'sos',
        detail: 'sos',
        subject: assignmentId,
        since: fact.at,
      })
      return {
        ...next,
        assignments: next.assignments.map((a) =>
          a.id === assignmentId ? { ...a, sosAt: fact.at, lastPoint: point ?? a.lastPoint } : a,
        ),
      }
    }
    case 'delivery.failed': {
      const { what, subject } = fact.data
      if (what !== 'stand_down') return state
      const alarm = { id: `undelivered:${subject}`, what: 'undelivered', detail: what, subject } as const
      return raise(state, { ...alarm, since: fact.at })
    }
    case 'deadline.missed': {
      const { what, subject } = fact.data
      const alarm = { id: `deadline:${what}:${subject}`, what: 'deadline', detail: what, subject } as const
      const next = raise(state, { ...alarm, since: fact.at })
      // A review is asked for again and again; every other deadline is missed once.
      return what === 'review' ? next : { ...next, missed: [...next.missed, `${what}:${subject}`] }
    }
    case 'alarm.acknowledged':
      return {
        ...state,
        alarms: state.alarms.map((alarm) =>
          alarm.id === fact.data.alarm ? { ...alarm, acknowledgedAt: fact.at } : alarm,
        ),
      }
    default:
      fact satisfies never
      return state
  }
}
