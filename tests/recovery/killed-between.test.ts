import { once } from 'node:events'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Incident } from '#contracts/domain/incident/state.ts'
import { audit } from '../world/audit.ts'
import { until } from '../world/client.ts'
import { anAskingIncident, openCity, type TestCity } from './city.ts'

/** What a dead process has left behind is looked at again after a second. */
const hasty = { RECONCILE_AFTER_S: '1' }

let city: TestCity
beforeEach(async () => {
  // Nobody answers: whatever ends, ends by the platform's own doing.
  city = await openCity({ simulator: { SIM_DECLINE_PCT: '0', SIM_LATE_PCT: '0', SIM_SILENT_PCT: '100' } })
})
afterEach(() => city.end())

interface Bound {
  offerId: string
  volunteerId: string
}
const claims = (): Promise<Bound[]> =>
  city.look(async (connection) => {
    const found = await connection.collection('claims').find().toArray()
    return found.map((claim) => ({
      offerId: String(claim['offerId']),
      volunteerId: String(claim['volunteerId']),
    }))
  })
const fileOf = async (id: string): Promise<Incident> =>
  (await city.operator.call('getIncident', { params: { id } })).incident

/** Starts a worker that dies at this point, has it search, and waits until it has died there. */
const searchUntil = async (point: 'claimed' | 'ended'): Promise<string> => {
  await city.restartWith('worker', { ...hasty, AT_POINT: point })
  const died = once(city.processes.worker, 'exit')
  const id = await anAskingIncident(city.operator, 2)
  const [, signal] = await died
  expect(signal).toBe('SIGKILL')
  expect(await city.logOf('worker')).toContain(`at point ${point}, time 1`)
  return id
}

/** Somebody who was left bound to nothing is set free, and is asked again when everybody is wanted. */
const isAskedAgain = async (left: Bound): Promise<void> => {
  await until('the claim to be freed', async () => (await claims()).every((c) => c.offerId !== left.offerId))
  const everybody = await anAskingIncident(city.operator, 15)
  await until('the person to be bound by a real offer', async () =>
    (await claims()).some((claim) => claim.volunteerId === left.volunteerId),
  )
  await until('the offer in the file', async () => (await fileOf(everybody)).offers.length > 0)
}

const isWhole = (): Promise<boolean> =>
  until('a ledger without a fault', () =>
    city.look(async (connection) => {
      const { faults } = await audit(connection)
      if (faults.length > 0) throw new Error(faults.join('\n'))
      return true
    }),
  )

describe('a worker killed', () => {
  it('when people are bound and nothing is written yet: they are set free and asked again', async () => {
    const id = await searchUntil('claimed')
    const left = await claims()
    expect(left.length).toBeGreaterThan(0)
    expect((await fileOf(id)).asked).toEqual([])

    await city.restartWith('worker', hasty)
    // Before others want everybody: who is asked for them cannot be asked for this one.
    await until('the search to go on', async () => (await fileOf(id)).offers.length > 0, 40)
    await isAskedAgain(left[0]!)
    await isWhole()
  })

  it('when an offer has ended and its person is still bound: he is set free and asked again', async () => {
    // Messages arrive nowhere: after a quarter of a minute the first offer counts as undelivered.
    city.processes.simulator.kill('SIGTERM')
    const id = await searchUntil('ended')
    const ended = (await fileOf(id)).asked.filter((asked) => asked.ended !== null)
    const left = (await claims()).filter(({ offerId }) => ended.some((asked) => asked.offerId === offerId))
    expect(left.length).toBeGreaterThan(0)

    await city.restartWith('simulator', {})
    await city.restartWith('worker', hasty)
    await isAskedAgain(left[0]!)
    await isWhole()
  })
})
