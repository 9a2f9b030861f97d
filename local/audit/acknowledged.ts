import type { IncidentFold } from './incident.ts'
import type { Accuse, ReceiptRow } from './shapes.ts'

const textAt = (body: unknown, key: string): string | null => {
  const value = typeof body === 'object' && body !== null ? (body as Record<string, unknown>)[key] : null
  return typeof value === 'string' ? value : null
}

/** Whatever was answered with a yes must be in the ledger: tasks that were confirmed, incidents that were taken down. */
export const auditAnswers = (
  receipts: readonly ReceiptRow[],
  incidents: ReadonlyMap<string, IncidentFold>,
  accuse: Accuse,
): number => {
  const tasks = new Set([...incidents.values()].flatMap(({ tasks: team }) => [...team.keys()]))
  let checked = 0
  for (const { _id, outcome } of receipts) {
    if (outcome === null || outcome.status >= 300) continue
    const task = textAt(outcome.body, 'assignmentId')
    const incident = textAt(outcome.body, 'incidentId')
    if (task !== null && !tasks.has(task))
      accuse({ law: 'I1', subject: _id, what: `${task} was confirmed and is not in the ledger` })
    if (incident !== null && !incidents.has(incident))
      accuse({ law: 'I1', subject: _id, what: `${incident} was acknowledged and is not in the ledger` })
    if (task !== null || incident !== null) checked += 1
  }
  return checked
}
