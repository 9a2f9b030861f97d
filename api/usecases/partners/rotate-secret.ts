import type { Partner } from '#contracts/domain/partner/partner.ts'
import { rotateSecret as rotate } from '#contracts/domain/partner/secrets.ts'
import type { Op } from '#contracts/store/ledger.ts'
import type { Changed, Shown } from '../../changed.ts'
import type { Context } from '../../context.ts'
import { changePartner } from './change-partner.ts'
import { makeSecret } from './make-secret.ts'

/** A new secret beside the old one. @throws Refusal `not_found`, `two_secrets`; NotSaved */
export const rotateSecret = async (
  context: Context,
  op: Op,
  id: string,
  direction: Partner['secrets'][number]['direction'],
): Promise<Changed & Shown> => {
  const made = await makeSecret(context, op, id, direction)
  const changed = await changePartner(context, op, id, (state) =>
    rotate(state, { secretId: made.secretId, direction }),
  )
  return { ...changed, shown: { shown: [made] } }
}
