import type { Incident } from '#contracts/domain/incident/state.ts'
import type { Instant } from '#contracts/domain/instant.ts'
import { countingSecrets } from '#contracts/domain/partner/secrets.ts'
import type { Partner } from '#contracts/domain/partner/partner.ts'
import type { Delivery } from '#contracts/store/documents.ts'
import { isPast } from '#contracts/wire/partner/is-past.ts'
import type { WorkerContext } from '../context.ts'
import { addresseeOf } from './create.ts'
import { signed } from './sign.ts'
import { smsWay } from './sms/way.ts'

/** Why a message is not even tried. */
export type Obstacle =
  /** Nobody should be asked or told any more: the offer has ended, the answer is there, the task is over. */
  | 'no_longer_true'
  /** A drill must not reach real people (I15). */
  | 'drill'
  | 'no_partner'
  | 'partner_disabled'
  | 'no_endpoint'
  | 'no_secret'
  /** Nobody knows his number (any more). */
  | 'no_phone'
  /** The endpoint has been failing for a while: not tried before it has had a rest. */
  | 'circuit_open'

export interface Way {
  url: string
  /** Bytes and headers of an attempt that begins now. */
  write: (at: Instant) => { headers: Record<string, string>; body: Uint8Array }
}

/** Past, or the volunteer reads it on his task page, which nobody pushes to his phone. */
const obstacleIn = (incident: Incident | undefined, delivery: Delivery): Obstacle | null => {
  if (incident === undefined) return null
  const { subject, via } = delivery
  if (isPast(incident, delivery)) return 'no_longer_true'
  if (via === 'sms') return null
  return addresseeOf(incident, subject)?.channel === 'link' ? 'no_endpoint' : null
}

const isDrill = ({ data }: Delivery): boolean => data?.['drill'] === true

const obstacleOf = (delivery: Delivery, partner: Partner | undefined): Obstacle | null => {
  if (partner === undefined) return 'no_partner'
  if (isDrill(delivery) && !partner.sandbox) return 'drill'
  // A ping is how one finds out whether a partner can be enabled.
  if (partner.status === 'disabled' && delivery.type !== 'ping') return 'partner_disabled'
  if (delivery.via === 'sms') return null
  return (delivery.url ?? partner.url) === null ? 'no_endpoint' : null
}

/** The way to the partner, read anew for each attempt, or what stands in it. */
export const wayTo = async (ctx: WorkerContext, delivery: Delivery): Promise<Way | Obstacle> => {
  const incident = (await ctx.store.ledger.load('incident', delivery.entityId))?.state
  const past = obstacleIn(incident, delivery)
  if (past !== null) return past
  const partner = (await ctx.store.ledger.load('partner', delivery.partnerId))?.state
  const obstacle = obstacleOf(delivery, partner)
  if (obstacle !== null) return obstacle
  if (delivery.via === 'sms') return smsWay(ctx, delivery, incident)
  const url = delivery.url ?? partner?.url ?? null
  if (partner === undefined || url === null) return 'no_endpoint'
  const out = countingSecrets(partner, 'out', ctx.clock.now().toISOString())
  const secrets = await ctx.secrets.open(out.map(({ secretId }) => secretId))
  return secrets.length === 0 ? 'no_secret' : { url, write: (at) => signed(delivery, secrets, at) }
}
