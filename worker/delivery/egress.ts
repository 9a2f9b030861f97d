import { isIP } from 'node:net'
import ipaddr from 'ipaddr.js'

/** A request that must not leave this house. The message names the rule, never the address. */
export class EgressRefused extends Error {
  constructor(why: string) {
    super(`refused: ${why}`)
    this.name = 'EgressRefused'
  }
}

export type Resolve = (host: string) => Promise<readonly string[]>

export interface Address {
  address: string
  family: 4 | 6
}

export interface Target {
  url: URL
  /** Checked, every one of them; the name stays in the request and in TLS. */
  addresses: readonly [Address, ...Address[]]
}

const GLOBAL_UNICAST_V6 = ipaddr.parseCIDR('2000::/3')
const MOST_URL_LENGTH = 2048

/**
 * May we connect to this address? Only public unicast, in its plain spelling: every private, shared, local, mapped,
 * translated, tunnelled, multicast and reserved range is refused. In local mode loopback, and nothing else, is allowed
 * besides.
 */
export const isAllowed = (address: string, localMode: boolean): boolean => {
  // Of what a socket would not take as an address, nobody knows what it would be taken for.
  if (isIP(address) === 0 || !ipaddr.isValid(address)) return false
  const parsed = ipaddr.parse(address)
  if (parsed.range() === 'loopback') return localMode
  if (parsed.range() !== 'unicast') return false
  return parsed.kind() === 'ipv4' || parsed.match(GLOBAL_UNICAST_V6)
}

/** The literal address in a URL's host, if it is one: parsing the URL has spelled it out (decimal, octal, hex, short). */
const literalOf = ({ hostname }: URL): string | null => {
  const bare = hostname.replace(/^\[|\]$/g, '')
  return ipaddr.isValid(bare) ? bare : null
}

const checkedUrl = (text: string, localMode: boolean): URL => {
  if (text.length > MOST_URL_LENGTH || !URL.canParse(text)) throw new EgressRefused('not a URL')
  const url = new URL(text)
  if (url.username !== '' || url.password !== '') throw new EgressRefused('credentials in the URL')
  if (url.protocol === 'https:' || (url.protocol === 'http:' && localMode)) return url
  throw new EgressRefused('not https')
}

const plain = (text: string): Address => ({ address: text, family: isIP(text) === 4 ? 4 : 6 })

/**
 * Where a message to this URL may go: literals are checked first, names are resolved and every address that they have is
 * checked. To be asked anew for every attempt, since names move. @throws EgressRefused, and what `resolve` throws
 */
export const targetOf = async (text: string, resolve: Resolve, localMode: boolean): Promise<Target> => {
  const url = checkedUrl(text, localMode)
  const literal = literalOf(url)
  const addresses = literal === null ? await resolve(url.hostname) : [literal]
  const [first, ...others] = addresses
  if (first === undefined) throw new EgressRefused('the name has no address')
  if (!addresses.every((each) => isAllowed(each, localMode))) throw new EgressRefused('not a public address')
  const isLoopback = addresses.every((each) => ipaddr.parse(each).range() === 'loopback')
  if (url.protocol === 'http:' && !isLoopback) throw new EgressRefused('not https')
  return { url, addresses: [plain(first), ...others.map(plain)] }
}
