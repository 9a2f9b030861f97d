import { policyIdOf, policyOf } from '#contracts/domain/policy/policy.ts'
import type { Op } from '#contracts/store/ledger.ts'
import type { Routes } from '#contracts/wire/routes/all.ts'
import type { Changed } from '../../changed.ts'
import type { Context } from '../../context.ts'
import type { Given } from '../../route-types.ts'
import type { Command, CommandName } from './commands.ts'
import { keepText } from './keep-text.ts'

/** The widest that its searches come to: the whole city. */
const lastRingOf = async ({ store }: Context, agencyId: string): Promise<number> => {
  const policy = policyOf((await store.ledger.load('policy', policyIdOf(agencyId)))?.state ?? null)
  return policy.ringsEtaS.length - 1
}

/** Carries out one order on an incident. @throws Refusal of the command, `not_found`; Trouble `invalid`; NotSaved */
export const commandIncident = async <N extends CommandName>(
  context: Context,
  op: Op,
  { text, needsRings, decide }: Command<N>,
  given: Given<Routes[N]> & { params: { id: string } },
): Promise<Changed> => {
  const { id } = given.params
  const written = text?.(given.body)
  const kept = written === undefined ? null : await keepText(context, op, id, written)
  const lastRing = needsRings ? await lastRingOf(context, op.agencyId) : 0
  await context.store.incidents.change(id, op, (state, now) =>
    decide(state, { ...given, textId: kept?.textId ?? null, now, lastRing }),
  )
  return { kind: 'incident', id }
}
