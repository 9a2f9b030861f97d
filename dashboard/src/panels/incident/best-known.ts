import { nextDueOf } from '#contracts/domain/incident/due.ts'
import type { Incident } from '#contracts/domain/incident/state.ts'
import { defaultSla } from '#contracts/domain/sla.ts'
import type { IncidentDetail } from '#contracts/wire/routes/views.ts'
import type { Folded } from '../../live/fold.ts'

const wordless = { texts: {}, people: {}, staff: {}, reporter: null }

/** Of what was read and what the live view has folded, the newer; an answer may be older than what was heard meanwhile. */
const newer = (
  read: IncidentDetail | undefined,
  folded: Folded<Incident> | undefined,
): IncidentDetail | undefined => {
  if (folded === undefined || (read !== undefined && read.version >= folded.version)) return read
  const { version, state } = folded
  return { ...(read ?? wordless), version, incident: state, nextDueAt: nextDueOf(state, defaultSla) }
}

/**
 * An incident as well as this screen knows it. The live view carries no names: those of people who were asked a moment ago are
 * taken from among `everybody` until the incident is read again.
 */
export const bestKnown = (
  read: IncidentDetail | undefined,
  folded: Folded<Incident> | undefined,
  everybody: readonly (IncidentDetail['people'][string] & { id: string })[],
): IncidentDetail | undefined => {
  const known = newer(read, folded)
  if (known === undefined) return undefined
  const { asked, offers, assignments } = known.incident
  const meant = new Set([...asked, ...offers, ...assignments].map(({ volunteerId }) => volunteerId))
  const people = Object.fromEntries(everybody.filter(({ id }) => meant.has(id)).map((one) => [one.id, one]))
  return { ...known, people: { ...people, ...known.people } }
}
