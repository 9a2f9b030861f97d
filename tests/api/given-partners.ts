import type { PartnerView } from '#contracts/wire/routes/partner-views.ts'
import { createUser } from '../../api/usecases/setup/create-user.ts'
import { signIn, type Client } from '../world/client.ts'
import { AGENCY, BY, PASSWORD, type ApiWorld } from './api-world.ts'

let count = 0
const URL_OF = 'https://mitra.example/hooks'

/** Partners as an administrator brings them about, and what their endpoints do beside the api. */
export const givenPartners = (world: ApiWorld) => {
  const { deliveries, clock } = world.context
  const order = async (
    name: 'checkEndpoint' | 'disablePartner' | 'proposeEndpoint' | 'rotateSecret',
    { id }: { id: string },
    body?: object,
  ): Promise<PartnerView> => (await world.as('admin')).call(name, { params: { id }, body })

  const partner = async (more: object = {}) => {
    count += 1
    const body = { ref: `mitra-${count}`, name: `Mitra ${count}`, ...more }
    return (await world.as('admin')).call('createPartner', { body })
  }
  const rotating = async () => order('rotateSecret', await partner(), { direction: 'in' })
  const proposed = async () => order('proposeEndpoint', await partner(), { url: URL_OF })

  /** What the worker writes when the last ping of this partner was answered with a status. */
  const answers = async ({ id }: { id: string }, status: number, answer: string | null = null) => {
    const [ping] = await world.context.partnerLog.deliveries({ partnerId: id, type: 'ping', limit: 1 })
    if (ping?.nextAt == null) throw new Error(`no ping waits for ${id}`)
    const attempt = { at: clock.now().toISOString(), status, error: null, tookMs: 12, answer }
    const state = status < 300 ? 'delivered' : 'dead'
    await deliveries.record(ping._id, ping.nextAt, attempt, { state, nextAt: null, heldBack: false })
    return ping
  }
  const answered = async () => {
    const view = await proposed()
    await answers(view, 204)
    return view
  }
  const checked = async () => order('checkEndpoint', await answered(), {})
  /** A second administrator. */
  const otherAdmin = async (): Promise<Client> => {
    const login = `admin-${(count += 1)}`
    const person = { login, displayName: 'Administrator Kedua', password: PASSWORD, role: 'admin' } as const
    await createUser(world.context, { agencyId: AGENCY, ...person }, BY)
    return signIn(world.url, login, PASSWORD)
  }
  const disabled = async () => order('disablePartner', await partner(), { reason: 'Uji coba.' })
  /** An endpoint that counts, though it was never pinged. */
  const connected = async () => {
    const view = await partner()
    const op = { opId: `given:${view.id}`, agencyId: AGENCY, by: BY }
    await world.context.store.ledger.change('partner', view.id, op, () => [
      { type: 'partner.endpoint_set', data: { url: URL_OF } },
    ])
    return view
  }

  /** Checked, and proposed by this user. */
  const checkedBy = async (userId: string) => {
    const view = await partner()
    const proposal = { url: URL_OF, pingId: 'msg_1' }
    const op = { opId: `given:${view.id}`, agencyId: AGENCY, by: { kind: 'user', id: userId } as const }
    await world.context.store.ledger.change('partner', view.id, op, () => [
      { type: 'partner.endpoint_proposed', data: proposal },
      { type: 'partner.endpoint_checked', data: proposal },
    ])
    return view
  }
  const seconded = async () => checkedBy((await (await world.as('admin')).call('me')).userId)
  const ofEngineer = async () => checkedBy((await (await world.as('partner_admin')).call('me')).userId)

  return {
    seconded,
    ofEngineer,
    partner,
    rotating,
    proposed,
    answers,
    answered,
    checked,
    otherAdmin,
    disabled,
    connected,
  }
}
