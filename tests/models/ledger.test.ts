import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { Refusal } from '#contracts/domain/refusal.ts'
import type { Filed, StoredFact } from '#contracts/store/documents.ts'
import { ledgerFaults } from './chain.ts'
import { noRest, PATIENCE_MS, played } from './runs.ts'
import { mishaps, openTown, orNull, untilAnswered } from './town.ts'

vi.mock('node:timers/promises', () => ({ setTimeout: async () => undefined }))
beforeAll(() => void vi.stubGlobal('setTimeout', noRest))
afterAll(() => void vi.unstubAllGlobals())

/** The plainest of documents: a list of words. */
interface Words {
  words: string[]
}
const kind = {
  evolve: (state: Words | null, { data }: { data: { word: string } }): Words => ({
    words: [...(state?.words ?? []), data.word],
  }),
  nextDue: () => null,
}
const kinds = {
  incident: kind,
  volunteer: kind,
  partner: kind,
  user: kind,
  zone: kind,
  policy: kind,
} as never

const clients = fc.array(
  fc.record({
    at: fc.nat({ max: 2 }),
    document: fc.constantFrom('inc_a', 'inc_b'),
    /** Several clients may be one operation that is repeated. */
    op: fc.nat({ max: 1 }),
    refuses: fc.boolean(),
  }),
  { minLength: 1, maxLength: 9 },
)
const by = { kind: 'system', id: 'test' } as const

it(
  'the ledger is a map of lists: each operation once, whatever breaks, and one chain of facts that tells it',
  async () => {
    const seen: Record<string, number> = {}
    await played(
      fc.asyncProperty(fc.scheduler(), clients, mishaps(40), async (scheduler, given, wrong) => {
        const town = openTown({ scheduler, mishaps: wrong, kinds })
        const processes = ['one', 'two', 'three'].map((name) => town.openProcess(name))
        const acknowledged = new Map<string, Set<string>>()
        const refused: string[] = []

        const say = async ({ at, document, op, refuses }: (typeof given)[number]): Promise<void> => {
          const word = `${document}.${op}.${refuses ? 'no' : 'yes'}`
          const told = await untilAnswered(
            processes,
            at,
            (error) => error instanceof Refusal,
            ({ store }) =>
              store.ledger.change('incident', document, { opId: word, agencyId: '5371', by }, () => {
                if (refuses) throw new Refusal('illegal_move')
                return [0, 1].map((n) => ({
                  type: 'incident.noted',
                  data: { word: `${word}.${n}` },
                })) as never
              }),
          ).catch(orNull)
          if (told === null) return
          if ('refused' in told) refused.push(word)
          else
            acknowledged.set(
              word,
              (acknowledged.get(word) ?? new Set()).add(told.answer.facts.map(({ id }) => id).join()),
            )
        }
        await scheduler.waitFor(Promise.all(given.map(say)))
        town.calm()
        const last = town.openProcess('last')
        const documents = town.database.rows<Filed>('incident')
        for (const { _id } of documents) await last.store.flush('incident', _id)

        const facts = town.database.rows<StoredFact>('facts').sort((a, b) => a.seq - b.seq)
        for (const { _id, state, version, pending } of documents) {
          const { words } = state as unknown as Words
          const own = facts.filter(({ entityId }) => entityId === _id)
          expect(pending).toEqual([])
          // What the facts tell, in the order of the ledger, is what is stored; each operation once and whole.
          expect(own.map(({ data }) => data['word'])).toEqual(words)
          expect(new Set(words).size).toBe(words.length)
          expect(words.length).toBe(2 * version)
          for (const word of refused.filter((one) => one.startsWith(_id)))
            expect(words.join()).not.toContain(word)
        }
        for (const [word, told] of acknowledged) {
          const there = documents.flatMap(({ state }) => (state as unknown as Words).words)
          expect(there.filter((one) => one === `${word}.0`)).toHaveLength(1)
          // Every repeat heard of the same facts.
          expect(told.size).toBe(1)
        }
        expect(ledgerFaults(facts, false)).toEqual([])
        for (const [what, count] of Object.entries(town.counts)) seen[what] = (seen[what] ?? 0) + count
      }),
    )
    // A model in which nothing was ever refused shows nothing.
    for (const what of ['lost_race', 'unknown_result', 'repeated_op', 'seq_collision', 'placed_twice'])
      expect([what, seen[what] ?? 0]).not.toEqual([what, 0])
  },
  PATIENCE_MS,
)
