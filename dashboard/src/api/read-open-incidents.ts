import type { QueryClient } from '@tanstack/react-query'
import type { Api } from './client.ts'
import { everyPage } from './every-page.ts'
import { keys } from './keys.ts'
import type { Answer } from './types.ts'

/** As many as the server gives at once. */
const PAGE = 200

/**
 * All incidents that are not over: a list that ends at a number would lose the oldest reports on the worst night. If the
 * live view tells of the city while it is read, what was told is newer and stays.
 */
export const readOpenIncidents = async (
  api: Api,
  queries: Pick<QueryClient, 'getQueryData'>,
  signal: AbortSignal,
): Promise<Answer<'listIncidents'>> => {
  const known = () => queries.getQueryData<Answer<'listIncidents'>>(keys.openIncidents)
  const before = known()
  const pages = await everyPage((from) => {
    const query = { status: 'open' as const, limit: PAGE, ...(from === null ? {} : { before: from }) }
    return api.call('listIncidents', { query }, { signal })
  })
  const told = known()
  if (told !== undefined && told !== before) return told
  return { incidents: pages.flatMap(({ incidents }) => incidents), next: null }
}
