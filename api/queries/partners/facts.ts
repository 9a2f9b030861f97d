import type { Routes } from '#contracts/wire/routes/all.ts'
import type { Context } from '../../context.ts'
import type { Answer } from '../../route-types.ts'
import { factsOf } from '../facts.ts'

/** What happened to a partner, with the reasons that were given. @throws Refusal `not_found` */
export const partnerFacts = async (
  context: Context,
  agencyId: string,
  id: string,
): Promise<Answer<Routes['partnerFacts']>> => {
  const { facts } = await factsOf(context, 'partner', agencyId, id)
  const reasons = facts.flatMap(({ data }) => (typeof data['reason'] === 'string' ? [data['reason']] : []))
  return { facts, texts: await context.store.texts.read(reasons) }
}
