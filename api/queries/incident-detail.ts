import type { Incident } from '#contracts/domain/incident/state.ts'
import { Refusal } from '#contracts/domain/refusal.ts'
import { maskPhone } from '#contracts/store/texts.ts'
import type { IncidentDetail } from '#contracts/wire/routes/views.ts'
import type { Context } from '../context.ts'
import { fileWithoutPlaces } from '../live/audience.ts'

/** Of those who were asked and did not come, the latest are named. */
const MOST_ASKED = 500

const namedIn = ({ offers, assignments, standby, asked }: Incident): string[] => [
  ...new Set([
    ...[...offers, ...assignments, ...asked.slice(-MOST_ASKED)].map(({ volunteerId }) => volunteerId),
    ...standby,
  ]),
]

const peopleOf = async (context: Context, state: Incident): Promise<IncidentDetail['people']> => {
  const ids = namedIn(state)
  const [volunteers, persons] = await Promise.all([
    context.volunteerQueries.byIds(state.agencyId, ids),
    context.store.texts.persons(ids),
  ])
  return Object.fromEntries(
    volunteers.map(({ _id, state: { vehicle, partnerId } }) => {
      const person = persons.get(_id)
      const displayName = person?.displayName ?? ''
      return [_id, { displayName, phoneMasked: maskPhone(person?.phone ?? null), vehicle, partnerId }]
    }),
  )
}

const staffOf = async (
  { credentials }: Context,
  { photos = [] }: Incident,
): Promise<IncidentDetail['staff']> => {
  const ids = new Set(photos.flatMap(({ by }) => by ?? []))
  return ids.size === 0 ? {} : Object.fromEntries(await credentials.names([...ids]))
}

const reporterOf = async (
  context: Context,
  { reporterId }: Incident,
): Promise<IncidentDetail['reporter']> => {
  if (reporterId === null) return null
  const person = (await context.store.texts.persons([reporterId])).get(reporterId)
  return person === undefined
    ? null
    : { name: person.displayName, phoneMasked: maskPhone(person.phone) || null }
}

/** One incident file with its texts and the people in it, phones masked; without them and their places, `named` being false. @throws Refusal `not_found` */
export const incidentDetail = async (
  context: Context,
  agencyId: string,
  id: string,
  named = true,
): Promise<IncidentDetail> => {
  const doc = await context.store.ledger.load('incident', id)
  if (doc === null || doc.agencyId !== agencyId) throw new Refusal('not_found')
  const { version, nextDueAt, state: incident } = doc
  const [texts, people, staff, reporter] = await Promise.all([
    context.incidentQueries.texts(id),
    named ? peopleOf(context, incident) : {},
    staffOf(context, incident),
    reporterOf(context, incident),
  ])
  const told = named ? incident : fileWithoutPlaces(incident)
  return { version, nextDueAt, incident: told, texts, people, staff, reporter }
}
