import sharp from 'sharp'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { addEvidence } from '#contracts/domain/incident/commands/contact.ts'
import { MAX_EVIDENCE } from '#contracts/domain/incident/words.ts'
import { addPhoto } from '../../../api/usecases/answer/add-evidence.ts'
import { audit } from '../../world/audit.ts'
import { aCity, aPartner, fileOf } from '../partner/city.ts'
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

/** As a camera writes it: large, and with the place in it. */
const fromTheCamera = (width = 2400): Promise<Buffer> =>
  sharp({ create: { width, height: 1200, channels: 3, background: '#336699' } })
    .withExif({ IFD3: { GPSLatitude: '10/1 9/1 49/1', GPSLatitudeRef: 'S' } })
    .jpeg()
    .toBuffer()

const send = (path: string, fields: Record<string, string | Buffer>) => {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields))
    body.set(name, typeof value === 'string' ? value : new Blob([new Uint8Array(value)]))
  return fetch(`${api.url}${path}/photo`, { method: 'POST', body, redirect: 'manual' })
}

it('takes a photo of a task, once, made small and without its place', async () => {
  const { path, incident, volunteer } = await phone.out()
  const page = await phone.visit(path)
  expect(page.text).toContain('enctype="multipart/form-data"')
  const fields = { nonce: nonceOf(page), photo: await fromTheCamera() }
  const [first, second] = [await send(path, fields), await send(path, fields)]
  expect([first.status, second.headers.get('location')]).toEqual([303, first.headers.get('location')])
  expect((await phone.visit(first.headers.get('location') ?? '')).text).toContain('Foto Anda sudah sampai')
  const { photos = [] } = await fileOf(api.context, incident.id)
  const mine = await phone.assignmentOf(incident, volunteer)
  expect(photos.map(({ from }) => from)).toEqual([mine?.id])
  await send(path, { ...fields, photo: await fromTheCamera(20) })
  expect((await fileOf(api.context, incident.id)).photos).toHaveLength(2)
  const kept = await api.context.photos.read('5371', photos[0]?.photoId ?? '')
  const { width, exif } = await sharp(Buffer.from(kept ?? [])).metadata()
  expect([width, exif]).toEqual([1600, undefined])
})

it('says no to what is no photo, too large, or from nobody on a task', async () => {
  const { path } = await phone.out()
  const nonce = async () => nonceOf(await phone.visit(path))
  const broken = await send(path, { nonce: await nonce(), photo: Buffer.from('GIF89a') })
  expect((await phone.visit(broken.headers.get('location') ?? '')).text).toContain('Isian tidak sesuai.')
  const large = await send(path, { nonce: await nonce(), photo: Buffer.alloc(5_400_000, 0xff) })
  expect(large.status).toBe(413)
  expect(await large.text()).not.toContain('type="hidden"')
  expect((await send(path, { nonce: await nonce() })).status).toBe(400)
  const idle = await phone.offered()
  const early = await send(idle.path, {
    nonce: nonceOf(await phone.visit(idle.path)),
    photo: await fromTheCamera(20),
  })
  expect((await phone.visit(early.headers.get('location') ?? '')).text).toContain('sudah berakhir')
})

it('reads nothing of what comes by a link that is not ours', async () => {
  // Larger than anybody may send: it is not looked at, so nobody says so.
  const reply = await send('/t/bukan-milik-kami', { nonce: 'x', photo: Buffer.alloc(5_400_000, 0xff) })
  expect(reply.status).toBe(404)
})

it('keeps and files no photo that a task does not take any more', async () => {
  const { path, incident, volunteer } = await phone.out()
  const { photos, store, connection } = api.context
  const { id: assignmentId = '', partnerId = '' } = (await phone.assignmentOf(incident, volunteer)) ?? {}
  const who = { assignmentId, volunteerId: volunteer.id, partnerId }
  const full = { opId: `full-${incident.id}`, agencyId: '5371', by: { kind: 'system', id: 'test' } } as const
  await store.incidents.change(incident.id, full, (state) =>
    Array.from({ length: MAX_EVIDENCE }, (_, n) =>
      addEvidence(state, who, { kind: 'note', textId: `txt_${String(n)}`, digest: 'd' }),
    ).flat(),
  )
  const kept = () => connection.collection('photos.files').countDocuments({})
  const before = await kept()
  const nonce = nonceOf(await phone.visit(path))
  const refused = await send(path, { nonce, photo: await fromTheCamera(20) })
  expect([refused.status, await kept()]).toEqual([303, before])

  // By the platform: what was uploaded stays unfiled, so that it goes after a day.
  const upload = { id: 'pho_late', agencyId: '5371', partnerId, digest: 'd', bytes: Buffer.from('jpeg') }
  await photos.keep(upload)
  const late = { ...full, opId: `late-${incident.id}` }
  await expect(addPhoto(api.context, incident.id, late, who, upload.id)).rejects.toMatchObject({
    code: 'too_much_evidence',
  })
  expect(await photos.read('5371', upload.id)).toBeNull()
})

it('lets him write to the command post from his task', async () => {
  const { path, incident, volunteer } = await phone.out()
  const nonce = nonceOf(await phone.visit(path))
  const { to } = await phone.post(`${path}/message`, { nonce, text: 'Jalan putus' })
  await phone.post(`${path}/message`, { nonce, text: 'Jalan putus' })
  expect((await phone.visit(to)).text).toContain('Pesan Anda sudah sampai di posko')
  const mine = await phone.assignmentOf(incident, volunteer)
  expect((await fileOf(api.context, incident.id)).notes).toMatchObject([{ about: 'message', from: mine?.id }])
  // Sent anew after its answer was lost, with more in it: what was added is not lost.
  await phone.post(`${path}/message`, { nonce, text: 'Jalan putus di timur' })
  expect((await fileOf(api.context, incident.id)).notes).toHaveLength(2)
})

it('leaves everything in order', async () => {
  await api.context.store.settled()
  expect((await audit(api.context.connection)).faults).toEqual([])
})
