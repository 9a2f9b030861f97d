import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { withdraw } from '#contracts/domain/incident/commands/withdraw.ts'
import { standDown } from '#contracts/domain/incident/commands/finish.ts'
import { offerOf } from '#contracts/domain/incident/read.ts'
import { audit } from '../../world/audit.ts'
import { aCity, aPartner, ask, aVolunteer, fileOf, op, sweep, type PartnerSide } from '../partner/city.ts'
import { serve, type Served } from '../partner/served.ts'
import { nonceOf, visitor, type Visitor } from './visitor.ts'

let api: Served
let partner: PartnerSide
let phone: Visitor
beforeAll(async () => {
  api = await serve()
  await aCity(api.context)
  partner = await aPartner(api.context, 'mandiri-test')
  phone = visitor(api, partner)
})
afterAll(() => api.close())

const head = async () => {
  await api.context.store.settled()
  return api.context.store.cursors.head('5371')
}
describe('looking', () => {
  it('changes nothing, however often', async () => {
    const { path, incident } = await phone.offered()
    const before = await head()
    const file = await fileOf(api.context, incident.id)
    for (const address of [path, `${path}/sos`, `${path}/stage`, `${path}?n=accept-nonce_0123456789`])
      expect((await phone.visit(address)).status).toBe(200)
    expect(await head()).toEqual(before)
    expect(await fileOf(api.context, incident.id)).toEqual(file)
    expect(await api.context.store.models.receipts.countDocuments({})).toBe(0)
  })

  it('tells the task, roughly where, why and until when, and nothing that is not for him yet', async () => {
    const { text } = await phone.visit((await phone.offered()).path)
    expect(text).toContain('Antar bantuan')
    expect(text).toContain('Banjir (tinggi)')
    expect(text).toContain('Oebufu, Kec. Oebobo')
    expect(text).toContain('Anda dipilih karena berada sekitar 1 km dari lokasi (± 4 menit perjalanan)')
    expect(text).toMatch(/Jawab sebelum <strong>\d\d\.\d\d WITA<\/strong/)
    expect(text).toContain('Peringatan keselamatan')
    expect(text).toContain('tel:+62380123456')
    for (const secret of ['Frans Seda', '-10.1637', 'dua RT', 'Maria', '6281399990000'])
      expect(text).not.toContain(secret)
  })

  it('is small, private and needs no script of its own in the page', async () => {
    const { path } = await phone.offered()
    const { text, headers } = await phone.visit(path)
    const assets = await Promise.all(['css', 'js'].map((kind) => phone.visit(`/t/assets/task.${kind}`)))
    const bytes = [text, ...assets.map((asset) => asset.text)].reduce((sum, part) => sum + part.length, 0)
    expect(bytes).toBeLessThan(60_000)
    expect(text).not.toMatch(/<script(?! src)|style=|onclick/)
    expect(Object.fromEntries(headers)).toMatchObject({
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex, nofollow',
      'content-security-policy': expect.stringContaining("default-src 'none'"),
    })
    expect(headers.get('content-security-policy')).not.toContain('unsafe')
    expect(assets.map(({ headers: h }) => h.get('content-type')?.split(';')[0])).toEqual([
      'text/css',
      'text/javascript',
    ])
  })

  it('shows a friendly page for a link that we did not make', async () => {
    const { path } = await phone.offered()
    const forged = path.slice(0, -1) + (path.endsWith('0') ? '1' : '0')
    for (const wrong of [forged, '/t/x', phone.pathOf('of_0123456789abcdef'), `${path}/nothing`]) {
      const { status, text, headers } = await phone.visit(wrong)
      expect([status, headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8'])
      expect(text).toContain('Tautan tidak ditemukan')
    }
    expect((await phone.post(`${forged}/accept`, { nonce: 'nonce_0123456789' })).status).toBe(404)
  })
})

describe('accepting', () => {
  it('is a POST with a result, shown after a redirect, with the exact place', async () => {
    const { path, incident, volunteer } = await phone.offered()
    const nonce = nonceOf(await phone.visit(path))
    const { status, to } = await phone.post(`${path}/accept`, { nonce })
    expect([status, to]).toEqual([303, `${path}?n=accept-${nonce}`])
    const { text } = await phone.visit(to)
    expect(text).toContain('Terima kasih. Anda ditugaskan.')
    expect(text).toContain('Jalan Frans Seda nomor 12')
    expect(text).toContain('-10.16370, 123.62910')
    expect(text).toContain('Air setinggi lutut di dua RT &lt;b&gt;cepat&lt;/b&gt;')
    expect(text).not.toMatch(/Maria|6281399990000/)
    expect(await phone.assignmentOf(incident, volunteer)).toMatchObject({ state: 'accepted' })
  })

  it('has one effect when the button is pressed twice', async () => {
    const { path, incident } = await phone.offered(180, 2)
    const nonce = nonceOf(await phone.visit(path))
    const posts = await Promise.all([1, 2, 3].map(() => phone.post(`${path}/accept`, { nonce })))
    expect(new Set(posts.map(({ to }) => to))).toEqual(new Set([`${path}?n=accept-${nonce}`]))
    const before = await head()
    await phone.post(`${path}/accept`, { nonce })
    await phone.post(`${path}/accept`, { nonce: nonceOf(await phone.visit(`${path}/sos`)) })
    expect(await head()).toEqual(before)
    expect((await fileOf(api.context, incident.id)).assignments).toHaveLength(1)
  })

  it('leads a late yes to the new task while there is room', async () => {
    const { path, incident, volunteer, offerId } = await phone.offered(-1)
    await sweep(api.context, incident.id)
    const late = await phone.visit(path)
    expect(late.text).toContain('Tawaran ini sudah berakhir')
    const { to } = await phone.post(`${path}/accept`, { nonce: nonceOf(late) })
    const assignment = await phone.assignmentOf(incident, volunteer)
    expect(assignment?.offerId).not.toBe(offerId)
    expect(to.split('?')[0]).toBe(phone.pathOf(assignment?.offerId ?? ''))
    expect((await phone.visit(to)).text).toContain('Jalan Frans Seda nomor 12')
    expect((await phone.visit(path)).text).toContain('Buka tugas Anda')
  })

  it('says calmly that a late yes found no room', async () => {
    const first = await phone.offered()
    const second = await aVolunteer(api.context, partner)
    const offers = await ask(api.context, first.incident, [second])
    await phone.post(`${first.path}/accept`, { nonce: nonceOf(await phone.visit(first.path)) })
    const path = phone.pathOf(offers.get(second.id) ?? '')
    const page = await phone.visit(path)
    expect(page.text).toContain('sudah berubah atau terpenuhi')
    const { to } = await phone.post(`${path}/accept`, { nonce: nonceOf(page) })
    expect((await phone.visit(to)).text).toContain(
      'Anda dicatat sebagai cadangan dan dapat ditawari lagi. Anda tidak ditugaskan; tidak perlu berangkat.',
    )
  })

  it('says why it was taken back, when that was a danger zone', async () => {
    const { path, incident, offerId } = await phone.offered()
    await api.context.store.incidents.change(incident.id, op(), (state) => {
      const offer = offerOf(state, offerId)
      return offer === undefined ? [] : [withdraw(offer, 'danger_zone')]
    })
    const { text } = await phone.visit(path)
    expect(text).toContain('jalan ke lokasi melewati zona bahaya')
    expect(text).not.toContain('sudah berubah atau terpenuhi')
  })

  it('wants the form of the page', async () => {
    const { path, incident } = await phone.offered()
    const { status, text } = await phone.post(`${path}/accept`, {})
    expect(status).toBe(400)
    expect(text).toContain('Tidak dapat diproses')
    expect((await fileOf(api.context, incident.id)).assignments).toEqual([])
  })
})

it('declines with a reason, and a yes by the same page is another matter', async () => {
  const { path, incident } = await phone.offered()
  const nonce = nonceOf(await phone.visit(path))
  const { to } = await phone.post(`${path}/decline`, { nonce, reason: 'too_far' })
  expect((await phone.visit(to)).text).toContain('Anda menolak tawaran ini')
  const [asked] = (await fileOf(api.context, incident.id)).asked
  expect([asked?.ended, asked?.endReason]).toEqual(['declined', 'too_far'])
  const second = await phone.post(`${path}/accept`, { nonce })
  expect((await phone.visit(second.to)).text).toContain('sudah berakhir')
  expect((await fileOf(api.context, incident.id)).assignments).toEqual([])
})

describe('on the way', () => {
  it('goes step by step to the end, each step once', async () => {
    const { path, incident, volunteer } = await phone.out()
    for (const state of ['en_route', 'on_scene', 'working', 'completed']) {
      const nonce = nonceOf(await phone.visit(path))
      await phone.post(`${path}/progress`, { nonce, state, lat: '-10.1637', lng: '123.6291' })
      await phone.post(`${path}/progress`, { nonce, state, lat: '', lng: '' })
      expect((await phone.assignmentOf(incident, volunteer))?.state).toBe(state)
    }
    const { text } = await phone.visit(path)
    expect(text).toContain('Selesai')
    expect(text).not.toMatch(/Frans Seda|-10\.16370/)
  })

  it('gives the task back with a word', async () => {
    const { path, incident, volunteer } = await phone.out()
    const nonce = nonceOf(await phone.visit(path))
    await phone.post(`${path}/progress`, { nonce, state: 'released', note: 'Ban bocor', lat: '', lng: '' })
    expect((await phone.assignmentOf(incident, volunteer))?.state).toBe('released')
    const facts = await api.context.store.cursors.of(incident.id)
    expect(JSON.stringify(facts)).not.toContain('Ban bocor')
  })

  it('asks once more before an SOS, and raises it with one press', async () => {
    const { path, incident, volunteer } = await phone.out()
    const confirm = await phone.visit(`${path}/sos`)
    expect(confirm.text).toContain('Ya, kirim permintaan bantuan')
    expect((await fileOf(api.context, incident.id)).alarms).toEqual([])
    const fields = { nonce: nonceOf(confirm), text: '', lat: '-10.2', lng: '123.6' }
    const { to } = await phone.post(`${path}/sos`, fields)
    await phone.post(`${path}/sos`, fields)
    expect((await phone.visit(to)).text).toContain('Permintaan bantuan terkirim')
    expect((await fileOf(api.context, incident.id)).alarms).toMatchObject([{ what: 'sos' }])
    expect((await phone.assignmentOf(incident, volunteer))?.lastPoint).toEqual({ lat: -10.2, lng: 123.6 })
  })

  it('shows that he was called home, and keeps that he has read it', async () => {
    const { path, incident, volunteer, confirmed } = await phone.out()
    expect((await phone.visit(confirmed)).text).toContain('Anda ditugaskan')
    const stage = (await phone.visit(`${path}/stage`)).text
    const id = (await phone.assignmentOf(incident, volunteer))?.id ?? ''
    await api.context.store.incidents.change(incident.id, op(), (state) =>
      standDown(state, { assignmentIds: [id] }),
    )
    expect((await phone.visit(`${path}/stage`)).text).not.toBe(stage)
    const page = await phone.visit(path)
    expect(page.text).toContain('Ditarik pulang')
    expect((await phone.visit(confirmed)).text).not.toContain('Anda ditugaskan')
    expect((await phone.assignmentOf(incident, volunteer))?.acks.stood_down).toBeNull()
    await phone.post(`${path}/read`, { nonce: nonceOf(page) })
    expect((await phone.assignmentOf(incident, volunteer))?.acks.stood_down).toBe('read')
  })

  it('shares where he is only while he is out', async () => {
    const { path, volunteer } = await phone.out()
    const fields = { lat: '-10.17', lng: '123.61', accuracyM: '12' }
    expect((await phone.post(`${path}/position`, fields)).status).toBe(204)
    expect((await api.context.presence.all('5371')).get(volunteer.id)).toMatchObject({ lat: -10.17 })
    const idle = await phone.offered()
    expect((await phone.post(`${idle.path}/position`, fields)).status).toBe(409)
  })
})

it('leaves everything in order', async () => {
  await api.context.store.settled()
  expect((await audit(api.context.connection)).faults).toEqual([])
})
