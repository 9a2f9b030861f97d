import { findKelurahan } from '#contracts/domain/reference.ts'
import { setDuty as set } from '#contracts/domain/volunteer/commands.ts'
import type { Op } from '#contracts/store/ledger.ts'
import type { Routes } from '#contracts/wire/routes/all.ts'
import type { Changed } from '../../changed.ts'
import type { Context } from '../../context.ts'
import type { Given } from '../../route-types.ts'
import { invalid } from '../../trouble.ts'
import { changeVolunteer } from './change-volunteer.ts'

type Input = Given<Routes['setDuty']>['body']

/** The code of a kelurahan that was said by code, name or alias. @throws Trouble `invalid` */
const areaCode = async (context: Context, agencyId: string, said: string): Promise<string> => {
  const { kelurahan } = await context.agencies.of(agencyId)
  const found = findKelurahan(kelurahan, said)
  if (found === undefined) throw invalid('body.declaredArea', 'no such kelurahan in this agency')
  return found.code
}

/**
 * On, paused or off duty, and in which kelurahan; one that is not said stays as it was.
 * @throws Refusal `not_found`, `suspended` unless active, `illegal_move`; Trouble `invalid`; NotSaved
 */
export const setDuty = async (context: Context, op: Op, id: string, input: Input): Promise<Changed> => {
  const { duty, declaredArea } = input
  const said = declaredArea ? await areaCode(context, op.agencyId, declaredArea) : declaredArea
  return changeVolunteer(context, op, id, (state) =>
    set(state, { duty, declaredArea: said === undefined ? state.declaredArea : said || null }),
  )
}
