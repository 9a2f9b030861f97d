import { recordImpact as record } from '#contracts/domain/incident/commands/impact.ts'
import { Impact } from '#contracts/domain/incident/impact.ts'
import type { Op } from '#contracts/store/ledger.ts'
import type { Routes } from '#contracts/wire/routes/all.ts'
import type { Changed } from '../../changed.ts'
import type { Context } from '../../context.ts'
import type { Given } from '../../route-types.ts'
import { keepText } from './keep-text.ts'

/** Notes what an event has done; what was told in words is kept first. @throws Refusal `not_found`, `outdated`; NotSaved */
export const recordImpact = async (
  context: Context,
  op: Op,
  id: string,
  body: Given<Routes['recordImpact']>['body'],
): Promise<Changed> => {
  const keep = async (text: string | undefined): Promise<string | null> =>
    text === undefined ? null : (await keepText(context, op, id, text)).textId
  const [cause, condition, efforts, urgentNeeds] = await Promise.all([
    keep(body.cause),
    keep(body.condition),
    keep(body.efforts),
    keep(body.urgentNeeds),
  ])
  const told = { ...Impact.parse(body), cause, condition, efforts, urgentNeeds }
  await context.store.incidents.change(id, op, (state) => record(state, told, body.expected))
  return { kind: 'incident', id }
}
