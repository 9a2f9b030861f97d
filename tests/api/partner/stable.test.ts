import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { addSecret } from '#contracts/domain/partner/partner.ts'
import type { Volunteer } from '#contracts/domain/volunteer/state.ts'
import { startRedis } from '../../../local/servers/redis.ts'
import { audit } from '../../world/audit.ts'
import { newHome } from '../../world/platform.ts'
import { aCity, anIncident, aPartner, ask, aVolunteer, fileOf, op, type PartnerSide } from './city.ts'
import { anEventId, platformOf, type Reply } from './platform-of.ts'
import { aSecret, serve, type Served } from './served.ts'

let dir: string
let redis: Awaited<ReturnType<typeof startRedis>>
let api: Served
let partner: PartnerSide
let rival: PartnerSide
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'top-ranger-stable-'))
  redis = await startRedis({ dataDir: dir, note: () => {} })
  api = await serve({ ...newHome(), redisUrl: redis.url })
  await aCity(api.context)
  partner = await aPartner(api.context, 'sim')
  rival = await aPartner(api.context, 'rival')
})
afterAll(async () => {
  await api.close()
  await redis.stop()
  await rm(dir, { recursive: true, force: true })
})

const at = '2026-01-17T14:05:00+08:00'

interface Event {
  id: string
  type: string
  data: object
}
const send = (side: PartnerSide, { id, type, data }: Event, url = api.url): Promise<Reply> =>
  platformOf(url, side).send(type, data, id)
const said = ({ status, text }: Reply): string => `${status} ${text}`

const event = (type: string, data: object): Event => ({ id: anEventId(), type, data })

/** Somebody out for a task, and everything that his platform may still say about it. */
const given = async () => {
  const { context } = api
  const [ana, ben] = [await aVolunteer(context, partner), await aVolunteer(context, partner)] as [
    Volunteer,
    Volunteer,
  ]
  const incident = await anIncident(context)
  const offers = await ask(context, incident, [ana, ben])
  const yes = { offerId: offers.get(ana.id) ?? '', volunteerRef: ana.ref }
  const first: Event = { id: anEventId(), type: 'offer.accepted', data: yes }
  const assignmentId = String((await send(partner, first)).body['assignmentId'])
  const steps = ['en_route', 'on_scene', 'working', 'completed'].map((state) =>
    event('assignment.progressed', { assignmentId, state, at }),
  )
  const acks = ['delivered', 'read'].map((how) =>
    event('assignment.acknowledged', { assignmentId, what: 'confirmed', how }),
  )
  const late = [
    event('offer.accepted', { offerId: offers.get(ben.id), volunteerRef: ben.ref }),
    event('offer.accepted', yes),
    event('offer.declined', yes),
  ]
  return { incident, assignmentId, events: [first, ...steps, ...acks, ...late] }
}

/** The assignment as far as it does not depend on when its steps were heard of. */
const endOf = async (incidentId: string) => {
  const { assignments, needs } = await fileOf(api.context, incidentId)
  return assignments.map(({ state, acks }) => ({ state, acks, need: needs[0]?.status }))
}

it(
  'ends the same in whatever order events come, doubled, late and with a stranger’s between them',
  { timeout: 180_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6, 7, 8, 9], { minLength: 10 }),
        fc.array(fc.nat(9), { maxLength: 8 }),
        fc.array(fc.nat(9), { maxLength: 4 }),
        async (order, again, foreign) => {
          const { incident, events } = await given()
          const answers = new Map<string, string>()
          for (const n of [...order, ...again]) {
            const event = events[n]
            if (event === undefined) throw new Error('no such event')
            const answer = said(await send(partner, event))
            expect(answer).toBe(answers.get(event.id) ?? answer)
            expect(Number(answer.slice(0, 3))).toBeLessThan(500)
            answers.set(event.id, answer)
          }
          for (const n of foreign) {
            const event = events[n]
            if (event !== undefined) expect((await send(rival, event)).status).toBe(404)
          }
          expect(await endOf(incident.id)).toEqual([
            { state: 'completed', acks: { confirmed: 'read', stood_down: null }, need: 'filled' },
          ])
        },
      ),
      { numRuns: 8, seed: 20_260_117 },
    )
    await api.context.store.settled()
    expect((await audit(api.context.connection)).faults).toEqual([])
  },
)

it('answers the same after Redis was emptied, by another process, and after a restart', async () => {
  const { events, incident } = await given()
  const answers = new Map<string, string>()
  for (const event of events) answers.set(event.id, said(await send(partner, event)))
  const bad: Event = { id: anEventId(), type: 'offer.accepted', data: { offerId: 'of_x' } }
  answers.set(bad.id, said(await send(partner, bad)))
  const all = [...events, bad]
  const end = await endOf(incident.id)
  const sameFrom = async (url: string) => {
    for (const event of all) expect(said(await send(partner, event, url))).toBe(answers.get(event.id))
    expect(await endOf(incident.id)).toEqual(end)
  }

  await api.context.redis.flushall()
  await sameFrom(api.url)
  const twin = await serve(api.home)
  await sameFrom(twin.url)
  await twin.close()
  await api.close()
  api = await serve(api.home)
  await sameFrom(api.url)
})

it('takes the old and the new secret while one is rotated, the new one at once', async () => {
  const { context } = api
  const side = await aPartner(context, 'rotating')
  const { ref } = await aVolunteer(context, side)
  const event = (): Event => ({
    id: anEventId(),
    type: 'volunteer.duty_changed',
    data: { volunteerRef: ref, duty: 'on' },
  })
  expect((await send(side, event())).status).toBe(200)

  const fresh = { ...side, secret: aSecret() }
  expect((await send(fresh, event())).status).toBe(401)
  const secretId = `sec_${anEventId()}`
  const createdAt = context.clock.now().toISOString()
  await context.secrets.keep({
    _id: secretId,
    partnerId: side.id,
    direction: 'in',
    plain: fresh.secret,
    createdAt,
  })
  await context.store.ledger.change('partner', side.id, op(), (state) => {
    if (state === null) throw new Error('no such partner')
    return addSecret(state, { secretId, direction: 'in' })
  })
  expect((await send(fresh, event())).status).toBe(200)
  expect((await send(side, event())).status).toBe(200)
  expect((await send({ ...side, secret: aSecret() }, event())).status).toBe(401)
})
