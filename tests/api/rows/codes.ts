import type { Call } from '../../world/client.ts'
import { AGENCY } from '../api-world.ts'
import type { Given } from '../given.ts'
import { nowhere, type Row } from './row.ts'

/** An offer, and the five digits that stand for it. */
const offered = async (given: Given) => {
  const { incidentId, offerId } = await given.offered()
  const expiresAt = new Date(Date.now() + 600_000).toISOString()
  const code = await given.world.context.answerCodes.give({ agencyId: AGENCY, offerId, expiresAt })
  return { incidentId, code }
}

/** Offers answered over the phone. */
export const codeRows = {
  offerByCode: {
    role: 'operator',
    forbidden: 'commander',
    bad: { params: { code: '1234' } },
    missing: { params: { code: '00000' } },
    good: async (given) => ({ params: { code: (await offered(given)).code } }),
  },
  answerByCode: {
    role: 'operator',
    forbidden: 'commander',
    bad: { params: nowhere, body: { code: '12345', answer: 'maybe' } },
    missing: { params: nowhere, body: { code: '00000', answer: 'accept' } },
    good: async (given): Promise<Call> => {
      const { incidentId, code } = await offered(given)
      return { params: { id: incidentId }, body: { code, answer: 'decline', reason: 'too_far' } }
    },
  },
} satisfies Record<string, Row>
