import { sendMessage as send } from '#contracts/domain/incident/commands/contact.ts'
import type { Op } from '#contracts/store/ledger.ts'
import type { Changed } from '../../changed.ts'
import type { Context } from '../../context.ts'
import { keepText } from './keep-text.ts'

/** Writes to the team, or to those named of it. @throws Refusal `not_found`, `closed_incident`, `nobody_out`; NotSaved */
export const sendMessage = async (
  context: Context,
  op: Op,
  id: string,
  { text, assignmentIds }: { text: string; assignmentIds?: readonly string[] | undefined },
): Promise<Changed> => {
  const kept = await keepText(context, op, id, text)
  await context.store.incidents.change(id, op, (state) =>
    send(state, { assignmentIds: assignmentIds ?? null, ...kept }),
  )
  return { kind: 'incident', id }
}
