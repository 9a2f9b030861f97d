/** What somebody has begun to write in an incident's file: to all who read it, or to the team; and to whom of them. */
export type UnsentKind = 'note' | 'message' | 'recipient'

/** The recipient of a message to everybody who is out; else the id of an assignment. */
export const EVERYBODY = ''

/** By incident and kind, as typed. */
export type Unsent = ReadonlyMap<string, string>

export const noneUnsent: Unsent = new Map()

const keyOf = (incidentId: string, kind: UnsentKind): string => `${incidentId} ${kind}`

export const unsentOf = (unsent: Unsent, incidentId: string, kind: UnsentKind): string =>
  unsent.get(keyOf(incidentId, kind)) ?? ''

/** With this text in its place; nothing is kept of an empty field. */
export const withUnsent = (unsent: Unsent, incidentId: string, kind: UnsentKind, text: string): Unsent => {
  const next = new Map(unsent)
  if (text === '') next.delete(keyOf(incidentId, kind))
  else next.set(keyOf(incidentId, kind), text)
  return next
}

/** Without what the server has taken; what was typed while it was under way stays. */
export const withoutSent = (unsent: Unsent, incidentId: string, kind: UnsentKind, sent: string): Unsent =>
  stillAsSent(unsentOf(unsent, incidentId, kind), sent) ? withUnsent(unsent, incidentId, kind, '') : unsent

/** Is this field as it was sent, but for blanks around it? */
export const stillAsSent = (typed: string, sent: string): boolean => typed.trim() === sent.trim()

/** Was this written to somebody who is not among these any more? Then it is nobody else's either, before a person says so. */
export const isGone = (to: string, team: readonly { id: string }[]): boolean =>
  to !== EVERYBODY && team.every(({ id }) => id !== to)

/** Is there a word that nobody else has? */
export const holdsWords = (unsent: Unsent): boolean =>
  [...unsent].some(([key, text]) => !key.endsWith(' recipient') && text.trim() !== '')
