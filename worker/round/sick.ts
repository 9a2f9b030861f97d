import { plusSeconds, type Instant } from '#contracts/domain/instant.ts'
import type { Partner } from '#contracts/domain/partner/partner.ts'
import type { EndpointState } from '#contracts/store/documents.ts'

/** So long after the last failure, at most, nobody is asked by way of an endpoint that is sick. */
const REST_S = 60
/** The same where no partner is well: asking is then the only way to learn that one is back. */
const ALONE_S = 10

const isServing = ({ status, url, sandbox }: Partner): boolean =>
  status === 'enabled' && url !== null && !sandbox

/**
 * Partners whose endpoint failed several times in a row (the circuit is open) and is not to be probed yet. Whoever is asked there hears
 * nothing, and a call whose first few are all his would wait for nobody: others are asked meanwhile. Attempts that are still
 * under way go on, and the first one that arrives ends it.
 */
export const sickOf = (
  partners: ReadonlyMap<string, Partner>,
  endpoints: readonly EndpointState[],
  now: Instant,
): Set<string> => {
  const restingFor = (seconds: number): string[] =>
    endpoints.flatMap(({ _id, url, probeAt, failedAt }) => {
      const isPresent = partners.get(_id)?.url === url
      const isOpen = probeAt !== null && probeAt > now
      const isFresh = failedAt != null && failedAt > plusSeconds(now, -seconds)
      return isPresent && isOpen && isFresh ? [_id] : []
    })
  const sick = new Set(restingFor(REST_S))
  const isAnyWell = [...partners.values()].some((partner) => isServing(partner) && !sick.has(partner.id))
  return isAnyWell ? sick : new Set(restingFor(ALONE_S))
}
