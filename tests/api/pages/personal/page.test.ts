import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { requestCheckin, sendMessage } from '#contracts/domain/incident/commands/contact.ts'
import { setDuty } from '#contracts/domain/volunteer/commands.ts'
import type { Volunteer } from '#contracts/domain/volunteer/state.ts'
import { createAgencies } from '#contracts/store/agencies.ts'
import { linkPath } from '#contracts/runtime/task-link.ts'
import { audit } from '../../../world/audit.ts'
import { aCity, anIncident, ask, fileOf, op } from '../../partner/city.ts'
import { serve, type Served } from '../../partner/served.ts'
import { aMandiri, signedIn, type Browser } from './phone.ts'

let api: Served
beforeAll(async () => {
  api = await serve()
  await aCity(api.context)
})
afterAll(() => api.close())

const stateOf = async ({ id }: Volunteer): Promise<Volunteer> => {
  const doc = await api.context.store.ledger.load('volunteer', id)
  if (doc === null) throw new Error('no such volunteer')
  return doc.state
}
const inside = async () => {
  const me = await aMandiri(api)
  return { me, browser: await signedIn(api, me) }
}
const soon = (hours: number): string => new Date(Date.now() + hours * 3_600_000).toISOString()
const head = async () => {
  await api.context.store.settled()
  return api.context.store.cursors.head('5371')
}
/** He is asked, and his page shows it. */
const offered = async (me: Volunteer) => {
  await api.context.store.ledger.change('volunteer', me.id, op(), (state) =>
    setDuty(state ?? me, { duty: 'on', declaredArea: null }),
  )
  const incident = await anIncident(api.context)
  const offerId = (await ask(api.context, incident, [me])).get(me.id) ?? ''
  return { incident, offerId, path: linkPath(api.context.serverKey, offerId) }
}
const accept = async (browser: Browser, path: string): Promise<void> => {
  await browser.get(path)
  await browser.post(`${path}/accept`)
}

describe('duty', () => {
  it('begins in a kelurahan and until a moment, once however often the button is pressed', async () => {
    const { me, browser } = await inside()
    const until = soon(8)
    const fields = { area: '53.71.01.1001', until, ...browser.carried() }
    const answers = await Promise.all([1, 2, 3].map(() => browser.post('/siaga/mulai', fields)))
    expect(new Set(answers.map(({ to }) => to)).size).toBe(1)
    expect((await browser.get(answers[0]?.to ?? '')).text).toContain('Anda siaga. Terima kasih.')
    expect(await stateOf(me)).toMatchObject({ duty: 'on', declaredArea: '53.71.01.1001', dutyUntil: until })
    await api.context.store.settled()
    const facts = await api.context.store.cursors.of(me.id)
    const duty = facts.filter(({ type }) => type === 'volunteer.duty_changed')
    expect(duty.map(({ by }) => by)).toEqual([{ kind: 'volunteer', id: me.id }])
    await browser.post('/siaga/akhiri')
    expect(await stateOf(me)).toMatchObject({ duty: 'off', dutyUntil: null })
  })

  it('says why not: a day too far, a kelurahan of nowhere, not admitted yet', async () => {
    const { me, browser } = await inside()
    for (const fields of [
      { area: '53.71.01.1001', until: soon(40) },
      { area: 'Atlantis', until: '' },
    ]) {
      const { to } = await browser.post('/siaga/mulai', fields)
      expect((await browser.get(to)).text).toContain('Isian tidak sesuai.')
    }
    expect((await stateOf(me)).duty).toBe('off')
    const pending = await aMandiri(api, { admitted: false })
    const page = (await (await signedIn(api, pending)).get('/siaga')).text
    expect(page).toContain('menunggu persetujuan posko')
    expect(page).not.toContain('Mulai siaga')
  })
})

it('lets somebody who was registered agree to the texts himself', async () => {
  const me = await aMandiri(api, { admitted: false })
  const browser = await signedIn(api, me)
  expect((await browser.get('/siaga')).text).toContain('Data saya (nama')
  await browser.post('/siaga/setuju')
  expect((await stateOf(me)).agreements?.map(({ to, by }) => [to, by.kind])).toEqual([
    ['consent', 'volunteer'],
    ['code_of_conduct', 'volunteer'],
  ])
  expect((await browser.get('/siaga')).text).not.toContain('Saya setuju')
})

describe('a task', () => {
  it('is shown with the way to its page, coarse until he says yes', async () => {
    const { me, browser } = await inside()
    const key = (await browser.get('/siaga/stage')).text
    const { path } = await offered(me)
    expect((await browser.get('/siaga/stage')).text).not.toBe(key)
    const { text } = await browser.get('/siaga')
    expect(text).toContain('Ada tawaran tugas: Antar bantuan')
    expect(text).toContain(`href="${path}"`)
    expect(text).not.toMatch(/Frans Seda|Maria|-10\.1637/)
    await accept(browser, path)
    expect((await browser.get('/siaga')).text).toContain('Tugas Anda: Antar bantuan')
  })

  it('lets post and volunteer speak with each other, and asks how he is', async () => {
    const { me, browser } = await inside()
    const { incident, path } = await offered(me)
    await accept(browser, path)
    const { store } = api.context
    const kept = await store.texts.keep('5371', incident.id, 'Bawa <b>terpal</b>')
    await store.incidents.change(incident.id, op(), (state) =>
      sendMessage(state, { assignmentIds: null, ...kept }),
    )
    await store.incidents.change(incident.id, op(), (state) =>
      requestCheckin(state, { assignmentIds: null, idOf: (id) => `chk_${id}` }),
    )
    expect((await browser.get('/siaga')).text).toContain('Bawa &lt;b&gt;terpal&lt;/b&gt;')
    const safe = await browser.post('/siaga/aman', { lat: '-10.2', lng: '123.6' })
    expect((await browser.get(safe.to)).text).toContain('Posko tahu bahwa Anda aman')
    const spoken = browser.carried()
    for (const text of ['Jalan putus', 'Jalan putus', 'Jalan macet'])
      await browser.post('/siaga/pesan', { ...spoken, text })
    const again = await browser.post('/siaga/aman', { lat: '', lng: '' })
    expect((await browser.get(again.to)).text).not.toContain('Posko tahu')
    const { notes, assignments } = await fileOf(api.context, incident.id)
    const [mine] = assignments
    expect(notes.at(-1)).toMatchObject({ about: 'message', from: mine?.id })
    expect(notes.filter(({ from }) => from === mine?.id)).toHaveLength(2)
    expect(mine?.checkin?.answeredAt).not.toBeNull()
    const help = await browser.get('/siaga/sos')
    expect(help.text).toContain('Ya, kirim permintaan bantuan')
    await browser.post('/siaga/sos', { text: '', lat: '', lng: '' })
    expect((await fileOf(api.context, incident.id)).alarms).toMatchObject([{ what: 'sos' }])
  })

  it('stands in his history with the hours, and in his data to take along', async () => {
    const { me, browser } = await inside()
    const { path, incident } = await offered(me)
    await accept(browser, path)
    await browser.get(path)
    await browser.post(`${path}/progress`, { state: 'completed', lat: '', lng: '' })
    const { text } = await browser.get('/siaga/riwayat')
    expect(text).toMatch(/Tugas selesai<\/dt>\s*<dd>1<\/dd>/)
    expect(text).toContain((await fileOf(api.context, incident.id)).number)
    const { headers, text: json } = await browser.get('/siaga/data.json')
    expect(headers.get('content-disposition')).toContain('data-saya.json')
    const data = JSON.parse(json) as { person: { phone: string }; volunteer: object }
    expect(data.person.phone).toBe(me.phone)
    expect(data.volunteer).not.toHaveProperty('personKey')
  })
})

it('does not say that the post knows he is safe when nobody had asked', async () => {
  const { browser } = await inside()
  const { to } = await browser.post('/siaga/aman', { lat: '', lng: '' })
  const { text } = await browser.get(to)
  expect(text).toContain('tidak ada pertanyaan posko yang menunggu jawaban Anda')
  expect(text).not.toContain('Posko tahu')
})

it('calls for help without a task too', async () => {
  const { me, browser } = await inside()
  await browser.get('/siaga/sos')
  await browser.post('/siaga/sos', { text: 'Ban bocor', lat: '', lng: '' })
  expect((await stateOf(me)).sosAt).not.toBeNull()
})

it('says that a call for help was not sent, and whom to call, when his sign-in has ended', async () => {
  const { me, browser } = await inside()
  await browser.get('/siaga/sos')
  const { sessions, clock } = api.context
  await sessions.killAll(me.id, clock.now().toISOString())
  const help = await browser.post('/siaga/sos', { text: 'Ban bocor', lat: '', lng: '' })
  expect(help.status).toBe(401)
  expect(help.text).toContain('Permintaan bantuan belum terkirim')
  expect(help.text).toContain('href="tel:+62380123456"')
  expect((await stateOf(me)).sosAt).toBeNull()
  const { to } = await browser.post('/siaga/akhiri')
  expect((await browser.get(to)).text).toContain('Belum terkirim: Anda perlu masuk lagi')
})

it('knows the number of the command post before anybody has come, and of two different ones none', async () => {
  const another = await serve(api.home)
  const { agencies, store } = another.context
  expect(agencies.poskoPhone()).toBe('+62380123456')
  const neighbour = { ...(await agencies.of('5371')), _id: '5399', poskoPhone: '+62380999999' }
  await createAgencies(store.models).save(neighbour)
  await agencies.readAll()
  expect(agencies.poskoPhone()).toBeNull()
  await store.models.agencies.deleteOne({ _id: '5399' }).exec()
  await another.close()
})

describe('leaving', () => {
  it('erases who he was, ends his sign-ins, and cannot be done from a task', async () => {
    const { me, browser } = await inside()
    const other = await signedIn(api, me)
    const { path } = await offered(me)
    await accept(browser, path)
    await browser.get('/siaga/data')
    const no = await browser.post('/siaga/tarik', { sure: 'yes' })
    expect((await browser.get(no.to)).status).toBe(200)
    expect((await stateOf(me)).standing).toBe('active')
    await browser.get(path)
    await browser.post(`${path}/progress`, { state: 'completed', lat: '', lng: '' })
    await api.context.store.settled()
    await browser.get('/siaga/data')
    expect((await browser.post('/siaga/tarik', { sure: '' })).status).toBe(400)
    const { to } = await browser.post('/siaga/tarik', { sure: 'yes' })
    expect((await browser.get(to)).text).toContain('data Anda dihapus')
    expect((await stateOf(me)).standing).toBe('withdrawn')
    expect((await api.context.store.texts.persons([me.id])).size).toBe(0)
    for (const phone of [browser, other]) expect((await phone.get('/siaga')).to).toBe('/siaga/masuk')
  })
})

it('changes nothing by being looked at, speaks English when asked, and is private', async () => {
  const { browser } = await inside()
  const before = await head()
  const pages = [
    '/siaga',
    '/siaga/riwayat',
    '/siaga/data',
    '/siaga/sos',
    '/siaga/stage',
    '/siaga/masuk',
    '/siaga/kode',
  ]
  for (const path of pages) expect((await browser.get(path)).status).toBe(200)
  expect(await head()).toEqual(before)
  const switchTo = (kembali: string) => browser.post('/siaga/bahasa', { ke: 'en', kembali })
  expect((await switchTo('//lain.example')).status).toBe(400)
  expect((await switchTo('/siaga/data')).to).toBe('/siaga/data')
  const { text, headers } = await browser.get('/siaga/data')
  expect(text).toContain('<html lang="en">')
  expect(text).toContain('Take back consent')
  expect(Object.fromEntries(headers)).toMatchObject({
    'cache-control': 'no-store',
    'referrer-policy': 'same-origin',
  })
  expect(headers.get('content-security-policy')).toContain("default-src 'none'")
  expect(await head()).toEqual(before)
})

it('leaves everything in order', async () => {
  await api.context.store.settled()
  expect((await audit(api.context.connection)).faults).toEqual([])
})
