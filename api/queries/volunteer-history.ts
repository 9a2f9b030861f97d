import type { Routes } from '#contracts/wire/routes/all.ts'
import type { Context } from '../context.ts'
import type { Answer } from '../route-types.ts'
import { factsOf } from './facts.ts'

/** Where these facts name the text that somebody wrote. */
const inWords = new Map([
  ['volunteer.suspended', 'reason'],
  ['volunteer.trained', 'reason'],
  ['volunteer.sos', 'textId'],
])

/** What happened to a volunteer, in order, and why, or in what words, where somebody said so. @throws Refusal `not_found` */
export const volunteerHistory = async (
  context: Context,
  agencyId: string,
  id: string,
): Promise<Answer<Routes['volunteerFacts']>> => {
  const { facts } = await factsOf(context, 'volunteer', agencyId, id)
  const said = facts.flatMap(({ type, data }) => data[inWords.get(type) ?? ''] ?? [])
  const textIds = said.filter((id) => typeof id === 'string')
  return { facts, texts: await context.store.texts.read(textIds) }
}
