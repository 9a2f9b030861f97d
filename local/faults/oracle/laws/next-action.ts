import type { Fault, LawOf } from '../evidence.ts'

const open = new Set(['reported', 'verified', 'dispatching', 'responding', 'controlled'])
const LATE_MS = 15_000

/** I9: every open incident has a next action with a time, and none, of one that has ended neither, is overdue by more than 15 s. */
export const nextAction: LawOf = ({ dump, now }) =>
  dump.incidents.flatMap(({ _id, state, nextDueAt }): Fault[] => {
    if (nextDueAt === null)
      return !open.has(String(state['status']))
        ? []
        : [{ law: 'I9', subject: _id, what: `${String(state['status'])} without a next action` }]
    const lateMs = now - Date.parse(nextDueAt)
    return lateMs <= LATE_MS
      ? []
      : [{ law: 'I9', subject: _id, what: `overdue by ${Math.round(lateMs / 1000)} s` }]
  })
