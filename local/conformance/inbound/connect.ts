import type { Client } from '../../scenario/client.ts'
import { awaited } from './bench.ts'

/** A partner's endpoint, as an administrator sets it: it counts once it has answered its ping. */
export const connect = async (admin: Client, id: string, url: string): Promise<void> => {
  const params = { id }
  await admin.call('proposeEndpoint', { params, body: { url } })
  await awaited('the answer to the ping', async () => {
    const { proposal } = await admin.call('getPartner', { params, query: {} })
    return proposal?.ping?.state === 'delivered' ? true : null
  })
  await admin.call('checkEndpoint', { params, body: {} })
}
