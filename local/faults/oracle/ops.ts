import type { Evidence, Fact, Told } from './evidence.ts'

/** How the platform names the operation of a message: a partner is known there by his id. */
export const opNames = ({ dump }: Evidence): ((told: Told) => string) => {
  const ids = new Map(dump.partners.map(({ _id, state }) => [String(state['ref']), _id]))
  return ({ op }) => {
    const [ref = '', id] = op.split('|')
    return id === undefined ? op : `wh:${ids.get(ref) ?? ref}:${id}`
  }
}

/** The name of the receipt of a message; null: it is kept under another. */
export const receiptName = (evidence: Evidence): ((told: Told) => string | null) => {
  const nameOf = opNames(evidence)
  return (told) => {
    const [, kind, who, id] = /^(wh|tl|api):([^:]+):(.+)$/.exec(nameOf(told)) ?? []
    if (kind === 'wh') return `partner:${who}|${id}`
    if (kind === 'tl') return `link:${who}|${id}`
    return kind === 'api' ? `user:${who}:${id}` : null
  }
}

export const factsByOp = (facts: readonly Fact[]): Map<string, Fact[]> => {
  const byOp = new Map<string, Fact[]>()
  for (const fact of facts) {
    const there = byOp.get(fact.opId)
    if (there === undefined) byOp.set(fact.opId, [fact])
    else there.push(fact)
  }
  return byOp
}

/** The first answer of yes, if there was one. */
export const yesTo = ({ answers }: Told): Told['answers'][number] | undefined =>
  answers.find(({ status }) => status < 400)

/** A yes that came too late was heard, and written as a no. */
export const refusals: ReadonlySet<string> = new Set(['already_filled', 'expired', 'withdrawn', 'standby'])
