import type { Instant } from '#contracts/domain/instant.ts'
import type { EndpointState } from '#contracts/store/documents.ts'
import type { Context } from '../context.ts'

/** What can be wrong with the way to the partners, and what that means. */
export const partnerFaults = {
  endpoint_gone: 'A partner answered 410: his endpoint was switched off, his volunteers hear nothing.',
  endpoint_sick: 'The endpoint of a partner fails again and again: only what is urgent is tried.',
  dead_letters: 'Messages to partners were given up and wait for a person.',
} as const
export type PartnerFault = keyof typeof partnerFaults

/** A URL that was switched off, with none set since; or one whose circuit is open. Of partners that take part at all. */
const faultOf = (endpoint: EndpointState, urls: ReadonlyMap<string, string | null>): PartnerFault | null => {
  const url = urls.get(endpoint._id)
  if (url === null && endpoint.goneAt !== null) return 'endpoint_gone'
  return url === endpoint.url && endpoint.probeAt !== null ? 'endpoint_sick' : null
}

/** What is wrong now with the way to the partners of an agency, since when. */
export const lookForPartnerFaults = async (
  { endpoints, partnerQueries, deliveryQueries }: Context,
  agencyId: string,
): Promise<{ code: PartnerFault; since: Instant | null }[]> => {
  const [known, partners, letters] = await Promise.all([
    endpoints.ofAgency(agencyId),
    partnerQueries.all(),
    deliveryQueries.deadLetters(agencyId),
  ])
  const enabled = partners.filter((partner) => partner.agencyId === agencyId && partner.status === 'enabled')
  const urls = new Map(enabled.map(({ id, url }) => [id, url]))
  const first = new Map<PartnerFault, Instant | null>()
  for (const endpoint of known) {
    const code = faultOf(endpoint, urls)
    if (code !== null) first.set(code, endpoint.goneAt ?? endpoint.failingSince)
  }
  if (letters !== null) first.set('dead_letters', letters.since)
  return [...first].map(([code, since]) => ({ code, since }))
}
