import { once } from 'node:events'
import { afterEach, describe, expect, it } from 'vitest'
import { audit } from '../world/audit.ts'
import { until } from '../world/client.ts'
import { aReport, anAskingIncident, openCity, signInAs, type TestCity } from './city.ts'

let city: TestCity | undefined
afterEach(async () => {
  await city?.end()
  city = undefined
})

const silent = { SIM_DECLINE_PCT: '0', SIM_LATE_PCT: '0', SIM_SILENT_PCT: '100' }

/** All quiet: everything has its place, claims agree with the incident files, the chain verifies. */
const isWhole = async (of: TestCity): Promise<void> => {
  await until('a ledger without a fault', () =>
    of.look(async (connection) => {
      const { faults } = await audit(connection)
      if (faults.length > 0) throw new Error(faults.join('\n'))
      return true
    }),
  )
}

describe('a process killed between the write and the flush', () => {
  it('api: what it had written is there, gets its place, and the same request gives the same answer', async () => {
    city = await openCity({ simulator: silent })
    city.processes.simulator.kill('SIGTERM')
    await city.restartWith('api', { AT_POINT: 'written' })
    const api = city.processes.api
    const died = once(api, 'exit')
    const operator = await signInAs(city, 'operator')
    const request = { body: aReport(), key: 'report-before-the-kill' }
    const first = await operator.try('reportIncident', request).catch((error: unknown) => error)
    const [, signal] = await died
    expect(signal).toBe('SIGKILL')
    expect(await city.logOf('api')).toContain('at point written, time 1')

    const pending = await city.look((c) =>
      c.collection('incidents').countDocuments({ 'pending.0': { $exists: true } }),
    )
    expect(pending).toBe(1)
    await city.restartWith('api', {})
    // The run that died is waited for, so the answer may first be "not saved, send again".
    const again = await until('the same answer', () => operator.call('reportIncident', request))
    const reports = await city.look((c) => c.collection('incidents').countDocuments({}))
    expect(reports).toBe(1)
    if (!(first instanceof Error))
      expect(first).toMatchObject({ body: { incident: { id: again.incident.id } } })
    await isWhole(city)
  })

  it('worker: the offers it had written stand, nobody is asked twice, the round goes on', async () => {
    city = await openCity({ simulator: silent })
    await city.restartWith('worker', { AT_POINT: 'written' })
    const worker = city.processes.worker
    const died = once(worker, 'exit')
    const id = await anAskingIncident(city.operator)
    const [, signal] = await died
    expect(signal).toBe('SIGKILL')
    expect(await city.logOf('worker')).toContain('at point written, time 1')
    const before = await city.operator.call('getIncident', { params: { id } })
    expect(before.incident.offers.length).toBeGreaterThan(0)

    await city.restartWith('worker', {})
    const { operator } = city
    const after = await until('the offers in the ledger', async () => {
      const { facts } = await operator.call('incidentFacts', { params: { id } })
      return facts.some((fact) => fact.type === 'offer.created') && facts
    })
    const asked = after
      .filter((fact) => fact.type === 'offer.created')
      .map((fact) => fact.data['volunteerId'])
    expect(new Set(asked).size).toBe(asked.length)
    for (const offer of before.incident.offers)
      expect(after.map((fact) => fact.data['offerId'])).toContain(offer.id)
    await isWhole(city)
  })
})
