import type { Instant } from '#contracts/domain/instant.ts'
import type { Partner } from '#contracts/domain/partner/partner.ts'
import { rotateSecret as rotate } from '#contracts/domain/partner/secrets.ts'
import type { Op } from '#contracts/store/ledger.ts'
import type { Changed, Shown } from '../../changed.ts'
import type { Context } from '../../context.ts'
import { invalid } from '../../trouble.ts'
import { changePartner } from './change-partner.ts'
import { makeSecret } from './make-secret.ts'

export interface Rotation {
  direction: Partner['secrets'][number]['direction']
  /** Until when the old one counts; without it until somebody retires it. */
  oldUntil?: Instant | undefined
}

/** A new secret beside the old one. @throws Refusal `not_found`, `two_secrets`; Trouble `invalid`; NotSaved */
export const rotateSecret = async (
  context: Context,
  op: Op,
  id: string,
  { direction, oldUntil }: Rotation,
): Promise<Changed & Shown> => {
  if (oldUntil !== undefined && oldUntil <= context.clock.now().toISOString())
    throw invalid('body.oldUntil', 'must lie ahead')
  const made = await makeSecret(context, op, id, direction)
  const changed = await changePartner(context, op, id, (state, now) =>
    rotate(state, { secretId: made.secretId, direction }, { now, oldUntil: oldUntil ?? null }),
  )
  return { ...changed, shown: { shown: [made] } }
}
