import { finishCallback as finish, planCallback as plan } from '#contracts/domain/incident/commands/caller.ts'
import { plusSeconds, toInstant, type Instant } from '#contracts/domain/instant.ts'
import type { Op } from '#contracts/store/ledger.ts'
import type { Changed } from '../../changed.ts'
import type { Context } from '../../context.ts'
import { invalid } from '../../trouble.ts'
import { keepText } from '../incident/keep-text.ts'

const LATE_S = 60
const MOST_S = 7 * 24 * 3600

/** The moment of a call that somebody promised, as we store moments. @throws Trouble `invalid` unless it lies within the coming week */
export const promisedMoment = (path: string, told: string, now: Instant): Instant => {
  const at = toInstant(new Date(told))
  if (at < plusSeconds(now, -LATE_S) || at > plusSeconds(now, MOST_S))
    throw invalid(path, 'must lie within the coming week')
  return at
}

/** @throws Refusal `not_found`, `closed_incident`, `no_reporter`, `already_done`; Trouble `invalid`; NotSaved */
export const planCallback = async (context: Context, op: Op, id: string, told: string): Promise<Changed> => {
  await context.store.incidents.change(id, op, (state, now) =>
    plan(state, { at: promisedMoment('body.at', told, now) }),
  )
  return { kind: 'incident', id }
}

/** @throws Refusal `not_found`, `already_done`; NotSaved */
export const finishCallback = async (
  context: Context,
  op: Op,
  id: string,
  note: string | undefined,
): Promise<Changed> => {
  const kept = note === undefined ? null : await keepText(context, op, id, note)
  await context.store.incidents.change(id, op, (state) => finish(state, { note: kept?.textId ?? null }))
  return { kind: 'incident', id }
}
