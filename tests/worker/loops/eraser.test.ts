import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { plusSeconds } from '#contracts/domain/instant.ts'
import type { Delivery } from '#contracts/store/documents.ts'
import { eraserLoop } from '../../../worker/loops/eraser.ts'
import type { LoopPlan } from '../../../worker/loops/plan.ts'
import { relayLoop } from '../../../worker/loops/relay.ts'
import { runRound } from '../../../worker/round/round.ts'
import { anIncident, aPartner, volunteers } from '../given.ts'
import { onePass, type TakenUp } from '../pass.ts'
import { AGENCY, type Bench, openBench } from '../world.ts'

let bench: Bench
let partnerId: string
beforeEach(async () => {
  bench = await openBench()
  partnerId = (await aPartner(bench.ctx, { url: 'https://mitra.example/hook' })).id
})
afterEach(() => bench.close())

const pass = async (loop: LoopPlan, takenUp: TakenUp = {}): Promise<TakenUp> => {
  await onePass(loop, takenUp)
  await bench.ctx.store.settled()
  return takenUp
}
const hourAgo = (): string => plusSeconds(bench.ctx.clock.now().toISOString(), -3600)

describe('the eraser', () => {
  it('erases what was said 30 days ago, and nothing younger or still under way, whatever fails beside it', async () => {
    await volunteers(bench.ctx, 3, { partnerId })
    await anIncident(bench.ctx, { needs: [{ quantity: 2 }] })
    await runRound(bench.ctx, AGENCY)
    await pass(relayLoop(bench.ctx))
    const { models, receipts } = bench.ctx.store
    const [old, open, young] = await models.deliveries.find().lean<Delivery[]>().exec()
    const createdAt = '2020-01-01T00:00:00.000Z'
    await models.deliveries.updateOne({ _id: old!._id }, { $set: { createdAt, state: 'dead' } }).exec()
    await models.deliveries.updateOne({ _id: open!._id }, { $set: { createdAt } }).exec()
    await models.deliveries.updateOne({ _id: young!._id }, { $set: { state: 'dead' } }).exec()
    await receipts.open('wh:1', 'digest', 'what was said')
    await models.receipts.updateOne({ _id: 'wh:1' }, { $set: { receivedAt: createdAt } }).exec()
    const sick = { eraseUnused: () => Promise.reject(new Error('photos are away')) }
    await receipts.open('wh:2', 'digest', 'said just now')
    await bench.ctx.store.models.rounds.updateMany({}, { $set: { at: createdAt } }).exec()
    const failing = eraserLoop({ ...bench.ctx, photos: { ...bench.ctx.photos, ...sick } })
    const takenUp: TakenUp = {}
    await expect(pass(failing, takenUp)).rejects.toThrow('photos are away')
    expect(takenUp).toMatchObject({ received: 1, sent: 1, oldRounds: 1 })
    expect(takenUp).not.toHaveProperty('photos')
    expect(await bench.ctx.rounds.ids()).toEqual([])
    expect(await models.receipts.findById('wh:2').lean().exec()).toMatchObject({ body: 'said just now' })
    const dataOf = async ({ _id }: Delivery) => (await bench.ctx.deliveries.read(_id))!.data
    expect(await dataOf(old!)).toBeNull()
    expect(await dataOf(open!)).not.toBeNull()
    expect(await dataOf(young!)).not.toBeNull()
    expect(await models.receipts.findById('wh:1').lean().exec()).toMatchObject({
      body: null,
      digest: 'digest',
    })
  })

  it('erases photos that nobody has referred to for a day', async () => {
    const { photos, connection } = bench.ctx
    const keep = (id: string) =>
      photos.keep({ id, agencyId: AGENCY, partnerId, digest: 'd', bytes: Buffer.from(id) })
    await Promise.all(['pho_unused', 'pho_filed', 'pho_young'].map(keep))
    await photos.file('pho_filed', partnerId, 'inc_1')
    const files = connection.collection('photos.files')
    const uploadDate = new Date(hourAgo())
    uploadDate.setUTCDate(uploadDate.getUTCDate() - 1)
    await files.updateMany({ filename: { $ne: 'pho_young' } }, { $set: { uploadDate } })
    expect(await pass(eraserLoop(bench.ctx))).toMatchObject({ photos: 1 })
    const left = await files.find({}).toArray()
    expect(left.map(({ filename }) => String(filename)).sort()).toEqual(['pho_filed', 'pho_young'])
    expect(await connection.collection('photos.chunks').countDocuments({})).toBe(2)
    expect(Buffer.from((await photos.read(AGENCY, 'pho_filed'))!).toString()).toBe('pho_filed')
  })

  it('forgets codes, and that somebody signed in, a day after they were of use', async () => {
    const { ctx } = bench
    const { answerCodes, signInCodes, deliveries } = ctx.store.models
    const now = ctx.clock.now().toISOString()
    const [old, young] = [plusSeconds(now, -90_000), plusSeconds(now, -80_000)]
    for (const [name, at] of Object.entries({ old, young })) {
      await ctx.answerCodes.give({ agencyId: AGENCY, offerId: `of_${name}`, expiresAt: at })
      const code = {
        codeId: name,
        agencyId: null,
        volunteerId: null,
        personKey: name,
        tries: 0,
        usedAt: null,
      }
      await ctx.signInCodes.keep({ _id: `visitor-${name}`, ...code, at, expiresAt: at })
      const message = { agencyId: AGENCY, partnerId, type: 'sign_in.code', state: 'delivered', createdAt: at }
      await deliveries.collection.insertOne({ _id: name as never, webhookId: name, ...message, data: null })
    }
    expect(await pass(eraserLoop(ctx))).toMatchObject({ answerCodes: 1, signInCodes: 1, signIns: 1 })
    expect(await answerCodes.distinct('offerId')).toEqual(['of_young'])
    expect(await signInCodes.distinct('_id')).toEqual(['visitor-young'])
    expect(await deliveries.distinct('_id', { type: 'sign_in.code' })).toEqual(['young'])
  })

  it('lets go of the oldest rounds beyond what they may take in all, and counts them', async () => {
    const { rounds, store } = bench.ctx
    const at = (s: number): string => plusSeconds(bench.ctx.clock.now().toISOString(), -s)
    const bytes = 1_500_000_000
    for (const [_id, s] of [
      ['rnd_old', 600],
      ['rnd_new', 60],
    ] as const) {
      const round = { _id, agencyId: AGENCY, at: at(s), policyVersion: 'test', incidentIds: [] }
      await rounds.keep(round, { input: '{}', plan: '{}', notAsked: '{}' })
      await store.models.rounds.updateOne({ _id }, { $set: { bytes } }).exec()
    }
    expect(await pass(eraserLoop(bench.ctx))).toMatchObject({ roundsOverBudget: 1 })
    expect([await rounds.read('rnd_old'), await rounds.read('rnd_new')]).toEqual([null, expect.anything()])
    expect(await pass(eraserLoop(bench.ctx))).toMatchObject({ roundsOverBudget: 0 })
  })
})
