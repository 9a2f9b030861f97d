import { setNeeds as set, type NeedInput } from '#contracts/domain/incident/commands/needs.ts'
import { needOf } from '#contracts/domain/incident/read.ts'
import type { Incident } from '#contracts/domain/incident/state.ts'
import { Refusal } from '#contracts/domain/refusal.ts'
import { derivedId } from '#contracts/runtime/ids.ts'
import type { Op } from '#contracts/store/ledger.ts'
import type { Routes } from '#contracts/wire/routes/all.ts'
import type { Changed } from '../../changed.ts'
import type { Context } from '../../context.ts'
import type { Given } from '../../route-types.ts'
import { invalid } from '../../trouble.ts'

type Input = Given<Routes['setNeeds']>['body']

/** Only we give ids to needs, and a need keeps its task. @throws Refusal `unknown_need`; Trouble `invalid` */
const mustBeKnown = (state: Incident, needId: string, task: string, index: number): string => {
  const known = needOf(state, needId)
  if (known === undefined) throw new Refusal('unknown_need', { needId })
  if (known.task !== task)
    throw invalid(`body.needs.${index}.task`, 'a need keeps its task: drop it and add another')
  return needId
}

/**
 * Adds needs (those without `needId`) and changes those that are named; the others stay.
 * @throws Refusal `not_found`, `closed_incident`, `unknown_need`, `too_many_slots`, `confirm_stand_down`,
 * `nothing_to_change`; Trouble `invalid`; NotSaved
 */
export const setNeeds = async (context: Context, op: Op, id: string, input: Input): Promise<Changed> => {
  await context.store.incidents.change(id, op, (state) => {
    const needs = input.needs.map(({ needId, ...need }, index): NeedInput => ({
      ...need,
      needId:
        needId === undefined
          ? derivedId('nd', id, op.opId, String(index))
          : mustBeKnown(state, needId, need.task, index),
    }))
    return set(state, { needs, standDown: input.standDown })
  })
  return { kind: 'incident', id }
}
