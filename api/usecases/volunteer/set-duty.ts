import { plusSeconds } from '#contracts/domain/instant.ts'
import { findKelurahan } from '#contracts/domain/reference.ts'
import { setDuty as set } from '#contracts/domain/volunteer/commands.ts'
import type { Op } from '#contracts/store/ledger.ts'
import type { Routes } from '#contracts/wire/routes/all.ts'
import type { Changed } from '../../changed.ts'
import type { Context } from '../../context.ts'
import type { Given } from '../../route-types.ts'
import { invalid } from '../../trouble.ts'
import { changeVolunteer } from './change-volunteer.ts'

const LONGEST_S = 24 * 3600
type Input = Given<Routes['setDuty']>['body']

/** The code of a kelurahan that was said by code, name or alias. @throws Trouble `invalid` */
const areaCode = async (context: Context, agencyId: string, said: string): Promise<string> => {
  const { kelurahan } = await context.agencies.of(agencyId)
  const found = findKelurahan(kelurahan, said)
  if (found === undefined) throw invalid('body.declaredArea', 'no such kelurahan in this agency')
  return found.code
}

/**
 * On, paused or off duty, in which kelurahan (one that is not said stays as it was), and until when.
 * @throws Refusal `not_found`, `suspended` unless active, `illegal_move`; Trouble `invalid`; NotSaved
 */
export const setDuty = async (context: Context, op: Op, id: string, input: Input): Promise<Changed> => {
  const { duty, declaredArea, until = null } = input
  const now = context.clock.now().toISOString()
  if (until !== null && (until <= now || until > plusSeconds(now, LONGEST_S)))
    throw invalid('body.until', 'lies in the past, or more than a day ahead')
  const said = declaredArea ? await areaCode(context, op.agencyId, declaredArea) : declaredArea
  return changeVolunteer(context, op, id, (state) =>
    set(state, { duty, declaredArea: said === undefined ? state.declaredArea : said || null, until }),
  )
}
