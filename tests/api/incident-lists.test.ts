import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApiWorld, type ApiWorld } from './api-world.ts'
import { given, OEBUFU } from './given.ts'

let world: ApiWorld
beforeAll(async () => {
  world = await startApiWorld()
  const { reported, cancelled, verified } = given(world)
  await reported({ description: 'Pohon besar (beringin) tumbang', hazard: 'pohon_tumbang' })
  await reported({ place: { lat: -10.1734, lng: 123.5585, kelurahan: 'Namosain' }, severity: 'kritis' })
  await cancelled()
  await verified()
})
afterAll(async () => world.stop())

const list = async (query: Record<string, string | number>) =>
  (await (await world.as('operator')).call('listIncidents', { query })).incidents

describe('the list of incidents', () => {
  it('is newest first and can be paged through without a gap', async () => {
    const all = await list({})
    expect(all.map(({ reportedAt }) => reportedAt)).toEqual(
      all
        .map(({ reportedAt }) => reportedAt)
        .sort()
        .reverse(),
    )
    const operator = await world.as('operator')
    const seen: string[] = []
    let before: string | null = ''
    while (before !== null) {
      const query: Record<string, string | number> = before === '' ? { limit: 1 } : { limit: 1, before }
      const page = await operator.call('listIncidents', { query })
      seen.push(...page.incidents.map(({ id }) => id))
      before = page.next
    }
    expect(seen).toEqual(all.map(({ id }) => id))
  })

  it('filters by status, severity and hazard', async () => {
    expect((await list({ status: 'open' })).map(({ status }) => status).sort()).toEqual([
      'reported',
      'reported',
      'verified',
    ])
    expect(await list({ status: 'cancelled' })).toHaveLength(1)
    expect(await list({ severity: 'kritis' })).toHaveLength(1)
    expect(await list({ hazard: 'pohon_tumbang', severity: 'kritis' })).toHaveLength(0)
  })

  it('finds by number, kelurahan and what was said, read as words and never as a pattern', async () => {
    const [newest] = await list({})
    expect((await list({ q: newest?.number ?? '' })).map(({ id }) => id)).toEqual([newest?.id])
    expect((await list({ q: 'namosain' })).map(({ title }) => title)).toEqual(['Namosain, Kec. Alak'])
    expect(await list({ q: '(BERINGIN)' })).toHaveLength(1)
    expect(await list({ q: '.*' })).toHaveLength(0)
  })

  it('finds open ones nearby, nearest first', async () => {
    const { incidents } = await (
      await world.as('operator')
    ).call('nearbyIncidents', { query: { lat: OEBUFU.lat, lng: OEBUFU.lng, radiusM: 200 } })
    expect(incidents).toHaveLength(2)
    expect(incidents.every(({ distanceM }) => distanceM === 0)).toBe(true)
  })
})

describe('alarms', () => {
  it('stand worst first, with what ails the platform', async () => {
    const { alarmed, calling } = given(world)
    const { alarm, incident } = await alarmed()
    const volunteer = await calling()
    const operator = await world.as('operator')
    const { alarms, system } = await operator.call('listAlarms')
    expect(alarms.map(({ what }) => what)).toEqual(['sos', 'deadline'])
    expect(alarms[0]).toMatchObject({ volunteerId: volunteer.id, incidentId: null })
    expect(alarms[1]).toMatchObject({ id: alarm, number: incident.number })
    expect(system.map(({ code }) => code)).toEqual(['worker_silent'])

    await operator.call('acknowledgeVolunteerSos', { params: { id: volunteer.id } })
    expect((await operator.call('listAlarms')).alarms.map(({ what }) => what)).toEqual(['deadline'])
  })
})
