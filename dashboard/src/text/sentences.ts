import type { IncidentFactBody } from '#contracts/domain/incident/facts.ts'
import type { PartnerFactBody } from '#contracts/domain/partner/partner.ts'
import type { VolunteerFactBody } from '#contracts/domain/volunteer/facts.ts'
import { labelOf } from './catalogue.ts'

/** The names that a sentence about a fact needs. */
export interface Names {
  who: (volunteerId: string) => string
  need: (needId: string) => string
  area: (code: string) => string
  /** How another incident is called where there is little room. */
  incident: (incidentId: string) => string
}

type Sentences<B extends { type: string; data: unknown }> = {
  [T in B['type']]: (data: Extract<B, { type: T }>['data'], say: Names) => string
}
export type PartnerSentences = Sentences<PartnerFactBody>
export type VolunteerSentences = Sentences<VolunteerFactBody>
/** Every fact that a timeline may show: complete by type, so that no fact is ever without words. */
export type FactSentences = Sentences<IncidentFactBody | VolunteerFactBody | PartnerFactBody>

/** Codes as words of a sentence. */
export const listed = (labels: Readonly<Record<string, string>>, codes: readonly string[]): string =>
  codes.map((code) => labelOf(labels, code).toLowerCase()).join('; ')

interface FactLike {
  type: string
  data: Readonly<Record<string, unknown>>
}

/** The sentence of a fact; a fact that is younger than this page shows its type. */
export const sentenceOf = (sentences: FactSentences, fact: FactLike, say: Names): string => {
  if (!Object.hasOwn(sentences, fact.type)) return fact.type
  // The server folds the same facts by the same schemas, so the data fits its type.
  const sentence = sentences[fact.type as keyof FactSentences] as (data: object, say: Names) => string
  return sentence(fact.data, say)
}
