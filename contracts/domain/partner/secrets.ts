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

/**
 * This secret counts no longer. One must be left, and left for good: where only an old one with a last moment remains, the
 * rotation is taken back and it has none any more. @throws Refusal `not_found`, `last_secret`
 */
export const retireSecret = (state: Partner, secretId: string, now: Instant): PartnerFactBody[] => {
  const secret = state.secrets.find((held) => held.secretId === secretId)
  if (secret === undefined) throw new Refusal('not_found')
  const { direction } = secret
  const others = countingSecrets(state, direction, now).filter((held) => held !== secret)
  const [other] = others
  if (other === undefined) throw new Refusal('last_secret')
  if (others.some(({ until }) => until === undefined)) return [retired(secret)]
  const kept: PartnerFactBody = {
    type: 'partner.secret_added',
    data: { secretId: other.secretId, direction },
  }
  return [retired(secret), kept]
}
