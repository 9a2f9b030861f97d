import type { FileRow } from './shapes.ts'

type Row = Record<string, unknown>
const rows = (value: unknown): Row[] => (Array.isArray(value) ? (value as Row[]) : [])
const only = (row: Row, ...keys: string[]): Row => Object.fromEntries(keys.map((key) => [key, row[key]]))

/** The same picture of a stored document that the replay draws from the facts; null: a kind that the audit does not fold. */
export const pictureOfStored = (kind: string, { state }: FileRow): unknown => {
  if (kind === 'volunteer') return only(state, 'personKey', 'duty', 'standing')
  if (kind === 'user') return only(state, 'role', 'status')
  if (kind === 'shift')
    return { handedOver: state['handedOver'] !== null, entries: rows(state['entries']).length }
  if (kind !== 'incident') return null
  return {
    ...only(state, 'status', 'severity', 'hazard'),
    needs: rows(state['needs']).map((need) => only(need, 'id', 'status', 'quantity')),
    offers: rows(state['offers']).map((offer) => only(offer, 'id', 'needId', 'volunteerId')),
    team: rows(state['assignments']).map((task) =>
      only(task, 'id', 'needId', 'slot', 'volunteerId', 'offerId', 'state'),
    ),
  }
}
