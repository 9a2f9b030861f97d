import { Refusal } from '../refusal.ts'
import { addSecret, type Partner, type PartnerFactBody } from './partner.ts'

type Secret = Partner['secrets'][number]

const activeIn = ({ secrets }: Partner, direction: Secret['direction']): Secret[] =>
  secrets.filter((secret) => secret.direction === direction)

/** A new secret beside the old one: both count until the old one is retired. @throws Refusal `two_secrets` */
export const rotateSecret = (state: Partner, secret: Secret): PartnerFactBody[] => {
  if (activeIn(state, secret.direction).length >= 2) throw new Refusal('two_secrets')
  return addSecret(state, secret)
}

/** The old secret counts no longer. @throws Refusal `not_found`, `last_secret` */
export const retireSecret = (state: Partner, secretId: string): PartnerFactBody[] => {
  const secret = state.secrets.find((held) => held.secretId === secretId)
  if (secret === undefined) throw new Refusal('not_found')
  const { direction } = secret
  if (activeIn(state, direction).length < 2) throw new Refusal('last_secret')
  return [{ type: 'partner.secret_retired', data: { secretId, direction } }]
}
