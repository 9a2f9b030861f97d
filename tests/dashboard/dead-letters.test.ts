import { expect, test } from 'vitest'
import { routes } from '#contracts/wire/routes/all.ts'
import type { Api } from '../../dashboard/src/api/client.ts'
import { deadLetters } from '../../dashboard/src/panels/partners/dead-letters.ts'
import type { Input } from '../../dashboard/src/api/types.ts'

const dead = (index: number, type: string, restsSince: string | null = null) => ({
  id: `dlv_${String(10_000 - index)}`,
  type,
  restsSince,
})
/** Newest first: more dead offers than a page holds, then letters, more of one kind than a page holds. */
const log = [
  ...Array.from({ length: 260 }, (_, index) => dead(index, 'offer.created')),
  ...Array.from({ length: 210 }, (_, index) => dead(300 + index, 'message.sent')),
  dead(600, 'assignment.confirmed'),
  dead(601, 'assignment.confirmed', '2026-01-17T05:00:00.000Z'),
]

test('every dead letter is found, behind however many other dead messages, but for those set aside', async () => {
  const api: Api = {
    call: async (_, input) => {
      await Promise.resolve()
      const asked = (input as Input<'partnerDeliveries'>).query
      const { type, limit, before } = routes.partnerDeliveries.query.parse(asked)
      const left = log
        .filter((one) => type === undefined || one.type === type)
        .filter(({ id }) => before === undefined || id < before)
      const deliveries = left.slice(0, limit)
      return { deliveries, next: left.length > limit ? (deliveries.at(-1)?.id ?? null) : null } as never
    },
  }
  const letters = log.filter(({ type, restsSince }) => type !== 'offer.created' && restsSince === null)
  expect((await deadLetters(api, 'ptn_1')).toSorted()).toEqual(letters.map(({ id }) => id).toSorted())
  expect(letters).toHaveLength(211)
})
