import type { Instant } from '../instant.ts'
import { Refusal } from '../refusal.ts'
import type { Partner, PartnerFactBody } from './partner.ts'

type Secret = Partner['secrets'][number]
type NewSecret = Omit<Secret, 'until'>

/** The secrets of a direction that count at a moment: what signs, and what is believed. */
export const countingSecrets = (
  { secrets }: Pick<Partner, 'secrets'>,
  direction: Secret['direction'],
  now: Instant,
): Secret[] =>
  secrets.filter(
    (secret) => secret.direction === direction && (secret.until === undefined || secret.until > now),
  )

const retired = ({ secretId, direction }: Secret): PartnerFactBody => ({
  type: 'partner.secret_retired',
  data: { secretId, direction },
})

/**
 * A new secret beside the old one. Both count until the old one is retired; with `oldUntil` the old one counts before that
 * moment only. One whose time is over makes room. @throws Refusal `two_secrets`
 */
export const rotateSecret = (
  state: Partner,
  secret: NewSecret,
  { now, oldUntil = null }: { now: Instant; oldUntil?: Instant | null },
): PartnerFactBody[] => {
  const { direction } = secret
  const counting = countingSecrets(state, direction, now)
  if (counting.length >= 2) throw new Refusal('two_secrets')
  const lapsed = state.secrets.filter((held) => held.direction === direction && !counting.includes(held))
  const retiring = oldUntil === null ? [] : counting
  return [
    ...lapsed.map(retired),
    ...retiring.map(({ secretId }): PartnerFactBody => ({
      type: 'partner.secret_retiring',
      data: { secretId, direction, until: oldUntil ?? now },
    })),
    { type: 'partner.secret_added', data: secret },
  ]
}

/** This secret counts no longer; one that counts for good must be left. @throws Refusal `not_found`, `last_secret` */
export const retireSecret = (state: Partner, secretId: string): PartnerFactBody[] => {
  const secret = state.secrets.find((held) => held.secretId === secretId)
  if (secret === undefined) throw new Refusal('not_found')
  const remains = state.secrets.some(
    (held) => held !== secret && held.direction === secret.direction && held.until === undefined,
  )
  if (!remains) throw new Refusal('last_secret')
  return [retired(secret)]
}
