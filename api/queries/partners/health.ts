import { plusSeconds } from '#contracts/domain/instant.ts'
import type { DeliveryAttempt, EndpointState } from '#contracts/store/documents.ts'
import type { PartnerHealth } from '#contracts/wire/routes/partner-views.ts'
import type { Context } from '../../context.ts'
import { partnerDoc } from './view.ts'

const DAY_S = 24 * 3600

const isGood = ({ status }: Pick<DeliveryAttempt, 'status'>): boolean =>
  status !== null && status >= 200 && status < 300

/** A URL that answered 410 was switched off: then the partner has none, and the endpoint remembers why. */
const circuitOf = (url: string | null, endpoint: EndpointState | undefined): PartnerHealth['circuit'] => {
  if (url === null) return endpoint?.goneAt == null ? 'none' : 'gone'
  return endpoint?.url === url && endpoint.probeAt !== null ? 'open' : 'closed'
}

/** How the connection to a partner does. @throws Refusal `not_found` */
export const partnerHealth = async (
  context: Context,
  agencyId: string,
  id: string,
): Promise<PartnerHealth> => {
  const { state } = await partnerDoc(context, agencyId, id)
  const since = plusSeconds(context.clock.now().toISOString(), -DAY_S)
  const { partnerLog, endpoints } = context
  const [events, counts, lastDeliveredAt, known] = await Promise.all([
    partnerLog.eventCounts(id, since),
    partnerLog.deliveryCounts(id, since),
    partnerLog.lastDelivered(id),
    endpoints.ofAgency(agencyId),
  ])
  const attempts = counts.tried.flatMap((delivery) => delivery.attempts).filter(({ at }) => at >= since)
  const endpoint = known.find(({ _id }) => _id === id)
  const present = endpoint?.url === state.url ? endpoint : undefined
  return {
    since,
    events,
    deliveries: {
      lastDeliveredAt,
      delivered: attempts.filter(isGood).length,
      failures: attempts.filter((attempt) => !isGood(attempt)).length,
      pending: counts.pending,
      dead: counts.dead,
      waiting: counts.waiting,
    },
    circuit: circuitOf(state.url, endpoint),
    failuresInARow: present?.failures ?? 0,
    failingSince: present?.failingSince ?? null,
    lastError: present?.lastError ?? null,
    probeAt: present?.probeAt ?? null,
  }
}
