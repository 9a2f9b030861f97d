import type { Op } from '#contracts/store/ledger.ts'
import type { Routes } from '#contracts/wire/routes/all.ts'
import type { Changed } from '../../changed.ts'
import type { Context } from '../../context.ts'
import type { Given } from '../../route-types.ts'
import type { Command, CommandName } from './commands.ts'
import { keepText } from './keep-text.ts'

/** Carries out one order on an incident. @throws Refusal of the command, `not_found`; Trouble `invalid`; NotSaved */
export const commandIncident = async <N extends CommandName>(
  context: Context,
  op: Op,
  { text, decide }: Command<N>,
  given: Given<Routes[N]> & { params: { id: string } },
): Promise<Changed> => {
  const { id } = given.params
  const written = text?.(given.body)
  const kept = written === undefined ? null : await keepText(context, op, id, written)
  await context.store.incidents.change(id, op, (state, now) =>
    decide(state, { ...given, textId: kept?.textId ?? null, now }),
  )
  return { kind: 'incident', id }
}
