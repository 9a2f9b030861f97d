import {
  checkEndpoint as check,
  endpointFault,
  proposalOf,
  proposeEndpoint as propose,
} from '#contracts/domain/partner/endpoint.ts'
import { Refusal } from '#contracts/domain/refusal.ts'
import type { Op } from '#contracts/store/ledger.ts'
import { pingOf } from '#contracts/store/ping.ts'
import type { Changed } from '../../changed.ts'
import type { Context } from '../../context.ts'
import { invalid } from '../../trouble.ts'
import { changePartner } from './change-partner.ts'
import { pingIdOf, writePing } from './ping.ts'

/** Another URL for a partner; it is pinged at once. @throws Refusal `not_found`, `nothing_to_change`; Trouble `invalid`; NotSaved */
export const proposeEndpoint = async (
  context: Context,
  op: Op,
  id: string,
  url: string,
): Promise<Changed> => {
  const fault = endpointFault(url, context.config.localMode)
  if (fault !== null) throw invalid('body.url', fault)
  const pingId = pingIdOf(op)
  const changed = await changePartner(context, op, id, (state) => propose(state, { url, pingId }))
  await writePing(context, op, { partnerId: id, pingId, url })
  return changed
}

/**
 * Notes that the proposed URL has answered its ping. It counts at once unless another administrator is there to approve it.
 * @throws Refusal `not_found`, `not_checked` when nothing is proposed, `not_answered`; NotSaved
 */
export const checkEndpoint = async (context: Context, op: Op, id: string): Promise<Changed> => {
  const doc = await context.store.ledger.load('partner', id)
  if (doc === null || doc.agencyId !== op.agencyId) throw new Refusal('not_found')
  const { pingId, by } = proposalOf(doc.state)
  const ping = await context.deliveries.read(pingOf(id, pingId))
  const answered = ping?.state === 'delivered' ? pingId : null
  const wantsSecond = await context.userQueries.hasAdminBesides(op.agencyId, by.id)
  return changePartner(context, op, id, (state) => check(state, { answered, wantsSecond }))
}
