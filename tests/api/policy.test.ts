import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { audit } from '../world/audit.ts'
import { startApiWorld, type ApiWorld } from './api-world.ts'

let world: ApiWorld
beforeAll(async () => {
  world = await startApiWorld()
})
afterAll(async () => world.stop())

describe('the policy of the agency', () => {
  it('is changed with a reason, keeps its history, and lets only one of two through', async () => {
    const supervisor = await world.as('supervisor')
    const before = await supervisor.call('readPolicy')
    expect(before).toMatchObject({ number: 1, version: 'kupang-1', changedBy: null })
    const order = (change: object) => ({
      body: { expected: before.number, change, reason: 'Relawan mengeluh terlalu sering dihubungi' },
    })
    const answers = await Promise.all([
      supervisor.try('changePolicy', order({ alertPrice: 0.15 })),
      (await world.as('admin')).try('changePolicy', order({ alertsPerDay: 30 })),
    ])
    expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 409])

    const after = await supervisor.call('readPolicy')
    expect(after.number).toBe(2)
    expect(after.defaults).toEqual(before.settings)
    await world.context.store.settled()
    const { changes } = await supervisor.call('listPolicyChanges')
    expect(changes).toMatchObject([
      { number: 2, reason: 'Relawan mengeluh terlalu sering dihubungi', differences: [{}] },
    ])
    expect(changes[0]?.by.displayName).not.toBe('')
    expect((await audit(world.context.connection)).faults).toEqual([])
  })

  it('answers a repeat of a change as it answered the change', async () => {
    const admin = await world.as('admin')
    const { number } = await admin.call('readPolicy')
    const body = { expected: number, change: { w2: 0.7 }, reason: 'Percobaan' }
    const first = await admin.call('changePolicy', { body, key: 'policy-once' })
    expect(await admin.call('changePolicy', { body, key: 'policy-once' })).toEqual(first)
    expect(first.number).toBe(number + 1)
  })
})
