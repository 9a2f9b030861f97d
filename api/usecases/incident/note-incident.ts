import { note } from '#contracts/domain/incident/commands/notes.ts'
import type { Op } from '#contracts/store/ledger.ts'
import type { Changed } from '../../changed.ts'
import type { Context } from '../../context.ts'
import { keepText } from './keep-text.ts'

/** Writes a note; also after the end, since knowledge comes late. @throws Refusal `not_found`; NotSaved */
export const noteIncident = async (context: Context, op: Op, id: string, text: string): Promise<Changed> => {
  const kept = await keepText(context, op, id, text)
  await context.store.incidents.change(id, op, (state) => note(state, { ...kept, about: 'note' }))
  return { kind: 'incident', id }
}
