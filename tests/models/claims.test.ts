import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import type { Claim, Filed } from '#contracts/store/documents.ts'
import { acceptOffer } from '../../api/usecases/answer/accept-offer.ts'
import { ledgerFaults } from './chain.ts'
import { noRest, PATIENCE_MS, played } from './runs.ts'
import { AGENCY, bound, openStreet, places, type Deed, type VolunteerId } from './street.ts'
import { mishaps } from './town.ts'

vi.mock('node:timers/promises', () => ({ setTimeout: async () => undefined }))
beforeAll(() => void vi.stubGlobal('setTimeout', noRest))
afterAll(() => void vi.unstubAllGlobals())

const place = fc.constantFrom(...places)
/** Few people and few places: they must get in each other's way. */
const who = fc.constantFrom<VolunteerId>('vol_1', 'vol_3', 'vol_3', 'vol_4')
const ask = fc.record({
  do: fc.constant('ask' as const),
  place,
  whom: fc.uniqueArray(who, { minLength: 1, maxLength: 2 }),
})
const answer = fc.record({
  do: fc.constantFrom('accept' as const, 'accept' as const, 'decline' as const),
  place,
  who,
  op: fc.nat({ max: 1 }),
})
const deeds = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: ask },
    { weight: 6, arbitrary: answer },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('give back' as const), place, who }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('cancel' as const), place }) },
    { weight: 3, arbitrary: fc.constant({ do: 'reconcile' as const }) },
  ),
  { minLength: 2, maxLength: 12 },
)
/** Deeds that begin together; the next lot begins when they are done. */
const inLots = (all: readonly Deed[], size: number): Deed[][] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, lot) => all.slice(lot * size, (lot + 1) * size))

it(
  'people and slots are a map each: one person, one thing; one slot, one person; and every answer for ever',
  async () => {
    const seen: Record<string, number> = {}
    await played(
      fc.asyncProperty(
        fc.scheduler(),
        deeds,
        fc.integer({ min: 1, max: 6 }),
        mishaps(30),
        async (scheduler, all, atOnce, wrong) => {
          const { town, told, doDeed, inOrder, facts } = await openStreet(scheduler, wrong)
          for (const [lot, some] of inLots(all, atOnce).entries())
            await scheduler.waitFor(Promise.all(some.map((deed, n) => doDeed(deed, lot * atOnce + n))))
          const last = await inOrder()

          // At every moment, not only at the end.
          expect(town.broken).toEqual([])
          // Whoever is bound has a claim, and nobody else.
          const claims = town.database.rows<Claim>('claims').map(({ _id, offerId }) => `${_id} ${offerId}`)
          expect(claims.sort()).toEqual(
            bound(town)
              .map(({ person, offerId }) => `${person} ${offerId}`)
              .sort(),
          )
          for (const { pending } of town.database.rows<Filed>('incident')) expect(pending).toEqual([])
          expect(ledgerFaults(facts())).toEqual([])

          const accepted = facts().filter(({ type }) => type === 'offer.accepted')
          const created = new Map(
            facts()
              .filter(({ type }) => type === 'offer.created')
              .map((fact) => [String(fact.data['offerId']), fact]),
          )
          for (const { data, at, opId } of accepted) {
            const offer = created.get(String(data['offerId']))
            // A late yes makes its offer and takes it in one change; every other yes came in time.
            if (offer?.opId !== opId) expect(String(offer?.data['expiresAt']) >= at).toBe(true)
          }
          for (const { op, yes, answer } of told) {
            const { outcome, assignmentId } = JSON.parse(answer) as {
              outcome?: string
              assignmentId?: string
            }
            if (outcome === 'confirmed')
              expect(accepted.map(({ data }) => data['assignmentId'])).toContain(assignmentId)
            if (outcome === undefined) continue
            // Asked once more, on another process and much later: what was done under this op says the same.
            const by = { kind: 'system', id: 'test' } as const
            const isRecorded = facts().some(({ opId }) => opId === op)
            // Every no is written before it is said.
            if (outcome !== 'confirmed') expect([answer, isRecorded]).toEqual([answer, true])
            if (!isRecorded) continue
            expect(
              JSON.stringify(await acceptOffer(last.store, { opId: op, agencyId: AGENCY, by }, yes)),
            ).toBe(answer)
          }
          for (const [what, count] of Object.entries(town.counts)) seen[what] = (seen[what] ?? 0) + count
        },
      ),
      1,
    )
    for (const what of ['lost_race', 'claim_lost', 'wave_retried', 'unknown_result'])
      expect([what, seen[what] ?? 0]).not.toEqual([what, 0])
  },
  PATIENCE_MS,
)
