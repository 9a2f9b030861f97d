/** What somebody has begun to write in an incident's file: to all who read it, or to the team. */
export type UnsentKind = 'note' | 'message'

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

/** Is there a word that nobody else has? */
export const holdsWords = (unsent: Unsent): boolean => [...unsent.values()].some((text) => text.trim() !== '')
