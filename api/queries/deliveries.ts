import type { Routes } from '#contracts/wire/routes/all.ts'
import type { Caller } from '../caller.ts'
import type { Context } from '../context.ts'
import type { Answer, Given } from '../route-types.ts'
import { Trouble } from '../trouble.ts'

type Query = Given<Routes['listDeliveries']>['query']

/** A partner_admin sees his own partner, everybody else whom he asks for. @throws Trouble `forbidden` */
const partnerFor = ({ role, partnerId }: Caller, wanted: string | undefined): string | undefined => {
  if (role !== 'partner_admin') return wanted
  if (partnerId === null || (wanted !== undefined && wanted !== partnerId)) throw new Trouble('forbidden')
  return partnerId
}

/** Messages to partners with every attempt, newest first; without their content. */
export const listDeliveries = async (
  context: Context,
  caller: Caller,
  query: Query,
): Promise<Answer<Routes['listDeliveries']>> => {
  const { state, limit } = query
  const found = await context.deliveryQueries.list({
    agencyId: caller.agencyId,
    partnerId: partnerFor(caller, query.partnerId),
    state,
    limit,
  })
  return {
    deliveries: found.map(({ _id: id, partnerId, type, state, createdAt, attempts }) => ({
      id,
      partnerId,
      type,
      state,
      createdAt,
      attempts: attempts.map(({ at, status, error, tookMs }) => ({ at, status, error, tookMs })),
    })),
  }
}
