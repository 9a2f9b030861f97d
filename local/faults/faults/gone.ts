import { partnerIdOf } from '../../../api/usecases/setup/create-partner.ts'
import { awaited } from '../../conformance/inbound/bench.ts'
import { connect } from '../../conformance/inbound/connect.ts'
import { signIn } from '../../scenario/client.ts'
import type { Ground } from '../ground/ground.ts'
import { AGENCY } from '../ground/seed.ts'

/** Only one is gone: the drivers of the other carry the traffic. */
const GONE = 'kilat'

/** One platform answers 410, which switches its endpoint off; an administrator sets it again when it is back. */
export const goAway = async ({
  people,
  place,
  apiUrls: [url = ''],
}: Ground): Promise<() => Promise<void>> => {
  const partner = place.partners.find(({ ref }) => ref === GONE)
  const administrator = place.logins.find(({ role }) => role === 'admin')
  if (partner === undefined || administrator === undefined)
    throw new Error(`there is no ${GONE}, or no administrator`)
  const id = partnerIdOf(AGENCY, GONE)
  people.behave('gone', GONE)
  return async () => {
    const { login, password } = administrator
    const admin = await signIn(url, { login, password })
    await awaited('the end of the endpoint', async () =>
      (await admin.call('getPartner', { params: { id }, query: {} })).url === null ? true : null,
    )
    people.behave('well', GONE)
    await connect(admin, id, partner.url)
  }
}
