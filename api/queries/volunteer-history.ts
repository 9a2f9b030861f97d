import type { Routes } from '#contracts/wire/routes/all.ts'
import type { Context } from '../context.ts'
import type { Answer } from '../route-types.ts'
import { factsOf } from './facts.ts'

/** What happened to a volunteer, in order, and why, where somebody had to say so. @throws Refusal `not_found` */
export const volunteerHistory = async (
  context: Context,
  agencyId: string,
  id: string,
): Promise<Answer<Routes['volunteerFacts']>> => {
  const { facts } = await factsOf(context, 'volunteer', agencyId, id)
  const reasons = facts
    .filter(({ type }) => type === 'volunteer.suspended' || type === 'volunteer.trained')
    .flatMap(({ data }) => (typeof data['reason'] === 'string' ? [data['reason']] : []))
  return { facts, texts: await context.store.texts.read(reasons) }
}
