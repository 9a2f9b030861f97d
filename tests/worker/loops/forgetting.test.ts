import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { plusSeconds } from '#contracts/domain/instant.ts'
import { raiseVolunteerSos, withdrawVolunteer } from '#contracts/domain/volunteer/commands.ts'
import { notYetForgotten } from '#contracts/store/forgetting.ts'
import { raiseFreeSos } from '../../../api/usecases/answer/raise-sos.ts'
import { eraserLoop } from '../../../worker/loops/eraser.ts'
import type { LoopPlan } from '../../../worker/loops/plan.ts'
import { unfollowedLoop } from '../../../worker/loops/unfollowed.ts'
import { audit } from '../../world/audit.ts'
import { anIncident, aPartner, aVolunteer, op } from '../given.ts'
import { onePass, type TakenUp } from '../pass.ts'
import { AGENCY, type Bench, openBench } from '../world.ts'

let bench: Bench
let partnerId: string
beforeEach(async () => {
  bench = await openBench()
  partnerId = (await aPartner(bench.ctx)).id
})
afterEach(async () => {
  await bench.ctx.store.settled()
  expect((await audit(bench.ctx.connection)).faults).toEqual([])
  await bench.close()
})

const pass = async (loop: LoopPlan, takenUp: TakenUp = {}): Promise<TakenUp> => {
  await onePass(loop, takenUp)
  await bench.ctx.store.settled()
  return takenUp
}
const isAway = () => Promise.reject(new Error('Redis is away'))
const hourAgo = (): string => plusSeconds(bench.ctx.clock.now().toISOString(), -3600)

describe('the eraser, of people', () => {
  it('forgets all of somebody who has left, again and again until nobody can still write about him', async () => {
    const { ctx } = bench
    const { store, presence } = ctx
    const { models, texts, receipts } = store
    const ref = 'drv-leaver'
    const id = await aVolunteer(ctx, { partnerId, ref })
    await store.ledger.change('volunteer', id, op(), (state) =>
      state === null ? [] : withdrawVolunteer(state, false),
    )
    const fix = { lat: -10.17, lng: 123.62, accuracyM: 10, at: ctx.clock.now().toISOString() }
    /** The erasure was cut off after any of its steps; what was read before came late. */
    const leftBehind = [
      () => texts.keepPerson({ _id: id, agencyId: AGENCY, displayName: 'Sisa', phone: null, plate: null }),
      () => texts.keep(AGENCY, id, 'Catatan tentang orang ini.'),
      () => presence.keep(AGENCY, new Map([[id, fix]])),
      () => presence.keepCoarse(AGENCY, new Map([[id, fix]]), ctx.clock.now()),
    ]
    const known = async () => [
      await models.persons.countDocuments({ _id: id }).exec(),
      await models.texts.countDocuments({ entityId: id }).exec(),
      Number((await presence.all(AGENCY)).has(id)),
      await models.lastPlaces.countDocuments({ _id: id }).exec(),
    ]
    const isDone = async (): Promise<boolean> =>
      !(await notYetForgotten(store, hourAgo())).some((one) => one.id === id)
    for (const leave of leftBehind) {
      await leave()
      expect(await known()).toContain(1)
      expect(await pass(eraserLoop(ctx))).toMatchObject({ leavers: 1 })
      expect(await known()).toEqual([0, 0, 0, 0])
      expect(await isDone()).toBe(false)
    }
    await receipts.open('partner:registered', 'digest', 'who he was', partnerId, ref)
    const leftAt = plusSeconds(hourAgo(), -1)
    const leftLongAgo = (at: string) =>
      models.volunteer.collection.updateOne({ _id: id as never }, { $set: { 'state.changedAt': at } })
    const trulyLeft = (await store.ledger.load('volunteer', id))?.state.changedAt ?? ''
    await leftLongAgo(leftAt)
    await models.receipts.updateOne({ _id: 'partner:registered' }, { $set: { receivedAt: leftAt } }).exec()
    // Whom it could not forget it does not count.
    const away = { ...ctx, presence: { ...presence, forget: isAway } }
    expect(await pass(eraserLoop(away))).toMatchObject({ leavers: 0 })
    expect(await isDone()).toBe(false)
    await pass(eraserLoop(ctx))
    const said = await models.receipts.findById('partner:registered').lean().exec()
    expect(said).toMatchObject({ body: null, digest: 'digest' })
    expect(await isDone()).toBe(true)
    await leftLongAgo(trulyLeft)
  })

  it('comes again to somebody who has called for help after he was forgotten, once it could be read', async () => {
    const { ctx } = bench
    const { store } = ctx
    const { models, texts } = store
    const id = await aVolunteer(ctx, { partnerId })
    await store.ledger.change('volunteer', id, op(), (state) =>
      state === null ? [] : withdrawVolunteer(state, false),
    )
    const set = (what: Record<string, unknown>) =>
      models.volunteer.collection.updateOne({ _id: id as never }, { $set: what })
    const trulyLeft = (await store.ledger.load('volunteer', id))?.state.changedAt ?? ''
    await set({ 'state.changedAt': plusSeconds(hourAgo(), -1) })
    await pass(eraserLoop(ctx))
    const isDone = async () =>
      (await models.volunteer.collection.countDocuments({ forgottenAt: { $ne: null } })) > 0
    expect(await isDone()).toBe(true)
    await set({ 'state.changedAt': trulyLeft })

    await raiseFreeSos(store, id, op(), { point: null, text: 'Saya terjebak di rumah.' })
    const words = () => models.texts.countDocuments({ entityId: id }).exec()
    await pass(eraserLoop(ctx))
    expect([await words(), await isDone()]).toEqual([1, false])

    await set({ toldAt: plusSeconds(hourAgo(), -1) })
    await pass(eraserLoop(ctx))
    // The call itself is young, so that he is not taken off the list yet.
    expect([await words(), await isDone()]).toEqual([0, false])
    expect(await texts.persons([id])).toEqual(new Map())
  })

  it('keeps nothing of somebody who has left when a platform repeats what it said of him', async () => {
    const { ctx } = bench
    const { store } = ctx
    const person = { _id: await aVolunteer(ctx, { partnerId }), agencyId: AGENCY }
    const told = { displayName: 'Contoh Pergi', phone: '+62811000009' }
    const known = async () => (await store.texts.persons([person._id])).get(person._id)?.phone
    await store.texts.keepTold(person, told, 90)
    expect(await known()).toBe(told.phone)
    await store.ledger.change('volunteer', person._id, op(), (state) =>
      state === null ? [] : withdrawVolunteer(state, false),
    )
    await store.texts.forget([person._id])
    await store.texts.keepTold(person, told, 90)
    expect(await known()).toBeUndefined()
  })

  it('forgets who called in a report 90 days after its end, and no volunteer who did', async () => {
    const { models, texts } = bench.ctx.store
    const ended = [
      ['rep_old', plusSeconds(bench.ctx.clock.now().toISOString(), -91 * 86_400)],
      ['rep_young', plusSeconds(bench.ctx.clock.now().toISOString(), -89 * 86_400)],
      ['rep_open', null],
      ['vol_old', plusSeconds(bench.ctx.clock.now().toISOString(), -91 * 86_400)],
    ] as const
    for (const _ of ended) await anIncident(bench.ctx)
    const asFolded = await models.incident.collection.find().toArray()
    for (const [index, [_id, endedAt]] of ended.entries()) {
      const id = asFolded[index]?._id ?? ''
      await texts.keepPerson({ _id, agencyId: AGENCY, displayName: 'Warga', phone: '+62811', plate: null })
      const reported = { 'state.reporterId': _id, 'state.endedAt': endedAt }
      await models.incident.collection.updateOne({ _id: id as never }, { $set: reported })
    }
    expect(await pass(eraserLoop(bench.ctx))).toMatchObject({ reporters: 1 })
    const left = await texts.persons(ended.map(([id]) => id))
    expect([...left.keys()].sort()).toEqual(['rep_open', 'rep_young', 'vol_old'])
    // What was only set up here has no facts.
    for (const { _id, state } of asFolded)
      await models.incident.collection.updateOne({ _id }, { $set: { state } })
  })
})

describe('the loop of those whom nobody follows', () => {
  it('forgets where people are who are off duty, and nobody who serves, is bound or calls for help', async () => {
    const { ctx } = bench
    const [on, off, bound, calling] = [
      await aVolunteer(ctx, { partnerId }),
      await aVolunteer(ctx, { partnerId, duty: 'off' }),
      await aVolunteer(ctx, { partnerId, duty: 'off', personKey: 'bound' }),
      await aVolunteer(ctx, { partnerId, duty: 'off' }),
    ]
    await ctx.store.ledger.change('volunteer', calling, op(), (state) =>
      state === null ? [] : raiseVolunteerSos(state, { point: null }),
    )
    const at = ctx.clock.now().toISOString()
    const claim = { agencyId: AGENCY, incidentId: 'inc_1', offerId: 'of_1', volunteerId: bound, base: 1, at }
    await ctx.store.claims.take({ _id: 'bound', ...claim })
    const fixes = await ctx.presence.all(AGENCY)
    expect([...fixes.keys()].sort()).toEqual([on, off, bound, calling].sort())
    await ctx.presence.keepCoarse(AGENCY, fixes, ctx.clock.now())
    expect(await pass(unfollowedLoop(ctx))).toEqual({ placesForgotten: 1 })
    const followed = [on, bound, calling].sort()
    expect([...(await ctx.presence.all(AGENCY)).keys()].sort()).toEqual(followed)
    expect([...(await ctx.presence.coarse(AGENCY)).keys()].sort()).toEqual(followed)
    await ctx.store.models.claims.deleteOne({ _id: 'bound' }).exec()
  })
})
