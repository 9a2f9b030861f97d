import { setEndpoint } from '#contracts/domain/partner/partner.ts'
import type { WorkerContext } from '../../../worker/context.ts'
import { op } from '../given.ts'

/** Another URL for a partner. */
export const setUrl = async (
  { store }: Pick<WorkerContext, 'store'>,
  id: string,
  url: string | null,
): Promise<void> => {
  await store.ledger.change('partner', id, op(), (state) => (state === null ? [] : setEndpoint(state, url)))
}
