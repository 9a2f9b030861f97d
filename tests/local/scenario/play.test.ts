import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pino } from 'pino'
import { Refused, signIn } from '../../../local/scenario/client.ts'
import { play } from '../../../local/scenario/play.ts'
import { planOf } from '../../../local/scenario/plan/plan.ts'
import { scenarios } from '../../../local/scenario/scenarios/all.ts'
import { PASSWORD, startApiWorld, type ApiWorld } from '../../api/api-world.ts'
import { aReport } from '../../api/given.ts'
import { areas } from './given.ts'

const three = { ...scenarios['wet-day'], reports: [3, 3], falsePct: 0, duplicatePct: 0, referPct: 0 } as const
const HOURS_MS = 3 * 3600 * 1000

describe('a scenario against the api', () => {
  let world: ApiWorld
  /** How far the scenario's clock was moved by hand (ms). */
  let ahead = 0
  beforeAll(async () => {
    world = await startApiWorld()
  })
  afterAll(() => world.stop())

  const signedIn = () => signIn(world.url, { login: 'operator', password: PASSWORD })
  const begun = async () => {
    ahead = 0
    return play({
      client: await signedIn(),
      scenario: three,
      speed: 1,
      seed: 1,
      run: crypto.randomUUID(),
      now: () => Date.now() + ahead,
      log: pino({ level: 'silent' }),
    })
  }
  const incidents = async () => {
    const operator = await world.as('operator')
    return (await operator.call('listIncidents', { query: { limit: 100 } })).incidents
  }

  it('files the reports when they are due and carries them to the end, and nobody else’s', async () => {
    const operator = await world.as('operator')
    const own = await operator.call('reportIncident', { body: aReport })
    const seen = await operator.call('reportIncident', { body: { ...aReport, channel: 'relawan' } })
    const { round } = await begun()
    await round()
    expect(await incidents()).toHaveLength(2)
    ahead = 60_000
    await round()
    expect(await incidents()).toHaveLength(3)
    ahead = HOURS_MS
    for (let rounds = 0; rounds < 8; rounds++) await round()

    const now = await incidents()
    const ofIt = (id: string) => now.find((incident) => incident.id === id)
    expect(now).toHaveLength(5)
    expect(ofIt(own.incident.id)?.status).toBe('reported')
    expect(ofIt(seen.incident.id)?.status).not.toBe('reported')
    const played = now.filter(({ id }) => id !== own.incident.id && id !== seen.incident.id)
    expect(played.map(({ status }) => status)).toEqual(['closed', 'closed', 'closed'])
    const plan = planOf(three, areas, 1)
    expect(played.map(({ hazard }) => hazard).toSorted()).toEqual(
      plan.map(({ report }) => report.hazard).toSorted(),
    )
    for (const { id } of played) {
      const { facts } = await operator.call('incidentFacts', { params: { id } })
      const types = facts.map(({ type }) => type)
      for (const type of ['incident.verified', 'need.added', 'incident.dispatched', 'incident.controlled'])
        expect(types).toContain(type)
    }
  })

  it('does no deed twice when a round is played again from the same state', async () => {
    const { round } = await begun()
    ahead = HOURS_MS
    const before = (await incidents()).length
    await Promise.all([round(), round()])
    expect(await incidents()).toHaveLength(before + 3)
  })

  it('takes a definite no as one, with its code', async () => {
    const client = await signedIn()
    const failed = client.call('getIncident', { params: { id: 'nowhere' } })
    await expect(failed).rejects.toThrow(Refused)
    await expect(failed).rejects.toMatchObject({ status: 404, code: 'not_found' })
    const wrong = signIn(world.url, { login: 'operator', password: 'wrong' })
    await expect(wrong).rejects.toMatchObject({ status: 401, code: 'bad_credentials' })
  })
})
