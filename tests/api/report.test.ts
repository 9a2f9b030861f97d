import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApiWorld, type ApiWorld } from './api-world.ts'
import { aReport, given, OEBUFU } from './given.ts'

let world: ApiWorld
beforeAll(async () => {
  world = await startApiWorld()
})
afterAll(async () => world.stop())

const report = async (more: object) =>
  (await world.as('operator')).try('reportIncident', { body: { ...aReport, ...more } })
const place = (body: Record<string, unknown>) => (body['incident'] as { place: unknown }).place

describe('a report', () => {
  it('has a number of the agency and year, its texts beside it and its reporter masked', async () => {
    const reporter = { name: 'Pelapor Contoh', phone: '0812-0000-9999' }
    const detail = await given(world).reported({ reporter, address: 'Jl. Contoh 5', channel: 'telepon' })
    const { incident, texts } = detail
    expect(incident.number).toMatch(/^KJ-\d{4}-\d{4}$/)
    expect(texts[incident.descriptionId]).toBe(aReport.description)
    expect(texts[incident.addressTextId ?? '']).toBe('Jl. Contoh 5')
    expect(detail.reporter).toEqual({ name: 'Pelapor Contoh', phoneMasked: '+6281…99' })
    await world.settled()
    const { facts } = await (
      await world.as('operator')
    ).call('incidentFacts', { params: { id: incident.id } })
    expect(JSON.stringify(facts)).not.toMatch(/Pelapor|9999|lutut|Jl\. Contoh/)
    expect(facts[0]?.byName).toBe('Contoh operator')
  })

  it('numbers follow each other', async () => {
    const numbers = await Promise.all([1, 2, 3].map(() => given(world).reported()))
    expect(new Set(numbers.map(({ incident }) => incident.number)).size).toBe(3)
  })

  it('knows the kelurahan by code, name and alias', async () => {
    for (const kelurahan of ['53.71.04.1009', 'oebufu', 'OEBUFU'])
      expect(place((await report({ place: { ...OEBUFU, kelurahan } })).body)).toMatchObject({ doubt: false })
    const tdm = await report({ place: { ...OEBUFU, kelurahan: 'TDM' } })
    expect(place(tdm.body)).toMatchObject({ kelurahan: expect.stringMatching(/^53\.71\./) })
  })

  it('doubts a point that lies far from the stated kelurahan, and refuses one that does not exist', async () => {
    const far = await report({ place: { ...OEBUFU, kelurahan: 'Namosain' } })
    expect(place(far.body)).toMatchObject({ doubt: true })
    const none = await report({ place: { ...OEBUFU, kelurahan: 'Atlantis' } })
    expect([none.status, none.body['fields']]).toMatchObject([400, [{ path: 'body.place.kelurahan' }]])
  })

  it('may lie up to five kilometres outside, and no further', async () => {
    const { bbox } = await world.context.agencies.of('5371')
    const near = await report({ place: { lat: bbox.north + 0.04, lng: bbox.east } })
    const far = await report({ place: { lat: bbox.north + 0.06, lng: bbox.east } })
    expect([near.status, far.body['code']]).toEqual([201, 'outside_area'])
  })

  it('tells of nothing that has not happened yet', async () => {
    const tomorrow = await report({ occurredAt: new Date(Date.now() + 86_400_000).toISOString() })
    expect(tomorrow.body['fields']).toMatchObject([{ path: 'body.occurredAt' }])
    const earlier = await report({ occurredAt: '2026-01-17T12:40:00+08:00' })
    expect(earlier.body['incident']).toMatchObject({ occurredAt: '2026-01-17T04:40:00.000Z' })
  })
})

const correct = async (id: string, body: object) =>
  (await world.as('operator')).try('correctIncident', { params: { id }, body })

describe('a correction', () => {
  it('that moves the pin keeps the stated kelurahan and asks about the doubt anew', async () => {
    const { incident } = await given(world).reported()
    const moved = await correct(incident.id, { place: { lat: -10.2, lng: 123.56 } })
    expect(place(moved.body)).toMatchObject({ lat: -10.2, kelurahan: incident.place.kelurahan, doubt: true })
    const cleared = await correct(incident.id, { place: { lat: -10.2, lng: 123.56, kelurahan: null } })
    expect(place(cleared.body)).toMatchObject({ kelurahan: null, doubt: false })
  })

  it('with the same words is none', async () => {
    const { incident } = await given(world).reported({ address: 'Jl. Contoh 5' })
    const same = await correct(incident.id, { description: aReport.description, address: 'Jl. Contoh 5' })
    expect(same.body['code']).toBe('nothing_to_change')
    const without = await correct(incident.id, { address: '' })
    expect(without.body['incident']).toMatchObject({ addressTextId: null })
  })
})

const set = async (id: string, needs: object[]) =>
  (await world.as('operator')).try('setNeeds', { params: { id }, body: { needs } })

describe('needs', () => {
  it('get their ids from us and keep their task', async () => {
    const { incident } = await given(world).planned()
    const needId = incident.needs[0]?.id ?? ''
    const invented = await set(incident.id, [{ needId: 'nd_mine', task: 'pantau', quantity: 1 }])
    expect(invented.body['code']).toBe('unknown_need')
    const other = await set(incident.id, [{ needId, task: 'pantau', quantity: 1 }])
    expect(other.body['fields']).toMatchObject([{ path: 'body.needs.0.task' }])
    const more = await set(incident.id, [
      { needId, task: 'evakuasi_ringan', vehicle: 'motorcycle', quantity: 3 },
    ])
    expect(more.body['incident']).toMatchObject({ needs: [{ id: needId, quantity: 3 }] })
  })
})
