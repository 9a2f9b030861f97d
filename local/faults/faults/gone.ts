import { partnerIdOf } from '../../../api/usecases/setup/create-partner.ts'
import { awaited } from '../../conformance/inbound/bench.ts'
import { connect } from '../../conformance/inbound/connect.ts'
import { AGENCY } from '../crowd/place.ts'
import type { Ground } from '../ground/ground.ts'
import { asAdministrator } from './admin.ts'

/** Only one is gone: the drivers of the other carry the traffic. */
const GONE = 'kilat'

/** One platform answers 410, which switches its endpoint off; an administrator sets it again when it is back. */
export const goAway = async (ground: Ground): Promise<() => Promise<void>> => {
  const { people, place } = ground
  const partner = place.partners.find(({ ref }) => ref === GONE)
  if (partner === undefined) throw new Error(`there is no ${GONE}`)
  const id = partnerIdOf(AGENCY, GONE)
  people.behave('gone', GONE)
  return async () => {
    const admin = await asAdministrator(ground)
    await awaited('the end of the endpoint', async () =>
      (await admin.call('getPartner', { params: { id }, query: {} })).url === null ? true : null,
    )
    people.behave('well', GONE)
    await connect(admin, id, partner.url)
  }
}
