import type { Partner } from '#contracts/domain/partner/partner.ts'
import { derivedId } from '#contracts/runtime/ids.ts'
import type { Op } from '#contracts/store/ledger.ts'
import type { ShownSecret } from '#contracts/wire/routes/partner-views.ts'
import type { Context } from '../../context.ts'

/**
 * A new signing secret, sealed and kept before the fact that names it. The same for every run of one operation, so that a
 * retry after a crash shows the secret that counts.
 */
export const makeSecret = async (
  { secrets, clock, newSecret }: Pick<Context, 'secrets' | 'clock' | 'newSecret'>,
  { opId }: Op,
  partnerId: string,
  direction: Partner['secrets'][number]['direction'],
): Promise<ShownSecret> => {
  const secretId = derivedId('sec', partnerId, direction, opId)
  const createdAt = clock.now().toISOString()
  const secret = await secrets.keepOnce({
    _id: secretId,
    partnerId,
    direction,
    plain: newSecret(),
    createdAt,
  })
  return { secretId, direction, secret }
}
