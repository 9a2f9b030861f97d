import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tick } from '#contracts/domain/incident/commands/tick.ts'
import { plusSeconds } from '#contracts/domain/instant.ts'
import { AGENCY, BY, startApiWorld, type ApiWorld } from './api-world.ts'
import { given } from './given.ts'
import { phonePhoto } from './partner/pictures.ts'

let world: ApiWorld
beforeAll(async () => {
  world = await startApiWorld()
})
afterAll(async () => world.stop())

describe('a message to the team', () => {
  it('stands in the notes with those it went to, once for its key', async () => {
    const { incident } = await given(world).assigned()
    const operator = await world.as('operator')
    const call = { params: { id: incident.id }, body: { text: 'Lewat timur.' }, key: 'message-1' }
    const first = await operator.call('sendMessage', call)
    const again = await operator.call('sendMessage', call)
    expect(again.version).toBe(first.version)
    const to = incident.assignments.map(({ id }) => id)
    const [note, ...others] = again.incident.notes
    expect(others).toEqual([])
    expect(note).toMatchObject({ about: 'message', to })
    expect(again.texts[note?.textId ?? '']).toBe('Lewat timur.')
  })

  it('never stands in a fact', async () => {
    const { incident } = await given(world).assigned()
    const operator = await world.as('operator')
    await operator.call('sendMessage', { params: { id: incident.id }, body: { text: 'Rumah Bu Lado' } })
    await world.settled()
    const facts = await world.context.store.cursors.of(incident.id)
    expect(facts.map(({ type }) => type)).toContain('message.sent')
    expect(JSON.stringify(facts)).not.toContain('Lado')
  })

  it('to somebody who is not out is refused', async () => {
    const { incident } = await given(world).assigned()
    const body = { text: 'Halo.', assignmentIds: ['as_none'] }
    const reply = await (await world.as('operator')).try('sendMessage', { params: { id: incident.id }, body })
    expect([reply.status, reply.body['code']]).toEqual([409, 'nobody_out'])
  })
})

describe('a check-in', () => {
  it('is asked once at a time, and once for its key', async () => {
    const { incident } = await given(world).assigned()
    const operator = await world.as('operator')
    const call = { params: { id: incident.id }, key: 'checkin-1' }
    const first = await operator.call('requestCheckin', call)
    expect(first.incident.assignments[0]?.checkin).toMatchObject({
      id: expect.stringMatching(/^chk_/),
      answeredAt: null,
    })
    expect((await operator.call('requestCheckin', call)).version).toBe(first.version)
    const second = await operator.try('requestCheckin', { params: { id: incident.id } })
    expect([second.status, second.body['code']]).toEqual([409, 'already_done'])
  })

  it('that stays without an answer for five minutes is an alarm', async () => {
    const { incident } = await given(world).assigned()
    const operator = await world.as('operator')
    const asked = await operator.call('requestCheckin', { params: { id: incident.id } })
    const [assignment] = asked.incident.assignments
    const dueAt = plusSeconds(assignment?.checkin?.requestedAt ?? '', 300)
    const { store, ids } = world.context
    const op = { opId: ids.next('due'), agencyId: AGENCY, by: BY }
    await store.incidents.change(incident.id, op, (state) => tick(state, store.sla, plusSeconds(dueAt, -1)))
    const subject = assignment?.id ?? ''
    const alarm = { what: 'deadline', detail: 'checkin', subject }
    const alarms = async () =>
      (await operator.call('getIncident', { params: { id: incident.id } })).incident.alarms
    expect(await alarms()).not.toContainEqual(expect.objectContaining(alarm))
    const later = { ...op, opId: ids.next('due') }
    await store.incidents.change(incident.id, later, (state) => tick(state, store.sla, dueAt))
    expect(await alarms()).toContainEqual(expect.objectContaining(alarm))
    expect((await operator.call('listAlarms')).alarms).toContainEqual(expect.objectContaining(alarm))
  })
})

describe('a photo', () => {
  it('is a JPEG that no cache keeps, for whoever may read incidents', async () => {
    const id = await given(world).photo()
    const { status, headers, body } = await (await world.as('pimpinan')).try('getPhoto', { params: { id } })
    expect([status, headers.get('content-type'), headers.get('cache-control')]).toEqual([
      200,
      'image/jpeg',
      'private, no-store',
    ])
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(Buffer.from(body as never).toString()).toBe('a picture')
  })

  it('that no incident refers to is not found', async () => {
    const { photos, ids } = world.context
    const id = ids.next('pho')
    const bytes = Buffer.from('unused')
    await photos.keep({ id, agencyId: AGENCY, partnerId: world.partnerId, digest: 'd', bytes })
    expect((await (await world.as('operator')).try('getPhoto', { params: { id } })).status).toBe(404)
  })
})

const photosKept = () => world.context.connection.collection('photos.files').countDocuments({})
const sendPhoto = async (call: { id: string; bytes: Uint8Array; key?: string }) =>
  (await world.as('operator')).try('addPhoto', {
    params: { id: call.id },
    body: { bytes: call.bytes },
    ...(call.key === undefined ? {} : { key: call.key }),
  })

describe('a photo that staff add', () => {
  it('stands in the file once for its key, with who added it, drawn anew and without its place', async () => {
    const { incident } = await given(world).reported()
    const operator = await world.as('operator')
    const { userId } = await operator.call('me')
    const call = { params: { id: incident.id }, body: { bytes: await phonePhoto() }, key: 'photo-1' }
    const first = await operator.call('addPhoto', call)
    const again = await operator.call('addPhoto', call)
    expect(again).toEqual(first)
    const [photo, ...others] = first.incident.photos ?? []
    expect([photo?.by, photo?.from, others]).toEqual([userId, undefined, []])
    expect(first.staff).toEqual({ [userId]: 'Contoh operator' })
    const shown = await operator.try('getPhoto', { params: { id: photo?.photoId ?? '' } })
    const jpeg = Buffer.from(shown.body as never)
    const { format, exif, xmp, orientation } = await sharp(jpeg).metadata()
    expect([format, exif, xmp, orientation]).toEqual(['jpeg', undefined, undefined, undefined])
  })

  it('is one photo, however often it is sent at the same time; another under the same key is refused', async () => {
    const { incident } = await given(world).reported()
    const [bytes, before] = [await phonePhoto(), await photosKept()]
    const call = { id: incident.id, bytes, key: 'photo-2' }
    const answers = await Promise.all([1, 2, 3].map(() => sendPhoto(call)))
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
    expect(await photosKept()).toBe(before + 1)
    const other = await sendPhoto({ ...call, bytes: await phonePhoto({ width: 80, height: 60 }) })
    expect([other.status, other.body['code']]).toEqual([422, 'id_reused'])
  })

  it('is kept nowhere when it is no picture, too large, or for no incident of this agency', async () => {
    const { incident } = await given(world).reported()
    const before = await photosKept()
    const gif = await sendPhoto({ id: incident.id, bytes: Buffer.from('GIF89a') })
    expect([gif.status, gif.body['fields']]).toMatchObject([400, [{ path: 'body' }]])
    const large = await sendPhoto({ id: incident.id, bytes: Buffer.alloc(5 * 1024 * 1024 + 1, 0xff) })
    expect([large.status, large.body['code']]).toEqual([413, 'too_large'])
    expect((await sendPhoto({ id: 'inc_none', bytes: await phonePhoto() })).status).toBe(404)
    const json = await (
      await world.as('operator')
    ).try('addPhoto', { params: { id: incident.id }, body: { photo: 'x' } })
    expect([json.status, json.body['code']]).toEqual([415, 'unsupported_type'])
    expect(await photosKept()).toBe(before)
  })
})
