import type { Api } from '../../api/client.ts'
import { everyPage } from '../../api/every-page.ts'
import { letterTypes } from './delivery-types.ts'

const PAGE = 200

/** The ids of all dead letters of a partner that nobody has set aside, however many other dead messages there are. @throws ProblemError, UnreachableError */
export const deadLetters = async (api: Api, id: string): Promise<string[]> => {
  const found: string[] = []
  for (const type of letterTypes) {
    const pages = await everyPage((before) =>
      api.call('partnerDeliveries', {
        params: { id },
        query: { state: 'dead', type, limit: PAGE, ...(before === null ? {} : { before }) },
      }),
    )
    for (const { deliveries } of pages)
      found.push(...deliveries.filter(({ restsSince }) => restsSince === null).map((one) => one.id))
  }
  return found
}
