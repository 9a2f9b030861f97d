import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { audit } from '../../world/audit.ts'
import { startApiWorld, type ApiWorld } from '../api-world.ts'
import { figuresOf } from '../../../api/queries/partners/acceptance.ts'
import { masked } from '../../../api/queries/partners/mask.ts'
import { given } from '../given.ts'
import { givenPartners } from '../given-partners.ts'
import { anEventId, platformOf } from '../partner/platform-of.ts'

let world: ApiWorld
beforeAll(async () => {
  world = await startApiWorld()
})
afterAll(async () => world.stop())

/** A partner with his secret, and his server. */
const platform = async () => {
  const made = await givenPartners(world).partner()
  const secret = made.shown.find(({ direction }) => direction === 'in')?.secret ?? ''
  return { id: made.id, ...platformOf(world.url, { id: made.id, ref: made.ref, secret }) }
}
const volunteer = (volunteerRef: string, phone: string) => ({
  volunteerRef,
  displayName: 'Yohana Tefa',
  phone,
  vehicle: { kind: 'motorcycle', plate: 'DH 1234 XX' },
  skills: [],
})

describe('what a partner sends', () => {
  it('stands on the desk with its outcome, personal data masked, newest first, page by page', async () => {
    const { id, send, post } = await platform()
    const supervisor = await world.as('supervisor')
    const first = anEventId()
    await send('volunteer.registered', volunteer('drv-1', '+6281298765432'), first)
    await send('volunteer.registered', volunteer('drv-1', '+6281298765432'))
    await send('message.received', { volunteerRef: 'drv-1', at: '2026-01-17T06:05:00Z', text: 'Rumah saya' })
    await post('/events', 'not json at all')
    const { events } = await supervisor.call('partnerEvents', { params: { id } })
    expect(events.map(({ type, status, outcome }) => [type, status, outcome])).toEqual([
      [null, 400, 'malformed'],
      ['message.received', expect.any(Number), expect.any(String)],
      ['volunteer.registered', 409, 'already_registered'],
      ['volunteer.registered', 200, 'registered'],
    ])
    expect(events.at(-1)).toMatchObject({
      webhookId: first,
      body: {
        data: { volunteerRef: 'drv-1', displayName: 'Y…', phone: '+6281…32', vehicle: { plate: 'DH…' } },
      },
    })
    expect(JSON.stringify(events)).not.toMatch(/Yohana|98765|1234|Rumah saya/)
    const seen: string[] = []
    let before: string | null = ''
    while (before !== null) {
      const page: { events: { webhookId: string }[]; next: string | null } = await supervisor.call(
        'partnerEvents',
        { params: { id }, query: before === '' ? { limit: 1 } : { limit: 1, before } },
      )
      seen.push(...page.events.map(({ webhookId }) => webhookId))
      before = page.next
    }
    expect(seen).toEqual(events.map(({ webhookId }) => webhookId))
    const taken = await supervisor.call('partnerEvents', { params: { id }, query: { outcome: 'taken' } })
    expect(taken.events.map(({ webhookId }) => webhookId)).toContain(first)
    const refused = await supervisor.call('partnerEvents', { params: { id }, query: { outcome: 'refused' } })
    expect(refused.events).toHaveLength(events.length - taken.events.length)
  })

  it('shows of what was refused only what fits the contract, whatever else stands in it', async () => {
    const { id, send } = await platform()
    const supervisor = await world.as('supervisor')
    const { displayName, ...rest } = volunteer('drv-9', '+6281298765432')
    await send('volunteer.registered', { ...rest, full_name: displayName, phone: 6_281_298_765_432 })
    await send('volunteer.registered', { ...rest, displayName: [displayName], vehicle: displayName })
    await send('volunteer.enlisted', { name: displayName })
    await send('evidence.added', { assignmentId: 'as_1', kind: 'video', of: displayName })
    const { events } = await supervisor.call('partnerEvents', { params: { id } })
    expect(events.map(({ type, body }) => [type, body])).toEqual([
      ['evidence.added', { type: 'evidence.added', timestamp: expect.any(String), data: '…' }],
      ['volunteer.enlisted', null],
      [
        'volunteer.registered',
        {
          type: 'volunteer.registered',
          timestamp: expect.any(String),
          data: { volunteerRef: 'drv-9', displayName: '…', phone: '+6281…32', vehicle: '…', skills: [] },
        },
      ],
      [
        'volunteer.registered',
        {
          type: 'volunteer.registered',
          timestamp: expect.any(String),
          data: {
            volunteerRef: 'drv-9',
            phone: '…',
            vehicle: { kind: 'motorcycle', plate: 'DH…' },
            skills: [],
          },
        },
      ],
    ])
    expect(JSON.stringify(events)).not.toMatch(/Yohana|98765/)
  })

  it('counts towards his health', async () => {
    const { id, send } = await platform()
    const supervisor = await world.as('supervisor')
    const health = () => supervisor.call('partnerHealth', { params: { id } })
    expect(await health()).toMatchObject({
      events: { lastAt: null, taken: 0, refused: 0, open: 0 },
      deliveries: { lastDeliveredAt: null, delivered: 0, failures: 0, pending: 0, dead: 0, waiting: 0 },
      circuit: 'none',
    })
    await send('volunteer.registered', volunteer('drv-2', '+6281298765433'))
    await send('volunteer.duty_changed', { volunteerRef: 'nobody', duty: 'off' })
    const { proposed, answers } = givenPartners(world)
    expect((await health()).events).toMatchObject({ taken: 1, refused: 1, lastAt: expect.any(String) })
    const other = await proposed()
    await answers(other, 500)
    const sick = await supervisor.call('partnerHealth', { params: { id: other.id } })
    expect(sick.deliveries).toMatchObject({ failures: 1, dead: 1, lastDeliveredAt: null })
  })
})

describe('what a partner is sent', () => {
  it('is shown with body, headers, answer and timing; what signs and whom it is about is not', async () => {
    const { proposed, answers } = givenPartners(world)
    const supervisor = await world.as('supervisor')
    const { id } = await proposed()
    const ping = await answers({ id }, 204, 'terima kasih')
    const params = { id, deliveryId: ping._id }
    const shown = await supervisor.call('partnerDelivery', { params })
    expect(shown).toMatchObject({
      state: 'delivered',
      body: { type: 'ping', data: { note: '…' } },
      tries: [
        {
          status: 204,
          tookMs: 12,
          answer: 'terima kasih',
          headers: { 'webhook-id': ping.webhookId, 'webhook-signature': 'v1,…' },
        },
      ],
    })
    const elsewhere = { params: { id: world.partnerId, deliveryId: ping._id } }
    expect((await supervisor.try('partnerDelivery', elsewhere)).status).toBe(404)
  })

  it('masks what tells of a person whatever it is written as', () => {
    expect(
      masked({ phone: 6_281_234_567_890, plate: ['DH 1234'], note: { is: 'rahasia' }, text: null }),
    ).toEqual({
      phone: '62812…90',
      plate: '…',
      note: '…',
      text: null,
    })
    expect(masked({ phone: '08123456' })).toEqual({ phone: '…56' })
  })

  it('masks every name, number, text and exact place, at any depth', () => {
    const body = {
      contact: { name: 'Posko', phone: '+6281234567890' },
      list: [{ text: 'rahasia', lat: -10.16891, lng: 123.62351 }],
      address: 'Jalan Mawar 3',
      count: 3,
    }
    expect(masked(body)).toEqual({
      contact: { name: 'Posko', phone: '+6281…90' },
      list: [{ text: '…', lat: -10.17, lng: 123.62 }],
      address: '…',
      count: 3,
    })
  })
})

const fact = (at: string, type: string, data: object = {}) => ({ at, type, data: { ...data } })
const state = (to: string) => ({ assignmentId: 'as_1', state: to })

describe('acceptance', () => {
  it('counts offers and what became of them by day in WITA, each arrival once', () => {
    const facts = [
      fact('2026-01-17T15:59:00.000Z', 'offer.created'),
      fact('2026-01-17T16:01:00.000Z', 'offer.created'),
      fact('2026-01-17T16:02:00.000Z', 'offer.accepted'),
      fact('2026-01-17T16:03:00.000Z', 'assignment.progressed', state('en_route')),
      fact('2026-01-17T16:04:00.000Z', 'assignment.progressed', state('on_scene')),
      fact('2026-01-17T16:05:00.000Z', 'assignment.progressed', state('working')),
      fact('2026-01-17T16:06:00.000Z', 'offer.declined'),
      fact('2026-01-17T16:06:00.000Z', 'offer.expired', { reason: 'no_answer' }),
      fact('2026-01-17T16:06:00.000Z', 'offer.expired', { reason: 'undelivered' }),
      fact('2026-01-17T16:06:00.000Z', 'offer.withdrawn', { reason: 'filled' }),
    ]
    const zero = { offers: 0, accepted: 0, declined: 0, silent: 0, undelivered: 0, withdrawn: 0, arrived: 0 }
    const second = {
      offers: 1,
      accepted: 1,
      declined: 1,
      silent: 1,
      undelivered: 1,
      withdrawn: 1,
      arrived: 1,
    }
    expect(figuresOf(facts, 'day')).toEqual({
      periods: [
        { ...zero, period: '2026-01-17', offers: 1 },
        { ...second, period: '2026-01-18' },
      ],
      total: { ...second, offers: 2 },
    })
    expect(figuresOf(facts, 'hour').periods.map(({ period }) => period)).toEqual([
      '2026-01-17T23',
      '2026-01-18T00',
    ])
    expect(figuresOf(facts, 'month').periods).toEqual([{ ...second, offers: 2, period: '2026-01' }])
  })

  it('is read from the ledger, for a span of at most a year', async () => {
    const { offerId } = await given(world).offered()
    expect(offerId).not.toBe('')
    await world.settled()
    const supervisor = await world.as('supervisor')
    const { partners } = await supervisor.call('listPartners')
    const id = partners.find(({ ref }) => ref === 'mandiri')?.id ?? ''
    const { total } = await supervisor.call('partnerAcceptance', { params: { id } })
    expect(total).toMatchObject({ offers: 1, accepted: 0, arrived: 0 })
    const year = { from: '2024-01-01T00:00:00.000Z', to: '2026-01-01T00:00:00.000Z' }
    expect((await supervisor.try('partnerAcceptance', { params: { id }, query: year })).status).toBe(400)
    expect((await audit(world.context.connection)).faults).toEqual([])
  })
})
