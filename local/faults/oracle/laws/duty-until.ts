import { disturbedMs } from '../disturbed.ts'
import type { Evidence, Fault, LawOf } from '../evidence.ts'
import { LATE_MS, timeOf } from '../time.ts'

/** I9: duty until a moment ends at that moment by itself, 15 s later at most and never before, unless it was said anew. */
export const dutyUntil: LawOf = ({ dump, disturbed, slackMs, now }: Evidence) => {
  const running = new Map<string, number>()
  const faults: Fault[] = []
  const judge = (subject: string, dueAt: number, at: number): void => {
    if (at - dueAt <= LATE_MS + slackMs + disturbedMs(disturbed, dueAt, at)) return
    const what = `duty was over ${Math.round((at - dueAt) / 1000)} s before it ended`
    faults.push({ law: 'I9', subject, what })
  }
  for (const { type, entityId, data, at, by, _id } of dump.facts) {
    if (type !== 'volunteer.duty_changed') continue
    const dueAt = running.get(entityId)
    running.delete(entityId)
    if (dueAt !== undefined) judge(_id, dueAt, timeOf(at))
    if (by.kind === 'system' && by.id === 'worker' && (dueAt === undefined || timeOf(at) < dueAt))
      faults.push({ law: 'I9', subject: _id, what: 'duty ended before its time' })
    if (typeof data['until'] === 'string' && data['duty'] !== 'off')
      running.set(entityId, timeOf(data['until']))
  }
  for (const [id, dueAt] of running) judge(id, dueAt, now)
  return faults
}
