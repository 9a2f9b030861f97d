import { partnerIdOf } from '../../../api/usecases/setup/create-partner.ts'
import { AGENCY } from '../crowd/place.ts'
import type { Ground } from '../ground/ground.ts'
import { asAdministrator } from './admin.ts'

/** Whoever it is that asks for another endpoint. */
const ASKS = 'kilat'

/** A platform asks for an endpoint that lies inside: nobody may come there, not even with a ping. */
export const pointInside = async (ground: Ground): Promise<() => Promise<void>> => {
  const admin = await asAdministrator(ground)
  const params = { id: partnerIdOf(AGENCY, ASKS) }
  await admin.call('proposeEndpoint', { params, body: { url: ground.trap.insideUrl } })
  return async () => void (await admin.call('removeEndpoint', { params, body: {} }))
}
