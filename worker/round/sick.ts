import { plusSeconds, type Instant } from '#contracts/domain/instant.ts'
import type { Partner } from '#contracts/domain/partner/partner.ts'
import type { EndpointState } from '#contracts/store/documents.ts'

/** So long after the last failure, at most, nobody is asked by way of an endpoint that is sick. */
const REST_S = 60
/** The same where no partner is well: asking is then better than waiting. */
const ALONE_S = 10
/** So long after the last failure it is pinged, while calls look for people. */
const PING_AFTER_S = 10

const isServing = ({ status, url, sandbox }: Partner): boolean =>
  status === 'enabled' && url !== null && !sandbox

/** Partners whose endpoint failed several times in a row (the circuit is open) and has taken nothing since. */
const openOf = (
  partners: ReadonlyMap<string, Partner>,
  endpoints: readonly EndpointState[],
): EndpointState[] =>
  endpoints.filter(({ _id, url, probeAt }) => partners.get(_id)?.url === url && probeAt !== null)

/**
 * Partners by way of whom nobody is asked. Whoever is asked there hears nothing, and a call whose first few are all theirs would
 * wait for nobody: others are asked meanwhile. Attempts that are still under way go on, pings go there, and the first
 * one that arrives ends it.
 */
export const sickOf = (
  partners: ReadonlyMap<string, Partner>,
  endpoints: readonly EndpointState[],
  now: Instant,
): Set<string> => {
  const open = openOf(partners, endpoints)
  const restingFor = (seconds: number): string[] =>
    open.flatMap(({ _id, failedAt }) =>
      failedAt != null && failedAt > plusSeconds(now, -seconds) ? [_id] : [],
    )
  const sick = new Set(restingFor(REST_S))
  const isAnyWell = [...partners.values()].some((partner) => isServing(partner) && !sick.has(partner.id))
  return isAnyWell ? sick : new Set(restingFor(ALONE_S))
}

/** Partners to be pinged, so that no call has to find out by its volunteers whether they are well again. */
export const toPing = (
  partners: ReadonlyMap<string, Partner>,
  endpoints: readonly EndpointState[],
  now: Instant,
): string[] =>
  openOf(partners, endpoints).flatMap(({ _id, failedAt }) => {
    const partner = partners.get(_id)
    const isDue = failedAt == null || failedAt <= plusSeconds(now, -PING_AFTER_S)
    return isDue && partner !== undefined && isServing(partner) ? [_id] : []
  })
