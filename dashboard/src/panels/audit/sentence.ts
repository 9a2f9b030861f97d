import type { LedgerFact } from '#contracts/wire/routes/ledger.ts'
import type { Catalogue } from '../../text/catalogue.ts'
import { sentenceOf, type FactLike } from '../../text/sentences.ts'

/** Nobody is named here: volunteers are their ids. */
const anonymous = {
  who: (id: string) => id,
  need: (id: string) => id,
  area: (code: string) => code,
}

/** A fact in plain words; one of a kind that no timeline tells is told by its type and the kind of thing it is about. */
export const factWords = (text: Catalogue, fact: LedgerFact): string => {
  const told = sentenceOf(text.timeline, fact as FactLike, anonymous)
  if (told !== fact.type) return told
  const verb = fact.type.split('.').at(-1)?.replaceAll('_', ' ') ?? ''
  return `${text.desk.audit.kinds[fact.kind]}: ${verb}`
}

export const actorWords = (text: Catalogue, { by, byName }: LedgerFact): string =>
  byName ?? (by.kind === 'system' ? text.desk.audit.system : `${text.desk.audit.actors[by.kind]} ${by.id}`)
