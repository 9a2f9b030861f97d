/**
 * What somebody has begun to write: in an incident's file to all who read it, or to the team, and to whom of them; in the log of
 * a shift, as what, and which entry it corrects.
 */
export type UnsentKind = 'note' | 'message' | 'recipient' | 'log' | 'category' | 'correcting'

/** Chosen beside a text, not written: nothing is lost with them. */
const choices: readonly UnsentKind[] = ['recipient', 'category', 'correcting']

/** The recipient of a message to everybody who is out; else the id of an assignment. */
export const EVERYBODY = ''

/** By what it is written about and kind, as typed. */
export type Unsent = ReadonlyMap<string, string>

export const noneUnsent: Unsent = new Map()

const keyOf = (about: string, kind: UnsentKind): string => `${about} ${kind}`

export const unsentOf = (unsent: Unsent, about: string, kind: UnsentKind): string =>
  unsent.get(keyOf(about, kind)) ?? ''

/** With this text in its place; nothing is kept of an empty field. */
export const withUnsent = (unsent: Unsent, about: string, kind: UnsentKind, text: string): Unsent => {
  const next = new Map(unsent)
  if (text === '') next.delete(keyOf(about, kind))
  else next.set(keyOf(about, kind), text)
  return next
}

/** Without what the server has taken; what was typed while it was under way stays. */
export const withoutSent = (unsent: Unsent, about: string, kind: UnsentKind, sent: string): Unsent =>
  stillAsSent(unsentOf(unsent, about, kind), sent) ? withUnsent(unsent, about, kind, '') : unsent

/** Is this field as it was sent, but for blanks around it? */
export const stillAsSent = (typed: string, sent: string): boolean => typed.trim() === sent.trim()

/** Was this written to somebody who is not among these any more? Then it is nobody else's either, before a person says so. */
export const isGone = (to: string, team: readonly { id: string }[]): boolean =>
  to !== EVERYBODY && team.every(({ id }) => id !== to)

/** Is there a word that nobody else has? */
export const holdsWords = (unsent: Unsent): boolean =>
  [...unsent].some(([key, text]) => choices.every((kind) => !key.endsWith(` ${kind}`)) && text.trim() !== '')
