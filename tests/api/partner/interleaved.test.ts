import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Op } from '#contracts/store/ledger.ts'
import type { Store } from '#contracts/store/store.ts'
import { acceptOffer, type Yes } from '../../../api/usecases/answer/accept-offer.ts'
import { declineOffer } from '../../../api/usecases/answer/decline-offer.ts'
import { lateYes } from '../../../api/usecases/answer/late-yes.ts'
import { audit } from '../../world/audit.ts'
import { aCity, anIncident, aPartner, ask, aVolunteer, fileOf, op, type PartnerSide } from './city.ts'
import { serve, type Served } from './served.ts'

let api: Served
let partner: PartnerSide
beforeAll(async () => {
  api = await serve()
  await aCity(api.context)
  partner = await aPartner(api.context, 'sim')
})
afterAll(() => api.close())

/** The real store, with something that happens just before a change of an incident whose opId ends like this. */
const justBefore = (store: Store, ending: string, happens: () => Promise<unknown>): Store => {
  let isDone = false
  const change: Store['incidents']['change'] = async (id, operation, decide) => {
    if (!isDone && operation.opId.endsWith(ending)) {
      isDone = true
      await happens()
    }
    return store.incidents.change(id, operation, decide)
  }
  return { ...store, incidents: { ...store.incidents, change } }
}

const given = async (expiresInS: number) => {
  const volunteer = await aVolunteer(api.context, partner)
  const incident = await anIncident(api.context)
  const offerId = (await ask(api.context, incident, [volunteer], expiresInS)).get(volunteer.id) ?? ''
  const yes: Yes = { offerId, volunteerId: volunteer.id, partnerId: partner.id, etaS: null }
  return { incident, yes, operation: op() }
}
const allIsWell = async () => {
  await api.context.store.settled()
  expect((await audit(api.context.connection)).faults).toEqual([])
}

it('keeps the claim when another run of the same yes accepts in time by its own clock', async () => {
  const { store } = api.context
  const { incident, yes, operation } = await given(180)
  // Our clock runs ahead: to us the offer is over. The other process accepts it while we are about to end it.
  const ahead = justBefore(store, '.expire', () => acceptOffer(store, operation, yes))
  const answer = await lateYes(ahead, incident.id, operation, yes)
  expect(answer).toMatchObject({ outcome: 'confirmed', offerId: yes.offerId })
  expect((await fileOf(api.context, incident.id)).assignments).toHaveLength(1)
  await allIsWell()
})

it('says no to a late yes when his own no is faster', async () => {
  const { store } = api.context
  const { incident, yes, operation } = await given(-1)
  const other: Op = op()
  const racing = justBefore(store, '.expire', () => declineOffer(store, other, yes, 'other'))
  // He has declined and there is room: the yes came after the no, and is refused for ever.
  await expect(lateYes(racing, incident.id, operation, yes)).rejects.toMatchObject({ code: 'terminal' })
  await expect(acceptOffer(store, operation, yes)).rejects.toMatchObject({ code: 'terminal' })
  expect((await fileOf(api.context, incident.id)).assignments).toEqual([])
  await allIsWell()
})

it('finds the place that another yes of his has won meanwhile', async () => {
  const { store } = api.context
  const { incident, yes, operation } = await given(-1)
  const other: Op = op()
  const first: unknown[] = []
  const racing = justBefore(store, '.expire', async () => first.push(await acceptOffer(store, other, yes)))
  expect([await lateYes(racing, incident.id, operation, yes)]).toEqual(
    first.map((answer) => expect.objectContaining({ outcome: 'confirmed', ...pick(answer) })),
  )
  expect((await fileOf(api.context, incident.id)).assignments).toHaveLength(1)
  await allIsWell()
})

const pick = (answer: unknown) => ({ assignmentId: (answer as { assignmentId: string }).assignmentId })
