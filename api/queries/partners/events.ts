import type { Receipt } from '#contracts/store/documents.ts'
import type { Routes } from '#contracts/wire/routes/all.ts'
import type { InboundEvent } from '#contracts/wire/routes/partner-views.ts'
import { receiptOf } from '../../http/partner/receive.ts'
import type { Context } from '../../context.ts'
import type { Answer, Given } from '../../route-types.ts'
import { fitting } from './fitting.ts'
import { masked } from './mask.ts'
import { partnerDoc } from './view.ts'

const parsed = (body: string | null): unknown => {
  try {
    return body === null ? null : JSON.parse(body)
  } catch {
    // It was refused for that; what cannot be read is not shown.
    return null
  }
}

const textAt = (value: unknown, key: string): string | null => {
  const member: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, key) : null
  return typeof member === 'string' ? member : null
}

const eventView = ({ _id, at, receivedAt, body, outcome }: Receipt): InboundEvent => {
  const said = parsed(body)
  return {
    webhookId: _id.slice(_id.indexOf('|') + 1),
    receivedAt: at ?? receivedAt,
    type: textAt(said, 'type'),
    status: outcome?.status ?? null,
    outcome: textAt(outcome?.body, 'outcome') ?? textAt(outcome?.body, 'code'),
    body: masked(fitting(said)),
  }
}

/** What a partner sent and what he was answered, newest first. @throws Refusal `not_found` */
export const partnerEvents = async (
  context: Context,
  agencyId: string,
  id: string,
  { limit, before, outcome }: Given<Routes['partnerEvents']>['query'],
): Promise<Answer<Routes['partnerEvents']>> => {
  await partnerDoc(context, agencyId, id)
  const found = await context.partnerLog.events({
    partnerId: id,
    outcome,
    before: before === undefined ? undefined : receiptOf(id, before),
    limit: limit + 1,
  })
  const events = found.slice(0, limit).map(eventView)
  return { events, next: found.length > limit ? (events.at(-1)?.webhookId ?? null) : null }
}
