import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApiWorld, type ApiWorld } from './api-world.ts'
import { given } from './given.ts'
import { freshPhone } from './given-volunteers.ts'

let world: ApiWorld
beforeAll(async () => {
  world = await startApiWorld()
})
afterAll(async () => world.stop())

const edit = async (id: string, body: object) =>
  (await world.as('coordinator')).try('editVolunteer', { params: { id }, body })

describe('a volunteer of mandiri', () => {
  it('is one natural person: registered once, however the number is written, and again after he has left', async () => {
    const coordinator = await world.as('coordinator')
    const body = { displayName: 'Contoh Koli', phone: '0812 0000 7777', plate: 'DH 7 GG', vehicle: 'car' }
    const both = await Promise.all([1, 2].map(() => coordinator.try('registerVolunteer', { body })))
    expect(both.map(({ status }) => status).sort((x, y) => x - y)).toEqual([201, 409])
    const again = await coordinator.try('registerVolunteer', { body: { ...body, phone: '+6281200007777' } })
    expect(again.body['code']).toBe('already_registered')
    const { volunteers } = await coordinator.call('listVolunteers', { query: { q: 'Koli' } })
    expect(volunteers).toMatchObject([{ phoneMasked: '+6281…77', standing: 'pending', channel: 'link' }])
    await coordinator.call('withdrawVolunteer', { params: { id: volunteers[0]?.id ?? '' } })
    expect((await coordinator.try('registerVolunteer', { body })).status).toBe(201)
  })

  it('changes name and plate at any time, his phone only while nothing binds him', async () => {
    const { id } = await given(world).active()
    expect((await edit(id, { displayName: 'Contoh Seran' })).body['displayName']).toBe('Contoh Seran')
    expect((await edit(id, { displayName: 'Contoh Seran' })).body['code']).toBe('nothing_to_change')
    expect((await edit(id, { phone: freshPhone() })).status).toBe(200)
    const { volunteerId } = await given(world).offered()
    const before = await (await world.as('operator')).call('getVolunteer', { params: { id: volunteerId } })
    expect((await edit(volunteerId, { phone: freshPhone() })).body['code']).toBe('person_busy')
    const after = await (await world.as('operator')).call('getVolunteer', { params: { id: volunteerId } })
    // His time on duty runs on.
    expect({ ...after, dutyTodayS: before.dutyTodayS }).toEqual(before)
    expect((await edit(volunteerId, { plate: 'DH 8 HH' })).status).toBe(200)
  })

  it('says where he is on duty by name or alias, and is followed nowhere off duty', async () => {
    const coordinator = await world.as('coordinator')
    const { id } = await given(world).active()
    const duty = (body: object) => coordinator.call('setDuty', { params: { id }, body })
    expect((await duty({ duty: 'on', declaredArea: 'tdm' })).declaredArea).toMatch(/^53\.71\./)
    const { context } = world
    const at = context.clock.now().toISOString()
    await context.presence.keep('5371', new Map([[id, { lat: -10.16, lng: 123.6, accuracyM: 10, at }]]))
    const paused = await duty({ duty: 'paused' })
    expect(paused.declaredArea).not.toBeNull()
    expect(paused.position).toMatchObject({ source: 'live', lat: -10.16 })
    expect((await duty({ duty: 'off' })).position).toBeNull()
    expect((await duty({ duty: 'on', declaredArea: null })).declaredArea).toBeNull()
  })
})

describe('the list of volunteers', () => {
  it('finds somebody by his whole number, however it is written, and by no part of it', async () => {
    const coordinator = await world.as('coordinator')
    const body = { displayName: 'Contoh Nomor', phone: '0812 0000 4711', plate: 'DH 9 NN', vehicle: 'car' }
    const { id } = await coordinator.call('registerVolunteer', { body })
    const found = async (q: string) =>
      (await coordinator.call('listVolunteers', { query: { q } })).volunteers.map((one) => one.id)
    for (const whole of ['+6281200004711', '081200004711', '0812 0000 4711', '62 812-0000-4711'])
      expect(await found(whole)).toEqual([id])
    for (const part of ['1200004711', '0004711', '4711', '+628120000471', '+62812'])
      expect(await found(part)).not.toContain(id)
  })

  it('filters, searches and pages', async () => {
    const g = given(world)
    await Promise.all([g.onDuty(), g.onDuty(), g.ofPartner()])
    const coordinator = await world.as('coordinator')
    const list = async (query: Record<string, string | number>) =>
      (await coordinator.call('listVolunteers', { query })).volunteers
    const onDuty = await list({ duty: 'on', standing: 'active' })
    expect(onDuty.length).toBeGreaterThanOrEqual(3)
    expect(await list({ partnerId: world.partnerId })).toMatchObject([{ displayName: 'Contoh Lado' }])
    expect(await list({ q: 'DH 2 BB' })).toHaveLength(1)
    const seen: string[] = []
    let after: string | null = ''
    while (after !== null) {
      const page: { volunteers: { id: string }[]; next: string | null } = await coordinator.call(
        'listVolunteers',
        { query: after === '' ? { limit: 2 } : { limit: 2, after } },
      )
      seen.push(...page.volunteers.map(({ id }) => id))
      after = page.next
    }
    expect(seen).toHaveLength((await list({ limit: 500 })).length)
    expect(new Set(seen).size).toBe(seen.length)
  })
})

const delivery = (partnerId: string) => ({
  _id: `fct_${partnerId}:x`,
  agencyId: '5371',
  partnerId,
  webhookId: 'msg_1',
  type: 'ping',
  entityId: 'x',
  subject: 'x',
  volunteerId: null,
  data: { note: 'isi pesan' },
  state: 'dead',
  createdAt: '2026-01-17T04:00:00.000Z',
  nextAt: null,
  attempts: [{ at: '2026-01-17T04:00:01.000Z', status: 500, error: null, tookMs: 12 }],
})

describe('messages to partners', () => {
  it('a partner_admin sees those of his partner only', async () => {
    const { connection } = world.context
    await connection
      .collection('deliveries')
      .insertMany([delivery(world.partnerId), delivery('ptn_other')] as never)
    const own = await (await world.as('partner_admin')).call('listDeliveries')
    expect(own.deliveries.map(({ partnerId }) => partnerId)).toEqual([world.partnerId])
    expect(JSON.stringify(own)).not.toContain('isi pesan')
    const others = await (
      await world.as('partner_admin')
    ).try('listDeliveries', { query: { partnerId: 'ptn_other' } })
    expect(others.status).toBe(403)
    expect((await (await world.as('supervisor')).call('listDeliveries')).deliveries).toHaveLength(2)
  })
})
