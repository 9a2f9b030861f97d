import { randomBytes } from 'node:crypto'
import mongoose from 'mongoose'
import { expect, it } from 'vitest'
import { createIds } from '#contracts/runtime/ids.ts'
import type { Claim } from '#contracts/store/documents.ts'
import { createOffering } from '#contracts/store/offering.ts'
import { openTown } from '../../models/town.ts'
import { anAskingIncident, offerTo } from './given.ts'

const people = ['vol_1', 'vol_2', 'vol_3'].map((volunteerId) => ({ volunteerId }))

/** A process that binds `vol_2` the first time and is told this instead of the answer. */
const openTold = (error: Error) => {
  const town = openTown({ scheduler: undefined as never, mishaps: [] })
  const { store, models } = town.openProcess('one', true)
  let tries = 0
  const claims = {
    ...store.claims,
    take: async (claim: Claim): Promise<boolean> => {
      const answer = await store.claims.take(claim)
      if (claim.volunteerId !== 'vol_2' || (tries += 1) > 1) return answer
      throw error
    },
  }
  const { ledger, incidents } = store
  const ids = createIds(randomBytes, town.clock)
  const counts: Record<string, number> = {}
  const count = (what: string) => void (counts[what] = (counts[what] ?? 0) + 1)
  const offer = createOffering({ models, ledger, claims, incidents, clock: town.clock, ids, count })
  const bound = () => town.database.rows<Claim>('claims')
  return { platform: { ids, store: { ...store, offer } } as never, bound, counts }
}

it('a claim whose answer was lost keeps nobody bound: the whole wave is begun anew and asks all of them', async () => {
  const { platform, bound, counts } = openTold(new mongoose.mongo.MongoNetworkError('gone'))
  const offers = await offerTo(platform, await anAskingIncident(platform, 3), people)
  expect(offers.map(({ volunteerId }) => volunteerId).sort()).toEqual(['vol_1', 'vol_2', 'vol_3'])
  expect(
    bound()
      .map(({ offerId }) => offerId)
      .sort(),
  ).toEqual(offers.map(({ id }) => id).sort())
  expect(counts).toEqual({ wave_retried: 1 })
})

it('what is wrong in itself is thrown on, and leaves nobody bound', async () => {
  const wrong = new Error('wrong in itself')
  const { platform, bound } = openTold(wrong)
  await expect(offerTo(platform, await anAskingIncident(platform, 3), people)).rejects.toBe(wrong)
  expect(bound()).toEqual([])
})
