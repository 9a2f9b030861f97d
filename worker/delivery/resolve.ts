import { Resolver } from 'node:dns/promises'
import type { Resolve } from './egress.ts'

const TIMEOUT_MS = 1500
const TRIES = 2

/**
 * Names by DNS alone, with a deadline of its own. Not by the system's `lookup`: that one takes a thread of a pool of four
 * while it waits, so a single name whose servers are silent would delay every other partner. In local mode `localhost`
 * is this machine, without asking anybody.
 */
export const createResolve = (localMode: boolean): Resolve => {
  const resolver = new Resolver({ timeout: TIMEOUT_MS, tries: TRIES })
  return async (host) => {
    if (localMode && host === 'localhost') return ['127.0.0.1']
    const answers = await Promise.allSettled([resolver.resolve4(host), resolver.resolve6(host)])
    const addresses = answers.flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : []))
    const [first] = answers
    if (addresses.length === 0 && first.status === 'rejected') throw first.reason
    return addresses
  }
}
