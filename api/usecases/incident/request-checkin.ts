import { requestCheckin as request } from '#contracts/domain/incident/commands/contact.ts'
import { derivedId } from '#contracts/runtime/ids.ts'
import type { Op } from '#contracts/store/ledger.ts'
import type { Changed } from '../../changed.ts'
import type { Context } from '../../context.ts'

/** Asks the team, or those named of it, for a sign of life. @throws Refusal `not_found`, `closed_incident`, `nobody_out`, `already_done`; NotSaved */
export const requestCheckin = async (
  { store }: Context,
  op: Op,
  id: string,
  assignmentIds: readonly string[] | undefined,
): Promise<Changed> => {
  const idOf = (assignmentId: string) => derivedId('chk', op.opId, assignmentId)
  await store.incidents.change(id, op, (state) =>
    request(state, { assignmentIds: assignmentIds ?? null, idOf }),
  )
  return { kind: 'incident', id }
}
