import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { audit } from '../world/audit.ts'
import { until } from '../world/client.ts'
import { aReport, openCity, signInAs, type TestCity } from './city.ts'

let city: TestCity
beforeAll(async () => {
  city = await openCity()
})
afterAll(() => city.end())

describe('MongoDB killed under load and started again', () => {
  it('holds every report that was acknowledged, once, and finishes those that were not', async () => {
    const { operator } = city
    const acknowledged = new Map<string, string>()
    const refused: number[] = []
    const load = { on: true }
    const sender = async (name: number): Promise<void> => {
      for (let i = 0; load.on; i += 1) {
        const key = `load-${name}-${i}`
        const answer = await operator.try('reportIncident', { body: aReport(`Laporan ${key}`), key })
        if (answer.status === 201) acknowledged.set(key, (answer.body['incident'] as { id: string }).id)
        else refused.push(answer.status)
      }
    }
    const senders = Array.from({ length: 8 }, (_, name) => sender(name))
    await until('forty acknowledged reports', async () => acknowledged.size >= 40)
    const before = acknowledged.size
    await city.servers.mongo?.kill()
    await until('a request that was refused while MongoDB was away', async () => refused.length > 0)
    await city.servers.mongo?.restart()
    await until('acknowledged reports after the restart', async () => acknowledged.size >= before + 20, 45)
    load.on = false
    await Promise.all(senders)

    expect(new Set(refused)).toEqual(new Set([503]))
    const found = await city.look((c) => c.collection('incidents').find({}).project({ _id: 1 }).toArray())
    const ids = new Set(found.map((doc) => String(doc._id)))
    const lost = [...acknowledged.values()].filter((id) => !ids.has(id))
    expect(lost).toEqual([])
    expect(new Set(acknowledged.values()).size).toBe(acknowledged.size)

    const again = await signInAs(city, 'operator')
    const [key, id] = [...acknowledged][0] ?? []
    const repeated = await again.call('reportIncident', { body: aReport(`Laporan ${key}`), key: String(key) })
    expect(repeated.incident.id).toBe(id)
    await until('a ledger without a fault', () =>
      city.look(async (connection) => {
        const { faults } = await audit(connection)
        if (faults.length > 0) throw new Error(faults.join('\n'))
        return true
      }),
    )
  })
})
