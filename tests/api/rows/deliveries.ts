import { untouched } from '#contracts/store/deliveries.ts'
import type { Delivery } from '#contracts/store/documents.ts'
import type { Call } from '../../world/client.ts'
import { AGENCY } from '../api-world.ts'
import type { Given } from '../given.ts'
import type { Row } from './row.ts'

const none = { id: 'ptn_none', deliveryId: 'none' }

/** The confirmation of somebody who is out. */
const confirmation = async (given: Given, state: 'dead' | 'delivered'): Promise<Call> => {
  const { incident } = await given.assigned()
  const [assignment] = incident.assignments
  const { context, partnerId } = given.world
  const delivery: Delivery = {
    ...untouched,
    _id: context.ids.next('given'),
    agencyId: AGENCY,
    partnerId,
    webhookId: context.ids.next('msg'),
    type: 'assignment.confirmed',
    entityId: incident.id,
    subject: assignment?.id ?? '',
    volunteerId: assignment?.volunteerId ?? null,
    data: { volunteerRef: 'Grab-17' },
    state,
    createdAt: incident.reportedAt,
    nextAt: null,
    attempts: [{ at: incident.reportedAt, status: 500, error: 'http_500', tookMs: 12, answer: 'oops' }],
  }
  await context.deliveries.add(delivery)
  return { params: { id: partnerId, deliveryId: delivery._id } }
}

const order = (body: object | undefined): Row => ({
  role: 'partner_admin',
  forbidden: 'supervisor',
  bad: { params: none, body: { a: 1 } },
  missing: { params: none, body },
  conflict: {
    code: 'illegal_move',
    call: async (given) => ({ ...(await confirmation(given, 'delivered')), body }),
  },
  good: async (given) => ({ ...(await confirmation(given, 'dead')), body }),
})

/** What a person may do with a message that was given up. */
export const deliveryRows = {
  replayDelivery: order({ reason: 'Server mitra sudah pulih.' }),
  setAsideDelivery: order(undefined),
} satisfies Record<string, Row>
