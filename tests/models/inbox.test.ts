import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import type { Receipt, StoredFact } from '#contracts/store/documents.ts'
import { oneAnswer } from '../../api/http/one-answer.ts'
import { Trouble } from '../../api/trouble.ts'
import { noRest, PATIENCE_MS, played } from './runs.ts'
import { mishaps, openTown, orNull, type Process, untilAnswered } from './town.ts'

vi.mock('node:timers/promises', () => ({ setTimeout: async () => undefined }))
beforeAll(() => void vi.stubGlobal('setTimeout', noRest))
afterAll(() => void vi.unstubAllGlobals())

const kind = {
  evolve: (state: { words: string[] } | null, { data }: { data: { word: string } }) => ({
    words: [...(state?.words ?? []), data.word],
  }),
  nextDue: () => null,
}
const kinds = { incident: kind } as never
const by = { kind: 'partner', id: 'ptn_a' } as const

const isReused = (error: unknown) => error instanceof Trouble && error.code === 'id_reused'

const messages = fc.array(
  fc.record({
    at: fc.nat({ max: 2 }),
    id: fc.constantFrom('m1', 'm2', 'm3'),
    body: fc.constantFrom('a', 'a', 'a', 'b'),
  }),
  { minLength: 1, maxLength: 8 },
)
/** How the first runs end that come to work at all: most with an answer; some without, before or after their effect. */
const ends = fc.array(fc.constantFrom('answer', 'answer', 'none before', 'none after'), { maxLength: 6 })

it(
  'the inbox is a map: the first body under an id counts, has one effect and one answer, and no other is believed',
  async () => {
    const met = { repeats: 0, otherBodies: 0, mishaps: 0, unanswered: 0 }
    await played(
      fc.asyncProperty(
        fc.scheduler(),
        messages,
        mishaps(40),
        ends,
        async (scheduler, given, wrong, fates) => {
          const town = openTown({ scheduler, mishaps: wrong, kinds })
          const processes = ['one', 'two', 'three'].map((name) => town.openProcess(name))
          const answers = new Map<string, Set<string>>()
          const refusedBodies = new Set<string>()
          /** Bodies that came to work, by id. */
          const worked = new Map<string, Set<string>>()
          let runs = 0

          /** An answer that differs from run to run: only the one that is kept may be heard. */
          const receive = ({ store }: Process, id: string, body: string) =>
            oneAnswer(
              { store, metrics: { idReused: () => undefined }, log: { debug: () => undefined } } as never,
              { id, digest: body, body },
              async () => {
                const own = (runs += 1)
                const fate = fates[own - 1] ?? 'answer'
                worked.set(id, (worked.get(id) ?? new Set()).add(body))
                if (fate === 'none before') throw new Trouble('not_saved')
                await store.ledger.change('incident', `inc_${id}`, { opId: id, agencyId: '5371', by }, () => [
                  { type: 'incident.noted', data: { word: `${id} ${body}` } } as never,
                ])
                if (fate === 'none after') throw new Trouble('not_saved')
                return { status: 200, body: { run: own } }
              },
            )
          const say = async ({ at, id, body }: (typeof given)[number]): Promise<void> => {
            const told = await untilAnswered(processes, at, isReused, (process) =>
              receive(process, id, body),
            ).catch(orNull)
            if (told === null) return
            if ('refused' in told) refusedBodies.add(`${id} ${body}`)
            else
              answers.set(
                `${id} ${body}`,
                (answers.get(`${id} ${body}`) ?? new Set()).add(JSON.stringify(told.answer)),
              )
          }
          await scheduler.waitFor(Promise.all(given.map(say)))
          town.calm()
          const last = town.openProcess('last')
          for (const id of ['m1', 'm2', 'm3']) await last.store.flush('incident', `inc_${id}`)

          // Also after runs that failed nobody works on another body.
          for (const [id, bodies] of worked) expect([id, ...bodies]).toHaveLength(2)
          const facts = town.database.rows<StoredFact>('facts')
          for (const { _id, digest, outcome } of town.database.rows<Receipt>('receipts')) {
            const effects = facts.filter(({ opId }) => opId === _id)
            expect(effects.length).toBeLessThanOrEqual(1)
            // Only the body that came first had an effect or an answer.
            for (const { data } of effects) expect(data['word']).toBe(`${_id} ${digest}`)
            const heard = answers.get(`${_id} ${digest}`)
            if (heard !== undefined) expect([...heard]).toEqual([JSON.stringify(outcome)])
            if (heard !== undefined) expect(effects).toHaveLength(1)
            expect(answers.has(`${_id} ${digest === 'a' ? 'b' : 'a'}`)).toBe(false)
            expect(refusedBodies.has(`${_id} ${digest}`)).toBe(false)
          }
          met.repeats += runs
          met.otherBodies += refusedBodies.size
          met.mishaps += wrong.length
          met.unanswered += fates.slice(0, runs).filter((fate) => fate !== 'answer').length
        },
      ),
    )
    for (const [what, count] of Object.entries(met)) expect([what, count]).not.toEqual([what, 0])
  },
  PATIENCE_MS,
)
