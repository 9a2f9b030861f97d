import { bySecretId, zoneFields } from './office.ts'
import type { Kind } from './dump.ts'
import type { FileRow } from './shapes.ts'

type Row = Record<string, unknown>
const rows = (value: unknown): Row[] => (Array.isArray(value) ? (value as Row[]) : [])
const only = (row: Row, ...keys: string[]): Row => Object.fromEntries(keys.map((key) => [key, row[key]]))

const pictureOfPartner = (state: Row): Row => {
  const proposal = (state['proposal'] ?? null) as Row | null
  const secrets = rows(state['secrets']).map((secret) => only(secret, 'secretId', 'direction', 'until'))
  return {
    ...only(state, 'ref', 'name', 'sandbox', 'url', 'status'),
    proposed: proposal?.['url'] ?? null,
    secrets: bySecretId(secrets),
  }
}

const pictureOfIncident = (state: Row): Row => ({
  ...only(state, 'status', 'number', 'drill', 'severity', 'hazard', 'place', 'descriptionId'),
  needs: rows(state['needs']).map((need) => only(need, 'id', 'status', 'quantity')),
  offers: rows(state['offers']).map((offer) =>
    only(offer, 'id', 'needId', 'volunteerId', 'slot', 'expiresAt'),
  ),
  calls: rows(state['alarms'])
    .filter(({ what, acknowledgedAt }) => what === 'sos' && acknowledgedAt === null)
    .map(({ id }) => String(id))
    .sort(),
  team: rows(state['assignments']).map((task) =>
    only(task, 'id', 'needId', 'slot', 'volunteerId', 'offerId', 'state'),
  ),
})

const pictures: Record<Kind, (state: Row) => Row> = {
  incident: pictureOfIncident,
  volunteer: (state) => only(state, 'personKey', 'duty', 'standing', 'sosAt'),
  user: (state) => only(state, 'role', 'partnerId', 'status'),
  shift: (state) => ({ handedOver: state['handedOver'] !== null, entries: rows(state['entries']).length }),
  partner: pictureOfPartner,
  zone: (state) => only(state, ...zoneFields, 'drill', 'endedAt'),
  policy: (state) => only(state, 'number', 'settings'),
  procedure: (state) => only(state, 'number', 'settings'),
}

/** The same picture of a stored document that the replay draws from the facts. */
export const pictureOfStored = (kind: Kind, { state }: FileRow): unknown => pictures[kind](state)
