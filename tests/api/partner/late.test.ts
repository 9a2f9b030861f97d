import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { requestCheckin } from '#contracts/domain/incident/commands/contact.ts'
import { wholeAgreement } from '#contracts/domain/volunteer/agreements.ts'
import { activate, setDuty } from '#contracts/domain/volunteer/commands.ts'
import type { Duty } from '#contracts/domain/volunteer/facts.ts'
import type { Volunteer } from '#contracts/domain/volunteer/state.ts'
import { digest } from '#contracts/runtime/ids.ts'
import { receiptOf } from '../../../api/http/partner/receive.ts'
import { aCity, anIncident, aPartner, aPhone, ask, fileOf, op, type PartnerSide } from './city.ts'
import { anEventId, platformOf, read, signedHeaders } from './platform-of.ts'
import { serve, type Served } from './served.ts'

let api: Served
let partner: PartnerSide
let ours: ReturnType<typeof platformOf>
beforeAll(async () => {
  api = await serve()
  await aCity(api.context)
  partner = await aPartner(api.context, 'sim')
  ours = platformOf(api.url, partner)
})
afterAll(() => api.close())

const [MINUTE, HOUR] = [60, 3600]
const DAYS_3 = 72 * HOUR
/** So many seconds before now, as a platform writes it. */
const ago = (seconds: number): string => new Date(Date.now() - seconds * 1000).toISOString()
const vehicle = { kind: 'motorcycle', plate: 'DH 7 LT' }

/** Somebody who is active: his platform registered him a week ago, and its message came now. */
const member = async (): Promise<{ ref: string; id: string; phone: string }> => {
  const [ref, phone] = [`late-${anEventId()}`, aPhone()]
  const data = { volunteerRef: ref, displayName: 'Ina Tefa', phone, vehicle, skills: [] }
  await ours.send('volunteer.registered', data, anEventId(), ago(7 * 24 * HOUR))
  const found = await api.context.partnerQueries.volunteersByRef(partner.id, [ref])
  const id = found.get(ref)?.id ?? ''
  await change(id, (state) => activate(state, wholeAgreement))
  return { ref, id, phone }
}
const change = (id: string, command: (state: Volunteer) => ReturnType<typeof setDuty>) =>
  api.context.store.ledger.change('volunteer', id, op(), (state) => {
    if (state === null) throw new Error('nobody')
    return command(state)
  })
const stateOf = async (id: string) => (await api.context.store.ledger.load('volunteer', id))?.state
const personOf = async (id: string) => (await api.context.store.texts.persons([id])).get(id)

/** A word about his duty, said so many seconds ago; the outcome. */
const says = async (ref: string, duty: Duty, ageS: number, id = anEventId()): Promise<unknown> => {
  const { status, body } = await ours.send(
    'volunteer.duty_changed',
    { volunteerRef: ref, duty },
    id,
    ago(ageS),
  )
  return status === 200 ? body['outcome'] : body['code']
}
const tells = async (data: object, ageS: number): Promise<unknown> =>
  (await ours.send('volunteer.updated', data, anEventId(), ago(ageS))).body['outcome']

describe('a change of duty', () => {
  it('said before the last word changes nothing, and is answered for ever alike', async () => {
    const { ref, id } = await member()
    expect(await says(ref, 'on', MINUTE)).toBe('updated')
    const version = (await api.context.store.ledger.load('volunteer', id))?.version
    const data = { volunteerRef: ref, duty: 'off' }
    const [message, saidAt] = [anEventId(), ago(DAYS_3)]
    const first = await ours.send('volunteer.duty_changed', data, message, saidAt)
    expect([first.status, first.body]).toEqual([200, { outcome: 'already_past', volunteerRef: ref }])
    expect((await ours.send('volunteer.duty_changed', data, message, saidAt)).text).toBe(first.text)
    expect((await api.context.store.ledger.load('volunteer', id))?.version).toBe(version)
  })

  it('overtaken by a newer one does not stand, also when the newer one told nothing new', async () => {
    const { ref, id } = await member()
    expect(await says(ref, 'on', 3 * MINUTE)).toBe('updated')
    expect(await says(ref, 'on', MINUTE)).toBe('unchanged')
    expect(await says(ref, 'off', 2 * MINUTE)).toBe('already_past')
    expect(await says(ref, 'off', 0)).toBe('updated')
    expect(await says(ref, 'paused', MINUTE)).toBe('already_past')
    expect((await stateOf(id))?.duty).toBe('off')
  })

  it('of long ago brings nobody on duty, but takes him off', async () => {
    const { ref, id } = await member()
    expect(await says(ref, 'on', 2 * HOUR)).toBe('already_past')
    expect(await says(ref, 'on', 50 * MINUTE)).toBe('updated')
    expect(await says(ref, 'off', 40 * MINUTE)).toBe('updated')
    expect((await stateOf(id))?.duty).toBe('off')
  })

  it('is past when somebody else has set his duty since, by the sender’s own clock', async () => {
    const { ref, id } = await member()
    expect(await says(ref, 'on', 50 * MINUTE)).toBe('updated')
    await change(id, (state) => setDuty(state, { duty: 'off', declaredArea: null }))
    expect(await says(ref, 'on', 10 * MINUTE)).toBe('already_past')
    // His clock is four minutes behind: what he says he said eight minutes ago was said four minutes ago.
    const slow = new Date(Date.now() - 4 * MINUTE * 1000)
    const timestamp = ago(8 * MINUTE)
    const data = { volunteerRef: ref, duty: 'on' }
    const body = JSON.stringify({ type: 'volunteer.duty_changed', timestamp, data })
    const headers = signedHeaders(partner, anEventId(), body, slow)
    const reply = await read(await fetch(`${api.url}/partner/v1/events`, { method: 'POST', headers, body }))
    expect(reply.body['outcome']).toBe('updated')
  })

  it('of tomorrow counts as said now', async () => {
    const { ref, id } = await member()
    expect(await says(ref, 'on', -24 * HOUR)).toBe('updated')
    expect(await says(ref, 'off', -23 * HOUR)).toBe('updated')
    expect((await stateOf(id))?.duty).toBe('off')
  })

  it('that has to come again is as old as when it came first', async () => {
    const { ref } = await member()
    const data = { volunteerRef: ref, duty: 'on' }
    const body = JSON.stringify({ type: 'volunteer.duty_changed', timestamp: ago(2 * HOUR), data })
    const [id, { receipts }] = [anEventId(), api.context.store]
    const receipt = receiptOf(partner.id, id)
    await receipts.open(receipt, digest(body), body)
    await api.context.connection
      .collection<{ _id: string }>('receipts')
      .updateOne({ _id: receipt }, { $set: { receivedAt: ago(119 * MINUTE), released: true } })
    expect((await ours.post('/events', body, id)).body['outcome']).toBe('updated')
  })
})

describe('a change of what is known of him', () => {
  it('said before the last word changes nothing', async () => {
    const { ref, id } = await member()
    const phone = aPhone()
    expect(await tells({ volunteerRef: ref, phone, displayName: 'Nama Baru' }, MINUTE)).toBe('updated')
    const late = { volunteerRef: ref, phone: aPhone(), displayName: 'Nama Lama' }
    expect(await tells(late, DAYS_3)).toBe('already_past')
    expect(await personOf(id)).toMatchObject({ phone, displayName: 'Nama Baru' })
  })

  it('counts for what nothing newer was said of', async () => {
    const { ref, id } = await member()
    const car = { kind: 'car', plate: 'DH 8 LT' }
    expect(await tells({ volunteerRef: ref, vehicle: car }, MINUTE)).toBe('updated')
    const older = { volunteerRef: ref, vehicle: { kind: 'pickup', plate: 'DH 9 LT' }, skills: ['p3k'] }
    expect(await tells(older, DAYS_3)).toBe('updated')
    expect(await stateOf(id)).toMatchObject({ vehicle: 'car', skills: ['p3k'] })
    expect((await personOf(id))?.plate).toBe('DH 8 LT')
  })

  it('is older than what he was registered with', async () => {
    const { ref, id, phone } = await member()
    expect(await tells({ volunteerRef: ref, phone: aPhone() }, 8 * 24 * HOUR)).toBe('already_past')
    expect((await personOf(id))?.phone).toBe(phone)
  })
})

/** Somebody on a task. */
const out = async () => {
  const { ref, id } = await member()
  await says(ref, 'on', 0)
  const incident = await anIncident(api.context)
  const state = await stateOf(id)
  if (state === undefined) throw new Error('nobody')
  const offers = await ask(api.context, incident, [state])
  await ours.send('offer.accepted', { offerId: offers.get(id), volunteerRef: ref })
  return { ref, incident }
}

describe('what was said three days ago', () => {
  const at = ago(DAYS_3)

  it('is no sign of life for a check-in of today', async () => {
    const { ref, incident } = await out()
    await api.context.store.incidents.change(incident.id, op(), (state) =>
      requestCheckin(state, { assignmentIds: null, idOf: (id) => `chk_${id}` }),
    )
    const sign = { volunteerRef: ref, at, text: 'Aman' }
    const late = await ours.send('checkin.answered', sign, anEventId(), at)
    expect(late.status).toBe(200)
    const { assignments, notes } = await fileOf(api.context, incident.id)
    expect(assignments[0]?.checkin?.answeredAt).toBeNull()
    expect(notes).toHaveLength(1)
    const now = await ours.send('checkin.answered', sign, anEventId(), ago(0))
    expect(now.body['outcome']).toBe('recorded')
  })

  it('is no message about the task of today', async () => {
    const { ref, incident } = await out()
    const message = { volunteerRef: ref, at, text: 'Jembatan putus' }
    const late = await ours.send('message.received', message, anEventId(), at)
    expect([late.status, late.body['code']]).toEqual([409, 'terminal'])
    expect((await fileOf(api.context, incident.id)).notes).toEqual([])
  })

  it('brings nobody back who has left since', async () => {
    const { ref, phone } = await member()
    await ours.send('volunteer.withdrawn', { volunteerRef: ref })
    const data = { volunteerRef: ref, displayName: 'Ina Tefa', phone, vehicle, skills: [] }
    const late = await ours.send('volunteer.registered', data, anEventId(), at)
    expect([late.status, late.body]).toEqual([200, { outcome: 'already_past', volunteerRef: ref }])
    expect((await api.context.partnerQueries.volunteersByRef(partner.id, [ref])).size).toBe(0)
    expect((await ours.send('volunteer.registered', data)).body['outcome']).toBe('registered')
  })

  it('agrees to no older text than what was agreed to since', async () => {
    const { ref, id } = await member()
    const agrees = async (version: string, ageS: number): Promise<unknown> => {
      const data = { volunteerRef: ref, agreements: [{ to: 'consent', version }] }
      return (await ours.send('volunteer.agreed', data, anEventId(), ago(ageS))).body['outcome']
    }
    expect(await agrees('2027-03', 0)).toBe('recorded')
    expect(await agrees('2025-01', DAYS_3)).toBe('already_past')
    expect(await agrees('2027-03', DAYS_3)).toBe('unchanged')
    expect((await stateOf(id))?.agreements).toContainEqual(
      expect.objectContaining({ to: 'consent', version: '2027-03' }),
    )
  })

  it('opens a report that tells when it was seen', async () => {
    const { ref } = await member()
    const seen = { volunteerRef: ref, hazard: 'pohon_tumbang', lat: -10.1637, lng: 123.6291, at }
    const { body } = await ours.send('incident.observed', seen, anEventId(), at)
    expect(await fileOf(api.context, String(body['incidentId']))).toMatchObject({
      occurredAt: at,
      status: 'reported',
    })
  })
})
