import { Refusal } from '#contracts/domain/refusal.ts'
import type { Op } from '#contracts/store/ledger.ts'
import type { TextRef } from '#contracts/store/texts.ts'
import type { Context } from '../../context.ts'

/** Keeps free text of an incident, before the fact that names it. @throws Refusal `not_found`: nobody writes beside another agency's files */
export const keepText = async (context: Context, op: Op, id: string, body: string): Promise<TextRef> => {
  const { ledger, texts } = context.store
  const doc = await ledger.load('incident', id)
  if (doc === null || doc.agencyId !== op.agencyId) throw new Refusal('not_found')
  return texts.keep(op.agencyId, id, body)
}
