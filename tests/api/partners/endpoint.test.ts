import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApiWorld, type ApiWorld } from '../api-world.ts'
import { givenPartners } from '../given-partners.ts'

let world: ApiWorld
beforeAll(async () => {
  world = await startApiWorld()
})
afterAll(async () => world.stop())

const url = 'https://mitra.example/hooks'

describe('a new URL', () => {
  it('counts as soon as its ping was answered, where there is one administrator only', async () => {
    const admin = await world.as('admin')
    const { proposed, answers } = givenPartners(world)
    const view = await proposed()
    const of = { params: { id: view.id } }
    expect(view).toMatchObject({ url: null, proposal: { url, state: 'proposed', wantsSecond: false } })
    expect(view.proposal?.ping).toEqual({ state: 'pending', attempts: [] })
    expect((await admin.try('checkEndpoint', of)).body['code']).toBe('not_answered')
    const ping = await answers(view, 204)
    expect(ping).toMatchObject({ type: 'ping', url, data: { note: 'Top Ranger' } })
    expect(await admin.call('checkEndpoint', of)).toMatchObject({ url, proposal: null })
  })

  it('does not count when the ping failed, and is pinged again when it is proposed again', async () => {
    const admin = await world.as('admin')
    const { proposed, answers } = givenPartners(world)
    const view = await proposed()
    const of = { params: { id: view.id } }
    await answers(view, 500)
    expect((await admin.try('checkEndpoint', of)).body['code']).toBe('not_answered')
    const seen = await admin.call('getPartner', of)
    expect(seen.proposal?.ping).toMatchObject({ state: 'dead', attempts: [{ status: 500 }] })
    const again = await admin.call('proposeEndpoint', { ...of, body: { url } })
    expect(again.proposal?.ping?.state).toBe('pending')
    await answers(view, 200)
    expect((await admin.call('checkEndpoint', of)).url).toBe(url)
  })

  it('waits for another administrator when there are two', async () => {
    const admin = await world.as('admin')
    const { proposed, answers, otherAdmin } = givenPartners(world)
    const other = await otherAdmin()
    const view = await proposed()
    const of = { params: { id: view.id } }
    await answers(view, 200)
    const checked = await admin.call('checkEndpoint', of)
    expect(checked).toMatchObject({ url: null, proposal: { state: 'checked', wantsSecond: true } })
    expect((await admin.try('approveEndpoint', of)).body['code']).toBe('second_person')
    expect(await other.call('approveEndpoint', of)).toMatchObject({ url, proposal: null })
    const { facts } = await admin.call('partnerFacts', of)
    expect(facts.map(({ type, byName }) => [type, byName]).slice(-3)).toEqual([
      ['partner.endpoint_proposed', 'Contoh admin'],
      ['partner.endpoint_checked', 'Contoh admin'],
      ['partner.endpoint_set', 'Administrator Kedua'],
    ])
  })

  it('may be plain http to this machine in local mode, and nowhere else', async () => {
    const admin = await world.as('admin')
    const { id } = await givenPartners(world).partner()
    const propose = (to: string) => admin.try('proposeEndpoint', { params: { id }, body: { url: to } })
    const refused = await propose('http://mitra.example/hooks')
    expect(refused.body['fields']).toEqual([{ path: 'body.url', message: 'must be https://' }])
    expect((await propose('http://127.0.0.1:9999/hooks')).status).toBe(200)
  })

  it('without one, a test ping has nowhere to go; with one it stands among the deliveries', async () => {
    const admin = await world.as('admin')
    const { connected } = givenPartners(world)
    const { id } = await connected()
    const ping = await admin.call('pingPartner', { params: { id }, key: 'ping-once' })
    expect(ping).toMatchObject({ type: 'ping', state: 'pending', body: { data: { note: '…' } } })
    const again = await admin.call('pingPartner', { params: { id }, key: 'ping-once' })
    expect(again.id).toBe(ping.id)
    const { deliveries } = await admin.call('partnerDeliveries', { params: { id } })
    expect(deliveries.map((delivery) => delivery.id)).toEqual([ping.id])
  })
})

describe('an engineer of a partner', () => {
  it('finds his own partner and no other', async () => {
    const engineer = await world.as('partner_admin')
    const { partners } = await engineer.call('listPartners')
    expect(partners.map(({ id }) => id)).toEqual([world.partnerId])
    const { id } = await givenPartners(world).partner()
    const names = [
      'getPartner',
      'partnerFacts',
      'partnerHealth',
      'partnerAcceptance',
      'partnerEvents',
      'partnerDeliveries',
      'checkEndpoint',
      'removeEndpoint',
      'pingPartner',
    ] as const
    for (const name of names)
      expect([name, (await engineer.try(name, { params: { id } })).status]).toEqual([name, 404])
    const rotate = { params: { id }, body: { direction: 'in' } }
    expect((await engineer.try('rotateSecret', rotate)).status).toBe(404)
    const own = { params: { id: world.partnerId }, body: { direction: 'in' } }
    expect((await engineer.call('rotateSecret', own)).shown).toHaveLength(1)
  })

  it('proposes a URL, which an administrator has to approve', async () => {
    const engineer = await world.as('partner_admin')
    const of = { params: { id: world.partnerId } }
    const proposed = await engineer.call('proposeEndpoint', { ...of, body: { url } })
    expect(proposed.proposal).toMatchObject({ wantsSecond: true, by: { name: 'Contoh partner_admin' } })
    await givenPartners(world).answers({ id: world.partnerId }, 200)
    expect((await engineer.call('checkEndpoint', of)).proposal?.state).toBe('checked')
    expect((await engineer.try('approveEndpoint', of)).status).toBe(403)
    expect((await (await world.as('admin')).call('approveEndpoint', of)).url).toBe(url)
  })
})
