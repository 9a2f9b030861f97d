import type { Incident, Note } from '#contracts/domain/incident/state.ts'
import type { Folded } from '../../live/fold.ts'

/** In which part of a file the field speaks: Pesan tim, Foto, Catatan. */
export const newsParts = ['message', 'photo', 'note'] as const
export type NewsPart = (typeof newsParts)[number]
export type Tally = Readonly<Record<NewsPart, number>>

export const noNews: Tally = { message: 0, photo: 0, note: 0 }

/** Was it written by a volunteer? Who wrote outside his task is not named, and a message of ours names to whom it went. */
export const isFromField = ({ about, from, to }: Note): boolean =>
  from !== undefined || (about === 'message' && to === undefined)

/** All that came from the field so far. It only grows, so a number tells how far somebody has read. */
export const newsOf = ({ notes, photos = [] }: Pick<Incident, 'notes' | 'photos'>): Tally => {
  const written = notes.filter(isFromField)
  const message = written.filter(({ about }) => about === 'message').length
  return {
    message,
    photo: photos.filter(({ from }) => from !== undefined).length,
    note: written.length - message,
  }
}

const mapped = (of: (part: NewsPart) => number): Tally => ({
  message: of('message'),
  photo: of('photo'),
  note: of('note'),
})

export const plus = (a: Tally, b: Tally): Tally => mapped((part) => a[part] + b[part])
/** What `now` has beyond `known`. */
export const beyond = (known: Tally, now: Tally): Tally =>
  mapped((part) => Math.max(0, now[part] - known[part]))
export const sumOf = (tally: Tally): number => newsParts.reduce((sum, part) => sum + tally[part], 0)

export interface News {
  incident: Incident
  tally: Tally
}
type Incidents = ReadonlyMap<string, Folded<Incident>>

/** What came from the field between two moments of the city. */
export const newsSince = (before: Incidents, after: Incidents): News[] =>
  [...after].flatMap(([id, folded]) => {
    const known = before.get(id)
    if (known === folded) return []
    const tally = beyond(known === undefined ? noNews : newsOf(known.state), newsOf(folded.state))
    return sumOf(tally) === 0 ? [] : [{ incident: folded.state, tally }]
  })
