import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { digest } from '#contracts/runtime/ids.ts'
import { audit } from '../../world/audit.ts'
import { aCity, anIncident, aPartner, ask, aVolunteer, fileOf, type PartnerSide } from './city.ts'
import { aPng, phonePhoto, uploader } from './pictures.ts'
import { anEventId, platformOf, signedHeaders } from './platform-of.ts'
import { aSecret, serve, type Served } from './served.ts'

let api: Served
let partner: PartnerSide
let ours: ReturnType<typeof platformOf>
let upload: ReturnType<typeof uploader>
beforeAll(async () => {
  api = await serve()
  await aCity(api.context)
  partner = await aPartner(api.context, 'sim')
  ours = platformOf(api.url, partner)
  upload = uploader(api.url, partner)
})
afterAll(() => api.close())

/** Somebody who is out for a task. */
const out = async () => {
  const volunteer = await aVolunteer(api.context, partner)
  const incident = await anIncident(api.context)
  const offers = await ask(api.context, incident, [volunteer])
  const offerId = offers.get(volunteer.id) ?? ''
  const { body } = await ours.send('offer.accepted', { offerId, volunteerRef: volunteer.ref })
  return { incidentId: incident.id, assignmentId: String(body['assignmentId']) }
}
const bytesOf = async (data: Promise<Buffer>): Promise<Uint8Array<ArrayBuffer>> => Uint8Array.from(await data)
const png = () => bytesOf(aPng(64, 64))
const uploaded = async (): Promise<string> =>
  String((await upload(await bytesOf(phonePhoto()))).body['uploadId'])
const photo = (assignmentId: string, uploadId: string) => ({ assignmentId, kind: 'photo', uploadId })
const photosKept = () => api.context.connection.collection('photos.files').countDocuments({})
const head = async () => {
  await api.context.store.settled()
  return api.context.store.cursors.head('5371')
}
/** An upload, filed and read back. */
const kept = async (bytes: Uint8Array<ArrayBuffer>, type = 'image/jpeg'): Promise<Buffer> => {
  const { status, body } = await upload(bytes, { type })
  expect(status).toBe(201)
  const id = String(body['uploadId'])
  await api.context.photos.file(id, partner.id, 'inc_1')
  const jpeg = await api.context.photos.read('5371', id)
  if (jpeg === null) throw new Error('the photo is not there')
  return Buffer.from(jpeg)
}

describe('an upload', () => {
  it('is drawn anew: upright, and without a word of where or with what it was taken', async () => {
    const sent = await phonePhoto()
    const before = await sharp(sent).metadata()
    expect([before.orientation, before.xmp === undefined]).toEqual([6, false])
    expect(sent.includes('Ponsel 7')).toBe(true)
    // The directory of the place (GPS IFD, tag 0x8825) is in what was sent.
    expect(before.exif?.includes(Buffer.from([0x25, 0x88]))).toBe(true)

    const jpeg = await kept(Uint8Array.from(sent))
    const { format, width, height, exif, xmp, iptc, icc, orientation } = await sharp(jpeg).metadata()
    expect({ format, width, height }).toEqual({ format: 'jpeg', width: 300, height: 400 })
    expect([exif, xmp, iptc, icc, orientation]).toEqual(Array.from({ length: 5 }))
    for (const trace of ['Exif', 'Ponsel', 'Contoh', 'Maria', 'xmpmeta'])
      expect(jpeg.includes(trace)).toBe(false)
  })

  it('is at most 1,600 px wide and high, and never larger than it was', async () => {
    const large = await sharp(await kept(await bytesOf(phonePhoto({ width: 4000, height: 3000 })))).metadata()
    expect([large.width, large.height]).toEqual([1200, 1600])
    const small = await sharp(await kept(await bytesOf(aPng(40, 20)), 'image/png')).metadata()
    expect([small.format, small.width, small.height, small.hasAlpha]).toEqual(['jpeg', 40, 20, false])
  })

  it('is kept once, and answered for ever alike', async () => {
    const bytes = await bytesOf(phonePhoto())
    const before = await photosKept()
    const id = anEventId()
    const first = await upload(bytes, { id })
    expect([first.status, first.body]).toEqual([201, { uploadId: expect.stringMatching(/^pho_/) }])
    expect(first.headers.get('content-type')).toContain('application/json')
    const again = await upload(bytes, { id })
    expect([again.status, again.text]).toEqual([first.status, first.text])
    expect(await photosKept()).toBe(before + 1)
    const outcome = await ours.get(`/events/${id}`)
    expect(outcome.body['answer']).toEqual({ status: 201, body: first.body })
  })

  it('by three at once is one upload', async () => {
    const bytes = await bytesOf(phonePhoto())
    const id = anEventId()
    const replies = await Promise.all([1, 2, 3].map(() => upload(bytes, { id })))
    expect(new Set(replies.map(({ text }) => text)).size).toBe(1)
  })

  it('under a used id is refused: another picture, or an event', async () => {
    const id = anEventId()
    await upload(await bytesOf(phonePhoto()), { id })
    const other = await upload(await bytesOf(aPng(8, 8)), { id, type: 'image/png' })
    expect([other.status, other.body['code']]).toEqual([422, 'id_reused'])
    const event = await ours.send('evidence.added', photo('as_x', 'pho_x'), id)
    expect([event.status, event.body['code']]).toEqual([422, 'id_reused'])
  })

  it('is the same after a run that died before its answer', async () => {
    const bytes = await bytesOf(phonePhoto())
    const id = anEventId()
    const first = await upload(bytes, { id })
    const before = await photosKept()
    const { receipts } = api.context.store.models
    const died = { outcome: null, receivedAt: new Date(0).toISOString() }
    await receipts.updateOne({ _id: `partner:${partner.id}|${id}` }, { $set: died }).exec()
    const again = await upload(bytes, { id })
    expect([again.status, again.text]).toEqual([first.status, first.text])
    expect(await photosKept()).toBe(before)
  })
})

describe('what is no upload', () => {
  const cases: Record<string, () => Promise<Uint8Array<ArrayBuffer>>> = {
    nothing: async () => new Uint8Array(0),
    'a text': async () => Uint8Array.from(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')),
    'a drawing that would fetch': async () =>
      Uint8Array.from(Buffer.from('<?xml version="1.0"?><svg><image href="file:///etc/passwd"/></svg>')),
    'a picture of another kind': () =>
      bytesOf(
        sharp(Buffer.from(new Uint8Array(48)), { raw: { width: 4, height: 4, channels: 3 } })
          .webp()
          .toBuffer(),
      ),
    'a picture behind something else': async () =>
      Uint8Array.from(Buffer.concat([Buffer.from('GIF89a'), await png()])),
    'half a picture': async () => (await bytesOf(phonePhoto())).slice(0, 900),
    'only the beginning of one': async () => Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 0]),
    'a small file that unfolds to 72 megapixels': () => bytesOf(aPng(9000, 8000)),
  }
  it.each(Object.entries(cases))(
    '%s: 400, the same to a repeat, and nothing is kept',
    async (_, bytesFor) => {
      const bytes = await bytesFor()
      const before = await photosKept()
      const id = anEventId()
      const reply = await upload(bytes, { id })
      expect([reply.status, reply.body['code']]).toEqual([400, 'invalid'])
      expect(reply.body['fields']).toEqual([{ path: 'body', message: expect.any(String) }])
      expect((await upload(bytes, { id })).text).toBe(reply.text)
      expect(await photosKept()).toBe(before)
    },
  )

  it('too large: 413', async () => {
    const bytes = new Uint8Array(5 * 1024 * 1024 + 1).fill(0xff)
    const reply = await upload(bytes)
    expect([reply.status, reply.body['code']]).toEqual([413, 'too_large'])
    expect((await upload(bytes.slice(1))).status).toBe(400)
  })

  it.each(['application/json', 'image/gif', 'image/svg+xml', 'image/jpeg; x=1', 'multipart/form-data'])(
    '%s: 415',
    async (type) => {
      const reply = await upload(await png(), { type })
      expect([reply.status, reply.body['code']]).toEqual([415, 'unsupported_type'])
    },
  )

  it('not signed by the partner: 401', async () => {
    const stranger = uploader(api.url, { ...partner, secret: aSecret() })
    const reply = await stranger(await png())
    expect([reply.status, reply.body['code']]).toEqual([401, 'bad_signature'])
    const nobody = uploader(api.url, { ...partner, ref: 'nobody' })
    expect((await nobody(await png())).status).toBe(401)
  })

  it('not a POST: 405', async () => {
    const headers = signedHeaders(partner, anEventId(), '')
    expect((await fetch(`${api.url}/partner/v1/evidence`, { headers })).status).toBe(405)
  })

  it('too often: 429 says when to come back', async () => {
    const eager = uploader(api.url, await aPartner(api.context, 'eager'))
    const junk = Uint8Array.from([1])
    const replies = await Promise.all(Array.from({ length: 60 }, () => eager(junk)))
    const refused = replies.filter(({ status }) => status === 429)
    expect(refused.length).toBeGreaterThanOrEqual(10)
    expect(Number(refused[0]?.headers.get('retry-after'))).toBeGreaterThan(0)
    expect((await upload(await png(), { type: 'image/png' })).status).toBe(201)
  })
})

describe('a photo as evidence', () => {
  it('stands in the file of the incident, and its bytes are those of the fact', async () => {
    const { incidentId, assignmentId } = await out()
    const uploadId = await uploaded()
    expect(await api.context.photos.read('5371', uploadId)).toBeNull()
    const { status, body } = await ours.send('evidence.added', photo(assignmentId, uploadId))
    expect([status, body]).toEqual([200, { outcome: 'recorded' }])
    const { photos, notes } = await fileOf(api.context, incidentId)
    expect(photos).toEqual([{ photoId: uploadId, from: assignmentId, at: expect.any(String) }])
    expect(notes).toEqual([])
    const jpeg = await api.context.photos.read('5371', uploadId)
    await api.context.store.settled()
    const facts = await api.context.store.cursors.of(incidentId)
    const { data } = facts.find(({ type }) => type === 'evidence.added') ?? {}
    expect(data).toMatchObject({ photoId: uploadId, digest: digest(jpeg ?? '') })
    expect(await api.context.photos.read('5372', uploadId)).toBeNull()
  })

  it('counts once, however often it is sent', async () => {
    const { incidentId, assignmentId } = await out()
    const data = photo(assignmentId, await uploaded())
    const id = anEventId()
    const replies = [
      await ours.send('evidence.added', data, id),
      await ours.send('evidence.added', data, id),
      await ours.send('evidence.added', data),
    ]
    expect(replies.map(({ body }) => body['outcome'])).toEqual(['recorded', 'recorded', 'unchanged'])
    expect((await fileOf(api.context, incidentId)).photos).toHaveLength(1)
  })

  it('is not found when it was never uploaded, by another partner, or for another incident', async () => {
    const rival = await aPartner(api.context, 'rival')
    const theirs = String((await uploader(api.url, rival)(await bytesOf(phonePhoto()))).body['uploadId'])
    const used = await uploaded()
    const elsewhere = await out()
    await ours.send('evidence.added', photo(elsewhere.assignmentId, used))
    const { incidentId, assignmentId } = await out()
    const before = await head()
    for (const uploadId of ['pho_none', theirs, used]) {
      const id = anEventId()
      const reply = await ours.send('evidence.added', photo(assignmentId, uploadId), id)
      expect([reply.status, reply.body['code']]).toEqual([404, 'not_found'])
      const again = await ours.send('evidence.added', photo(assignmentId, uploadId), id)
      expect(again.text).toBe(reply.text)
    }
    expect(await head()).toEqual(before)
    expect((await fileOf(api.context, incidentId)).photos).toBeUndefined()
  })

  it('is nobody else’s to bring', async () => {
    const { assignmentId } = await out()
    const rival = platformOf(api.url, await aPartner(api.context, 'other'))
    const reply = await rival.send('evidence.added', { assignmentId, kind: 'note', text: 'Halo' })
    expect(reply.status).toBe(404)
  })
})

it('a note never stands in a fact', async () => {
  const { incidentId, assignmentId } = await out()
  const text = 'Rumah Pak Yohanes retak'
  await ours.send('evidence.added', { assignmentId, kind: 'note', text })
  await api.context.store.settled()
  expect(JSON.stringify(await api.context.store.cursors.of(incidentId))).not.toContain('Yohanes')
  expect(Object.values(await api.context.incidentQueries.texts(incidentId))).toContain(text)
})

it('leaves everything in order', async () => {
  await api.context.store.settled()
  expect((await audit(api.context.connection)).faults).toEqual([])
})
