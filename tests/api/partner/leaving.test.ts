import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { incidentDetail } from '../../../api/queries/incident-detail.ts'
import { receiptOf } from '../../../api/http/partner/receive.ts'
import { audit } from '../../world/audit.ts'
import { aCity, anIncident, aPartner, aPhone, ask, aVolunteer, fileOf, type PartnerSide } from './city.ts'
import { anEventId, platformOf } from './platform-of.ts'
import { serve, type Served } from './served.ts'

let api: Served
let partner: PartnerSide
let ours: ReturnType<typeof platformOf>
beforeAll(async () => {
  api = await serve()
  await aCity(api.context)
  partner = await aPartner(api.context, 'ojek-contoh')
  ours = platformOf(api.url, partner)
})
afterAll(() => api.close())

const registration = (volunteerRef: string) => ({
  volunteerRef,
  displayName: 'Yohana Tefa',
  phone: aPhone(),
  vehicle: { kind: 'motorcycle', plate: 'DH 1234 XX' },
  skills: [],
})
const named = (ref: string) => ({ ...registration(ref), displayName: 'Sisilia Bria' })
const stateOf = async (ref: string) =>
  (await api.context.partnerQueries.volunteersByRef(partner.id, [ref])).get(ref)

it('comes with what he agreed to, recorded by his platform', async () => {
  const ref = `driver-${randomUUID()}`
  const agreements = [{ to: 'consent', version: '2026-01' }, { to: 'code_of_conduct' }]
  await ours.send('volunteer.registered', { ...registration(ref), agreements })
  const by = { kind: 'partner', id: partner.id }
  expect((await stateOf(ref))?.agreements).toMatchObject([
    { to: 'consent', version: '2026-01', by },
    { to: 'code_of_conduct', version: '2026-01', by },
  ])
  const again = await ours.send('volunteer.agreed', { volunteerRef: ref, agreements })
  expect(again.body).toMatchObject({ outcome: 'unchanged' })
})

it('leaves by his platform: forgotten, answered the same for ever, and his name is free', async () => {
  const { context } = api
  const volunteer = await aVolunteer(context, partner)
  const { ref } = volunteer
  const incident = await anIncident(context)
  const offerId = (await ask(context, incident, [volunteer])).get(volunteer.id)
  const id = anEventId()
  const first = await ours.send('volunteer.withdrawn', { volunteerRef: ref }, id)
  const repeat = await ours.send('volunteer.withdrawn', { volunteerRef: ref }, id)
  expect([first.status, first.text]).toEqual([200, repeat.text])
  expect((await fileOf(context, incident.id)).asked).toMatchObject([{ offerId, endReason: 'volunteer_left' }])
  expect(await context.store.texts.persons([volunteer.id])).toEqual(new Map())
  const duty = await ours.send('volunteer.duty_changed', { volunteerRef: ref, duty: 'on' })
  expect([duty.status, duty.body['code']]).toEqual([404, 'not_found'])
  const late = await ours.send('offer.accepted', { offerId, volunteerRef: ref })
  expect(late.body).toMatchObject({ outcome: 'withdrawn' })

  const anew = await ours.send('volunteer.registered', registration(ref))
  expect(anew.body).toMatchObject({ outcome: 'registered', volunteerRef: ref })
  expect((await stateOf(ref))?.id).not.toBe(volunteer.id)
  await ours.send('volunteer.withdrawn', { volunteerRef: ref })
  expect((await ours.send('volunteer.registered', registration(ref))).status).toBe(200)
  await context.store.settled()
  expect((await audit(context.connection)).faults).toEqual([])
})

it('leaves nothing of what his platform said, nor of himself in what he reported', async () => {
  const { context } = api
  const { store } = context
  const [ref, id, other] = [`driver-${randomUUID()}`, anEventId(), anEventId()]
  const bodyOf = async (eventId: string) =>
    (await store.models.receipts.findById(receiptOf(partner.id, eventId)).lean().exec())?.body
  const first = await ours.send('volunteer.registered', named(ref), id)
  await ours.send('volunteer.registered', named(`${ref}-2`), other)
  expect(await bodyOf(id)).toContain('Sisilia Bria')
  const seen = {
    volunteerRef: ref,
    hazard: 'banjir',
    lat: -10.1637,
    lng: 123.6291,
    at: '2026-01-17T06:00:00Z',
  }
  const incidentId = String((await ours.send('incident.observed', seen)).body['incidentId'])
  const reporter = async () => (await incidentDetail(context, '5371', incidentId)).reporter
  expect(await reporter()).toMatchObject({ name: 'Sisilia Bria' })
  const copies = () => store.models.persons.countDocuments({ displayName: 'Sisilia Bria' }).exec()
  expect(await copies()).toBe(2)

  await ours.send('volunteer.withdrawn', { volunteerRef: ref })
  expect([await reporter(), await copies()]).toEqual([null, 1])
  expect(await bodyOf(id)).toBeNull()
  expect(await bodyOf(other)).toContain('Sisilia Bria')
  const repeat = await ours.send('volunteer.registered', named(ref), id)
  // Another number, so another body: what it said is gone, that it said something else is still known.
  expect([first.status, repeat.body['code']]).toEqual([200, 'id_reused'])
})

it('does not leave while he is out', async () => {
  const { context } = api
  const volunteer = await aVolunteer(context, partner)
  const incident = await anIncident(context)
  const offerId = (await ask(context, incident, [volunteer])).get(volunteer.id)
  await ours.send('offer.accepted', { offerId, volunteerRef: volunteer.ref })
  const refused = await ours.send('volunteer.withdrawn', { volunteerRef: volunteer.ref })
  expect([refused.status, refused.body['code']]).toEqual([409, 'on_task'])
  expect((await stateOf(volunteer.ref))?.standing).toBe('active')
})
