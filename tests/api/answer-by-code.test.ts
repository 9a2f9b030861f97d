import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { setDuty } from '#contracts/domain/volunteer/commands.ts'
import type { Caller } from '../../api/caller.ts'
import { acceptOffer } from '../../api/usecases/answer/accept-offer.ts'
import { answerByCode } from '../../api/usecases/answer/answer-by-code.ts'
import { startApiWorld, AGENCY, type ApiWorld } from './api-world.ts'
import { aPartner, anIncident, ask, aVolunteer, fileOf, op, sweep } from './partner/city.ts'

let world: ApiWorld
let partnerId: string
beforeAll(async () => {
  world = await startApiWorld()
  partnerId = (await aPartner(world.context, 'mandiri-test')).id
})
afterAll(() => world.stop())
beforeEach(async () => {
  const keys = await world.context.redis.keys(`*:rl:personal*`)
  if (keys.length > 0) await world.context.redis.del(...keys)
})

/** Somebody is asked, and was told five digits. */
const offered = async (expiresInS = 180) => {
  const volunteer = await aVolunteer(world.context, { id: partnerId })
  const incident = await anIncident(world.context)
  const offerId = (await ask(world.context, incident, [volunteer], expiresInS)).get(volunteer.id) ?? ''
  const expiresAt = new Date(Date.now() + expiresInS * 1000).toISOString()
  const code = await world.context.answerCodes.give({ agencyId: AGENCY, offerId, expiresAt })
  return { volunteer, incident, offerId, code }
}
const until = (ms: number): string => new Date(Date.now() + ms).toISOString()
const other = (code: string): string => String((Number(code) + 1) % 100_000).padStart(5, '0')

describe('the five digits of an offer', () => {
  it("show the operator whom he has on the phone, and take his yes under the operator's name", async () => {
    const { code, incident, volunteer } = await offered()
    const operator = await world.as('operator')
    const found = await operator.call('offerByCode', { params: { code } })
    expect(found).toMatchObject({
      incidentId: incident.id,
      displayName: 'Yohana Tefa',
      task: 'antar_bantuan',
      areaName: 'Oebufu, Kec. Oebobo',
    })
    expect(found.phoneMasked).toMatch(/…\d\d$/)
    const call = { params: { id: incident.id }, body: { code, answer: 'accept' as const } }
    const detail = await operator.call('answerByCode', call)
    expect(detail.incident.assignments).toMatchObject([{ volunteerId: volunteer.id, state: 'accepted' }])
    await world.settled()
    const accepted = (await world.context.store.cursors.of(incident.id)).find(
      ({ type }) => type === 'offer.accepted',
    )
    expect(accepted?.by.kind).toBe('user')
  })

  it('take a no with its reason, and are useless afterwards', async () => {
    const { code, incident } = await offered()
    const operator = await world.as('operator')
    const call = {
      params: { id: incident.id },
      body: { code, answer: 'decline' as const, reason: 'vehicle' as const },
    }
    await operator.call('answerByCode', call)
    expect((await fileOf(world.context, incident.id)).asked[0]).toMatchObject({
      ended: 'declined',
      endReason: 'vehicle',
    })
    expect((await operator.try('answerByCode', call)).status).toBe(404)
    expect((await operator.try('offerByCode', { params: { code } })).status).toBe(404)
  })

  it('asked again after the answer was lost say what was recorded: a yes that came too late is no done yes', async () => {
    const { store } = world.context
    const answered = async (duty: 'on' | 'paused') => {
      const volunteer = await aVolunteer(world.context, { id: partnerId })
      const incident = await anIncident(world.context)
      const offerId = (await ask(world.context, incident, [volunteer], -1)).get(volunteer.id) ?? ''
      if (duty === 'paused')
        await store.ledger.change('volunteer', volunteer.id, op(), (state) =>
          setDuty(state ?? volunteer, { duty, declaredArea: null }),
        )
      const again = op()
      const yes = { offerId, volunteerId: volunteer.id, partnerId, etaS: null }
      const { outcome } = await acceptOffer(store, again, yes)
      const caller = { userId: `usr_${volunteer.id}` } as Caller
      const asked = { caller, op: again, incidentId: incident.id }
      const repeated = answerByCode(world.context, asked, {
        code: '00000',
        answer: 'accept',
        reason: 'other',
      })
      return { outcome, repeated }
    }
    const late = await answered('paused')
    expect(late.outcome).toBe('expired')
    await expect(late.repeated).rejects.toMatchObject({ code: 'terminal', detail: { outcome: 'expired' } })
    const engaged = await answered('on')
    expect(engaged.outcome).toBe('confirmed')
    await expect(engaged.repeated).resolves.toMatchObject({ kind: 'incident' })
  })

  it('count for their own incident only, and not after their time', async () => {
    const [one, two] = [await offered(), await offered()]
    const operator = await world.as('operator')
    const crossed = { params: { id: two.incident.id }, body: { code: one.code, answer: 'accept' as const } }
    expect((await operator.try('answerByCode', crossed)).status).toBe(404)
    const late = await offered(-1)
    expect((await operator.try('offerByCode', { params: { code: late.code } })).status).toBe(404)
    await sweep(world.context, late.incident.id)
    expect((await fileOf(world.context, one.incident.id)).assignments).toEqual([])
  })

  it('are guessed ten times in a quarter of an hour and no more; right ones do not count', async () => {
    const { code } = await offered()
    const supervisor = await world.as('supervisor')
    for (let n = 0; n < 3; n += 1) await supervisor.call('offerByCode', { params: { code } })
    const statuses: number[] = []
    for (let n = 0; n < 12; n += 1)
      statuses.push((await supervisor.try('offerByCode', { params: { code: other(code) } })).status)
    expect(statuses).toEqual([...Array<number>(10).fill(404), 429, 429])
    expect((await supervisor.try('offerByCode', { params: { code } })).status).toBe(429)
  })

  it("are nobody else's while an offer lives, and may be given again afterwards", async () => {
    const { answerCodes, ids } = world.context
    const agencyId = 'agency-of-many'
    const given: string[] = []
    const give = () => answerCodes.give({ agencyId, offerId: ids.next('of'), expiresAt: until(600_000) })
    for (let round = 0; round < 40; round += 1)
      given.push(...(await Promise.all(Array.from({ length: 10 }, give))))
    expect(new Set(given).size).toBe(400)
    const offerId = ids.next('of')
    const twice = await Promise.all(
      [1, 2, 3].map(() => answerCodes.give({ agencyId, offerId, expiresAt: until(600_000) })),
    )
    expect(new Set(twice).size).toBe(1)
    const { models } = world.context.store
    await models.answerCodes.updateMany({ offerId }, { $set: { until: until(-1000) } }).exec()
    const again = { ...(await models.answerCodes.findOne({ offerId }).lean().exec()) }
    await models.answerCodes.updateOne({ offerId }, { $set: { offerId: 'of_over' } }).exec()
    expect(await answerCodes.give({ agencyId, offerId, expiresAt: until(600_000) })).toBe(twice[0])
    expect(await answerCodes.offerOf(agencyId, twice[0] ?? '')).toBe(offerId)
    expect(again._id).toBe(`${agencyId}:${twice[0]}`)
  })
})
