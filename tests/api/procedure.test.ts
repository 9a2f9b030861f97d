import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { defaultSla } from '#contracts/domain/sla.ts'
import { audit } from '../world/audit.ts'
import { startApiWorld, type ApiWorld } from './api-world.ts'
import { given } from './given.ts'

let world: ApiWorld
beforeAll(async () => {
  world = await startApiWorld()
})
afterAll(async () => world.stop())

describe('the procedure of the agency', () => {
  it('changes the deadlines of incidents reported from then on, and of no other', async () => {
    const supervisor = await world.as('supervisor')
    const { number } = await supervisor.call('readProcedure')
    const before = await given(world).reported()
    const order = (change: object) => ({ body: { expected: number, change, reason: 'Terlalu longgar' } })
    const answers = await Promise.all([
      supervisor.try('changeProcedure', order({ sla: { verifyS: 120 } })),
      (await world.as('admin')).try('changeProcedure', order({ sla: { verifyS: 180 } })),
    ])
    expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 409])
    const { settings, changedBy, defaults } = await supervisor.call('readProcedure')
    expect(defaults.sla).toEqual(defaultSla)
    expect(changedBy?.displayName).not.toBe('')

    const after = await given(world).reported()
    const waits = ({ incident, nextDueAt }: typeof after): number =>
      (Date.parse(nextDueAt ?? '') - Date.parse(incident.reportedAt)) / 1000
    expect(waits(before)).toBe(300)
    expect(waits(after)).toBe(settings.sla.verifyS)
    expect(after.incident.sla).toEqual(settings.sla)

    await world.settled()
    const { changes } = await supervisor.call('listProcedureChanges')
    expect(changes).toMatchObject([
      { number: 2, reason: 'Terlalu longgar', differences: [{ field: 'sla.verifyS', from: 300 }] },
    ])
  })

  it('gives operators the rows that a hazard begins with', async () => {
    const supervisor = await world.as('supervisor')
    const { number } = await supervisor.call('readProcedure')
    const banjir = [{ task: 'evakuasi_ringan', vehicle: 'pickup', skill: null, quantity: 5 }]
    const body = { expected: number, change: { needs: { banjir } }, reason: 'Truk kecil lebih cocok' }
    await supervisor.call('changeProcedure', { body })
    const { settings } = await (await world.as('operator')).call('readProcedure')
    expect(settings.needs.banjir).toEqual(banjir)
    expect(settings.needs.tsunami.length).toBeGreaterThan(0)
    await world.settled()
    expect((await audit(world.context.connection)).faults).toEqual([])
  })
})
