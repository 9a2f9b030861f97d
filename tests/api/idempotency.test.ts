import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApiWorld, type ApiWorld } from './api-world.ts'
import { aReport, given, twoMotorcycles } from './given.ts'

let world: ApiWorld
beforeAll(async () => {
  world = await startApiWorld()
})
afterAll(async () => world.stop())

const count = async (collection: string): Promise<number> =>
  world.context.connection.collection(collection).countDocuments()
const idOf = (body: Record<string, unknown>): string => (body['incident'] as { id: string }).id

describe('a report with an Idempotency-Key', () => {
  it('opens one incident, however often it is sent', async () => {
    const operator = await world.as('operator')
    const before = await count('incidents')
    const call = { body: { ...aReport, verified: true }, key: 'report-1' }
    const answers = await Promise.all([1, 2, 3, 4].map(() => operator.try('reportIncident', call)))
    const again = await operator.try('reportIncident', call)
    expect([...answers, again].map(({ status }) => status)).toEqual([201, 201, 201, 201, 201])
    expect(new Set([...answers, again].map(({ body }) => idOf(body))).size).toBe(1)
    expect(await count('incidents')).toBe(before + 1)
    await world.settled()
    const facts = await operator.call('incidentFacts', { params: { id: idOf(again.body) } })
    expect(facts.facts.map(({ type }) => type)).toEqual(['incident.reported', 'incident.verified'])
  })

  it('refuses another body under the same key', async () => {
    const operator = await world.as('operator')
    await operator.call('reportIncident', { body: aReport, key: 'report-2' })
    const other = await operator.try('reportIncident', {
      body: { ...aReport, severity: 'kritis' },
      key: 'report-2',
    })
    expect([other.status, other.body['code']]).toEqual([422, 'id_reused'])
    expect(await (await fetch(`${world.url}/metrics`)).text()).toContain('ids_reused_total 1')
  })

  it('does not mix the keys of two people', async () => {
    const key = 'report-3'
    const mine = await (await world.as('operator')).try('reportIncident', { body: aReport, key })
    const hers = await (await world.as('supervisor')).try('reportIncident', { body: aReport, key })
    expect(idOf(mine.body)).not.toBe(idOf(hers.body))
  })

  it('takes only a key that can be printed', async () => {
    const operator = await world.as('operator')
    for (const key of ['with space', 'x'.repeat(129)]) {
      const { status, body } = await operator.try('reportIncident', { body: aReport, key })
      expect([status, body['fields']]).toMatchObject([400, [{ path: 'headers.idempotency-key' }]])
    }
  })
})

it('says the same no again, also after it would be a yes', async () => {
  const operator = await world.as('operator')
  const { incident } = await given(world).verified()
  const params = { id: incident.id }
  const first = await operator.try('dispatchIncident', { params, key: 'dispatch-1' })
  await operator.call('setNeeds', { params, body: twoMotorcycles })
  const again = await operator.try('dispatchIncident', { params, key: 'dispatch-1' })
  expect([first.body['code'], again.body['code']]).toEqual(['no_needs', 'no_needs'])
  expect(again.body['id']).not.toBe(first.body['id'])
  const anew = await operator.try('dispatchIncident', { params, key: 'dispatch-2' })
  expect(anew.status).toBe(200)
})

it('keeps no personal data of an answer', async () => {
  const operator = await world.as('operator')
  const reporter = { name: 'Pelapor Contoh', phone: '081200009999' }
  await operator.call('reportIncident', { body: { ...aReport, reporter }, key: 'report-4' })
  const receipts = await world.context.connection.collection('receipts').find({}).toArray()
  const kept = JSON.stringify(receipts)
  expect(kept).toContain('report-4')
  for (const said of ['Pelapor', '9999', 'lutut']) expect(kept).not.toContain(said)
})

it('runs anew after a run that died without an answer', async () => {
  const operator = await world.as('operator')
  const { connection } = world.context
  const { body } = await operator.try('reportIncident', { body: aReport, key: 'report-5' })
  // As if the process had died between the effect and the answer, a while ago.
  await connection
    .collection('receipts')
    .updateMany({ _id: /report-5$/ }, { $set: { outcome: null, receivedAt: new Date(0).toISOString() } })
  const again = await operator.try('reportIncident', { body: aReport, key: 'report-5' })
  expect(idOf(again.body)).toBe(idOf(body))
})
