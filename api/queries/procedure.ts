import { firstProcedure } from '#contracts/domain/procedure/defaults.ts'
import { FIRST_NUMBER, procedureIdOf, procedureOf } from '#contracts/domain/procedure/procedure.ts'
import { Refusal } from '#contracts/domain/refusal.ts'
import type { Routes } from '#contracts/wire/routes/all.ts'
import type { ProcedureView } from '#contracts/wire/routes/procedure.ts'
import type { Context } from '../context.ts'
import type { Answer } from '../route-types.ts'
import { personIn, settingsChanges } from './settings-changes.ts'

export const readProcedure = async (
  { store, credentials }: Context,
  agencyId: string,
): Promise<ProcedureView> => {
  const [doc, known] = await Promise.all([
    store.ledger.load('procedure', procedureIdOf(agencyId)),
    credentials.ofAgency(agencyId),
  ])
  const state = doc?.state ?? null
  return {
    number: state?.number ?? FIRST_NUMBER,
    settings: procedureOf(state),
    defaults: firstProcedure,
    changedAt: state?.changedAt ?? null,
    changedBy: state === null ? null : personIn(known, state.changedBy.id),
  }
}

/** @throws Refusal `not_found` for another agency's */
export const procedureView = (context: Context, agencyId: string, id: string): Promise<ProcedureView> => {
  if (id !== procedureIdOf(agencyId)) throw new Refusal('not_found')
  return readProcedure(context, agencyId)
}

export const listProcedureChanges = (
  context: Context,
  agencyId: string,
): Promise<Answer<Routes['listProcedureChanges']>> =>
  settingsChanges(context, agencyId, procedureIdOf(agencyId), 'procedure.changed')
