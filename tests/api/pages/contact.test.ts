import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { requestCheckin, sendMessage } from '#contracts/domain/incident/commands/contact.ts'
import { standDown } from '#contracts/domain/incident/commands/finish.ts'
import { audit } from '../../world/audit.ts'
import { aCity, aPartner, fileOf, op } from '../partner/city.ts'
import { serve, type Served } from '../partner/served.ts'
import { nonceOf, visitor, type Visitor } from './visitor.ts'

let api: Served
let phone: Visitor
beforeAll(async () => {
  api = await serve()
  await aCity(api.context)
  phone = visitor(api, await aPartner(api.context, 'mandiri-test'))
})
afterAll(() => api.close())

describe('the task page', () => {
  it('shows what the post wrote to him, and only while he is out', async () => {
    const { path, incident, volunteer } = await phone.out()
    const stage = (await phone.visit(`${path}/stage`)).text
    const { context } = api
    const say = async (text: string) => {
      const kept = await context.store.texts.keep('5371', incident.id, text)
      const message = { assignmentIds: null, ...kept }
      await context.store.incidents.change(incident.id, op(), (state) => sendMessage(state, message))
    }
    await say('Jembatan putus, <b>lewat timur</b>')
    expect((await phone.visit(`${path}/stage`)).text).not.toBe(stage)
    const { text } = await phone.visit(path)
    expect(text).toContain('Pesan dari posko')
    expect(text).toContain('Jembatan putus, &lt;b&gt;lewat timur&lt;/b&gt;')
    for (let i = 1; i <= 5; i += 1) await say(`Pesan ke-${i}`)
    const later = (await phone.visit(path)).text
    expect(later).toContain('Pesan ke-5')
    expect(later).not.toContain('Jembatan putus')
    const id = (await phone.assignmentOf(incident, volunteer))?.id ?? ''
    await context.store.incidents.change(incident.id, op(), (state) =>
      standDown(state, { assignmentIds: [id] }),
    )
    expect((await phone.visit(path)).text).not.toContain('Pesan ke-5')
  })

  it('answers "are you safe?" with one press, also after he was called home', async () => {
    const { path, incident, volunteer } = await phone.out()
    const asked = () =>
      api.context.store.incidents.change(incident.id, op(), (state) =>
        requestCheckin(state, { assignmentIds: null, idOf: (id) => `chk_${id}` }),
      )
    expect((await phone.visit(path)).text).not.toContain('Saya aman')
    await asked()
    const page = await phone.visit(path)
    expect(page.text).toContain('Posko menanyakan kondisi Anda')
    const fields = { nonce: nonceOf(page), lat: '-10.2', lng: '123.6' }
    const { to } = await phone.post(`${path}/checkin`, fields)
    await phone.post(`${path}/checkin`, { ...fields, lat: '', lng: '' })
    const answered = await phone.visit(to)
    expect(answered.text).toContain('Posko tahu bahwa Anda aman')
    expect(answered.text).not.toContain('Saya aman')
    const assignment = await phone.assignmentOf(incident, volunteer)
    expect(assignment?.lastPoint).toEqual({ lat: -10.2, lng: 123.6 })
    const again = await phone.post(`${path}/checkin`, { nonce: nonceOf(answered) })
    const twice = await phone.visit(again.to)
    expect(twice.text).toContain('tidak ada pertanyaan posko yang menunggu jawaban Anda')
    expect(twice.text).not.toContain('Posko tahu')

    await asked()
    await api.context.store.incidents.change(incident.id, op(), (state) =>
      standDown(state, { assignmentIds: [assignment?.id ?? ''] }),
    )
    const home = await phone.visit(path)
    expect(home.text).toContain('Saya aman')
    await phone.post(`${path}/checkin`, { nonce: nonceOf(home) })
    expect((await phone.assignmentOf(incident, volunteer))?.checkin?.answeredAt).not.toBeNull()
  })

  it('takes a note of what he sees, once', async () => {
    const { path, incident, volunteer } = await phone.out()
    const nonce = nonceOf(await phone.visit(path))
    const { to } = await phone.post(`${path}/note`, { nonce, text: 'Tiga rumah terendam' })
    await phone.post(`${path}/note`, { nonce, text: 'Tiga rumah terendam' })
    expect((await phone.visit(to)).text).toContain('Catatan Anda sudah sampai di posko')
    const { notes } = await fileOf(api.context, incident.id)
    const from = (await phone.assignmentOf(incident, volunteer))?.id
    expect(notes).toMatchObject([{ about: 'evidence', from }])
    expect(notes).toHaveLength(1)
    const kept = Object.values(await api.context.incidentQueries.texts(incident.id))
    expect(kept.filter((text) => text === 'Tiga rumah terendam')).toHaveLength(1)
    const empty = await phone.post(`${path}/note`, { nonce: nonceOf(await phone.visit(path)), text: ' ' })
    expect(empty.status).toBe(400)
    const idle = await phone.offered()
    const early = await phone.post(`${idle.path}/note`, {
      nonce: nonceOf(await phone.visit(idle.path)),
      text: 'Halo',
    })
    expect((await phone.visit(early.to)).text).toContain('sudah berakhir')
  })
})

it('leaves everything in order', async () => {
  await api.context.store.settled()
  expect((await audit(api.context.connection)).faults).toEqual([])
})
