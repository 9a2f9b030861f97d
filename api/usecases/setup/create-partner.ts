import type { Actor } from '#contracts/domain/fact.ts'
import {
  addSecret,
  createPartner as create,
  setEndpoint,
  type Partner,
} from '#contracts/domain/partner/partner.ts'
import { Refusal } from '#contracts/domain/refusal.ts'
import { derivedId, digest } from '#contracts/runtime/ids.ts'
import { parseSecret } from '#contracts/runtime/secret.ts'
import type { Platform } from '#contracts/store/open.ts'
import { createSecrets } from '#contracts/store/secrets.ts'

/** Ref of the built-in partner: volunteers without a platform, served by task link. */
export const MANDIRI = 'mandiri'

export const partnerIdOf = (agencyId: string, ref: string): string => derivedId('ptn', agencyId, ref)

export interface PartnerInput {
  agencyId: string
  ref: string
  name: string
  /** Sandbox partners have synthetic volunteers and alone take part in drills. */
  sandbox: boolean
  url: string | null
  /** `whsec_…` with which the partner signs what he sends us. */
  secretIn?: string
  /** `whsec_…` with which we sign what we send him. */
  secretOut?: string
}

/**
 * Creates a partner with his endpoint and secrets, or brings both up to date (a new secret is added beside the old).
 * @throws Refusal `already_done` when he exists with this endpoint and these secrets, SecretError on a malformed secret
 */
export const createPartner = async (
  platform: Platform,
  input: PartnerInput,
  by: Actor,
): Promise<{ partnerId: string; partner: Partner }> => {
  const { agencyId, ref, name, sandbox, url } = input
  const partnerId = partnerIdOf(agencyId, ref)
  const wanted = (['in', 'out'] as const).flatMap((direction) => {
    const plain = direction === 'in' ? input.secretIn : input.secretOut
    if (plain === undefined) return []
    parseSecret(plain)
    return [{ direction, plain, secretId: derivedId('sec', partnerId, direction, digest(plain)) }]
  })
  const secrets = createSecrets(platform.store.models, platform.seal)
  const createdAt = platform.clock.now().toISOString()
  const present = await platform.store.ledger.load('partner', partnerId)
  if (present !== null && isComplete(present.state, url, wanted)) throw new Refusal('already_done')
  for (const { secretId, direction, plain } of wanted)
    await secrets.keep({ _id: secretId, partnerId, direction, plain, createdAt })

  const op = { opId: platform.ids.next('setup'), agencyId, by }
  const { ledger } = platform.store
  await ledger.change('partner', partnerId, { ...op, opId: `setup:${partnerId}` }, (state) =>
    state === null ? create(state, { ref, name, sandbox }) : [],
  )
  const change = await ledger.change('partner', partnerId, op, (state) => {
    if (state === null) throw new Refusal('not_found')
    const missing = wanted.filter(({ secretId }) => !hasSecret(state, secretId))
    return [
      ...(state.url === url ? [] : setEndpoint(state, url)),
      ...missing.flatMap(({ secretId, direction }) => addSecret(state, { secretId, direction })),
    ]
  })
  return { partnerId, partner: change.state }
}

const hasSecret = (partner: Partner, secretId: string): boolean =>
  partner.secrets.some((secret) => secret.secretId === secretId)

const isComplete = (partner: Partner, url: string | null, wanted: readonly { secretId: string }[]): boolean =>
  partner.url === url && wanted.every(({ secretId }) => hasSecret(partner, secretId))
