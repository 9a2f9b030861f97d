import type { PlacedFact } from '#contracts/domain/fact.ts'
import type { Client } from './client.ts'

const PAGE = 1000

/** The whole ledger of the agency, read page by page up to the head that the last answer named. */
export async function readLedger(client: Client): Promise<PlacedFact[]> {
  const facts: PlacedFact[] = []
  for (;;) {
    const after = facts.at(-1)?.seq ?? 0
    const page = await client.call('listFacts', { query: { after, limit: PAGE } })
    facts.push(...page.facts)
    if (page.facts.length === 0 || (facts.at(-1)?.seq ?? 0) >= page.head) return facts
  }
}

/** How many places between 1 and the last are empty, or taken twice. */
export const gapsIn = (facts: readonly PlacedFact[]): number => {
  const places = new Set(facts.map(({ seq }) => seq))
  const last = Math.max(0, ...places)
  return last - places.size + (facts.length - places.size)
}
