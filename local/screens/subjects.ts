import { openSlots } from '#contracts/domain/incident/read.ts'
import type { Offer } from '#contracts/domain/incident/state.ts'
import type { IncidentDetail } from '#contracts/wire/routes/views.ts'
import { stepsFor, type Step } from '../../dashboard/src/panels/incident/steps.ts'
import type { Client } from '../scenario/client.ts'

export type Incident = IncidentDetail['incident']

const filesOf = async (client: Client, query: { status?: 'open' }): Promise<IncidentDetail[]> => {
  const { incidents } = await client.call('listIncidents', { query: { ...query, limit: 200 } })
  return Promise.all(incidents.map(({ id }) => client.call('getIncident', { params: { id } })))
}

/** The open incidents as they are at this moment. */
export const openFiles = (client: Client): Promise<IncidentDetail[]> => filesOf(client, { status: 'open' })

/** The first open incident that is so, or null. */
export const incidentWith = async (
  client: Client,
  is: (incident: Incident) => boolean,
): Promise<Incident | null> =>
  (await openFiles(client)).map(({ incident }) => incident).find((one) => is(one)) ?? null

/** Would the desk offer this step to somebody who may do everything? */
export const offers =
  (step: Step) =>
  (incident: Incident): boolean =>
    stepsFor(incident, () => true).includes(step)

/** How much there is to see: people on the way, asked, refused, and slots that stay empty. */
const wealthOf = ({ assignments, offers: asked, notes, alarms, needs }: Incident): number =>
  4 * assignments.length + 3 * asked.length + 2 * notes.length + 3 * alarms.length + needs.length

/** The incident with the most to see. */
export const richest = async (client: Client): Promise<Incident | null> =>
  (await openFiles(client))
    .map(({ incident }) => incident)
    .toSorted((a, b) => wealthOf(b) - wealthOf(a))[0] ?? null

export const isShort = (incident: Incident): boolean =>
  incident.needs.some((need) => openSlots(incident, need) > 0)

export const linkOfferIn = ({ offers: asked }: Incident): Offer | undefined =>
  asked.find(({ channel }) => channel === 'link')
