import type { LedgerFact } from '#contracts/wire/routes/ledger.ts'
import type { OfficeCatalogue } from '../../text/office/use-office-text.ts'
import { sentenceOf } from '../../text/sentences.ts'

/** The end of an id is enough to tell two apart in a list; the whole of it stands in the details. */
const short = (id: string): string => `…${id.slice(-5)}`

/** A fact in plain words; one of a kind that no timeline tells is told by its type and the kind of thing it is about. Nobody is named. */
export const factWords = (text: OfficeCatalogue, fact: LedgerFact): string => {
  const { audit } = text.desk
  const told = sentenceOf(text.timeline, fact, {
    who: (id) => `${audit.actors.volunteer} ${short(id)}`,
    need: short,
    area: (code) => code,
    incident: short,
  })
  if (told !== fact.type) return told
  const verb = fact.type.split('.').at(-1)?.replaceAll('_', ' ') ?? ''
  return `${audit.kinds[fact.kind]}: ${verb}`
}

export const actorWords = (text: OfficeCatalogue, { by, byName }: LedgerFact): string =>
  byName ??
  (by.kind === 'system' ? text.desk.audit.system : `${text.desk.audit.actors[by.kind]} ${short(by.id)}`)
