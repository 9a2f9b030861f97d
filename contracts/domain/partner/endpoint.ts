import { Refusal } from '../refusal.ts'
import { setEndpoint, type Partner, type PartnerFactBody, type Proposal } from './partner.ts'

const loopback = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/

/**
 * What is wrong with a URL as the endpoint of a partner, in English, or null. https only; in local mode also http to this
 * very machine. Whether its addresses may be reached is checked at each attempt, not here.
 */
export const endpointFault = (text: string, localMode: boolean): string | null => {
  if (!URL.canParse(text)) return 'is no URL'
  const { protocol, username, password, hostname, hash } = new URL(text)
  if (username !== '' || password !== '') return 'must not hold credentials'
  if (hash !== '') return 'must not hold a fragment'
  if (protocol === 'https:') return null
  return protocol === 'http:' && localMode && loopback.test(hostname) ? null : 'must be https://'
}

/** A new URL, which has to answer the ping first; proposed again it is pinged again. @throws Refusal `nothing_to_change` */
export const proposeEndpoint = (
  state: Partner,
  { url, pingId }: Pick<Proposal, 'url' | 'pingId'>,
): PartnerFactBody[] => {
  if (state.url === url && !state.proposal) throw new Refusal('nothing_to_change')
  return [{ type: 'partner.endpoint_proposed', data: { url, pingId } }]
}

/** What is proposed. @throws Refusal `not_checked` when nothing is */
export const proposalOf = ({ proposal }: Partner): Proposal => {
  if (!proposal) throw new Refusal('not_checked')
  return proposal
}

const activated = ({ url }: Proposal): PartnerFactBody => ({ type: 'partner.endpoint_set', data: { url } })

/**
 * The proposed URL has answered its ping. It counts at once when nobody else is there who could approve it.
 * @throws Refusal `not_checked` when nothing is proposed, `not_answered` when it was another ping
 */
export const checkEndpoint = (
  state: Partner,
  { answered, wantsSecond }: { answered: string | null; wantsSecond: boolean },
): PartnerFactBody[] => {
  const proposal = proposalOf(state)
  const { url, pingId, checkedAt } = proposal
  if (answered !== pingId) throw new Refusal('not_answered')
  const news: PartnerFactBody[] =
    checkedAt === null ? [{ type: 'partner.endpoint_checked', data: { url, pingId } }] : []
  return wantsSecond ? news : [...news, activated(proposal)]
}

/** A second person lets the checked URL count. @throws Refusal `not_checked`, `second_person` */
export const approveEndpoint = (state: Partner, approver: string): PartnerFactBody[] => {
  const proposal = proposalOf(state)
  if (proposal.checkedAt === null) throw new Refusal('not_checked')
  if (proposal.by.id === approver) throw new Refusal('second_person')
  return [activated(proposal)]
}

/** No endpoint any more: what is proposed goes, and without a proposal the one that counts. @throws Refusal `nothing_to_change` */
export const removeEndpoint = (state: Partner): PartnerFactBody[] =>
  state.proposal
    ? [{ type: 'partner.endpoint_dropped', data: { url: state.proposal.url } }]
    : setEndpoint(state, null)
