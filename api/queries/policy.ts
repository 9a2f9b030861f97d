import {
  FIRST_NUMBER,
  firstPolicy,
  policyFacts,
  policyIdOf,
  policyOf,
} from '#contracts/domain/policy/policy.ts'
import { Refusal } from '#contracts/domain/refusal.ts'
import type { Routes } from '#contracts/wire/routes/all.ts'
import type { PolicyView } from '#contracts/wire/routes/policy.ts'
import type { Context } from '../context.ts'
import type { Answer } from '../route-types.ts'

const personIn = (known: ReadonlyMap<string, { displayName: string }>, id: string) => ({
  id,
  displayName: known.get(id)?.displayName ?? '',
})

export const readPolicy = async (
  { store, credentials }: Context,
  agencyId: string,
): Promise<Answer<Routes['readPolicy']>> => {
  const [doc, known] = await Promise.all([
    store.ledger.load('policy', policyIdOf(agencyId)),
    credentials.ofAgency(agencyId),
  ])
  const state = doc?.state ?? null
  const { version, ...settings } = policyOf(state)
  return {
    number: state?.number ?? FIRST_NUMBER,
    version,
    settings,
    defaults: firstPolicy.settings,
    changedAt: state?.changedAt ?? null,
    changedBy: state === null ? null : personIn(known, state.changedBy.id),
  }
}

/** @throws Refusal `not_found` for another agency's */
export const policyView = (context: Context, agencyId: string, id: string): Promise<PolicyView> => {
  if (id !== policyIdOf(agencyId)) throw new Refusal('not_found')
  return readPolicy(context, agencyId)
}

/** What the pending facts say is not placed yet: it is heard a moment later. */
export const listPolicyChanges = async (
  { store, credentials }: Context,
  agencyId: string,
): Promise<Answer<Routes['listPolicyChanges']>> => {
  const [facts, known] = await Promise.all([
    store.cursors.of(policyIdOf(agencyId)),
    credentials.ofAgency(agencyId),
  ])
  const changes = facts.flatMap(({ type, data, at, by }) => {
    const told = type === 'policy.changed' ? policyFacts[type].parse(data) : null
    return told === null ? [] : [{ at, by, ...told }]
  })
  const texts = await store.texts.read(changes.map(({ reason }) => reason.textId))
  return {
    changes: changes
      .map(({ number, at, by, reason, differences }) => ({
        number,
        at,
        by: personIn(known, by.id),
        reason: texts[reason.textId] ?? '',
        differences,
      }))
      .reverse(),
  }
}
