import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { acknowledgeAlarm } from '#contracts/domain/incident/commands/notes.ts'
import { cancel } from '#contracts/domain/incident/commands/finish.ts'
import { plusSeconds } from '#contracts/domain/instant.ts'
import { createDeliveryQueries } from '#contracts/store/delivery-queries.ts'
import type { Delivery } from '#contracts/store/documents.ts'
import { replayDelivery } from '../../../api/usecases/deliveries/replay-delivery.ts'
import { setAsideDelivery } from '../../../api/usecases/deliveries/set-aside-delivery.ts'
import { alarmLate } from '../../../worker/delivery/late.ts'
import { change, incidentOf, op } from '../given.ts'
import { AGENCY } from '../world.ts'
import { openPost, type Post } from './post.ts'
import { atHand, offsetsOf } from './stepped.ts'

let post: Post
beforeEach(async () => {
  post = await openPost()
  post.endpoint.alwaysReply(500)
})
afterEach(async () => post.close())

const nameOf = ({ partnerId, _id: deliveryId }: Delivery) => ({ partnerId, deliveryId })
const reason = 'Server mitra sudah pulih.'
const replay = (delivery: Delivery, by = op()) =>
  replayDelivery(post.ctx, by, { ...nameOf(delivery), reason })
const deadLetters = () => createDeliveryQueries(post.ctx.store.models).deadLetters(AGENCY)

/** Somebody is out, and his platform never took the confirmation. */
const undelivered = async () => {
  const { incidentId, accept } = await post.anOffer()
  await accept()
  await post.relay()
  return { incidentId, letter: await post.tryOut(await post.only('assignment.confirmed')) }
}

describe('a dead letter', () => {
  it('is counted until somebody sends it once more or lets it rest', async () => {
    const { letter } = await undelivered()
    expect(letter).toMatchObject({ state: 'dead' })
    expect(letter.attempts).toHaveLength(8)
    expect(await deadLetters()).toEqual({ count: 1, since: letter.createdAt })
    await replay(letter)
    expect(await deadLetters()).toBeNull()
    await post.tryOut(letter)
    expect(await deadLetters()).toMatchObject({ count: 1 })
    await setAsideDelivery(post.ctx, op(), nameOf(letter))
    expect(await deadLetters()).toBeNull()
  })

  it('is neither an offer that died nor a message that nobody missed', async () => {
    const { incidentId } = await post.anOffer()
    await post.tryOut(await post.only('offer.created'))
    await change(post.ctx, incidentId, (state) => cancel(state, { reason: null }))
    await post.relay()
    expect(await deadLetters()).toBeNull()
  })
})

describe('a replay', () => {
  it('is a new series of attempts under the same id, with the same bytes', async () => {
    const { incidentId, letter } = await undelivered()
    post.endpoint.alwaysReply(200)
    await replay(letter)
    const again = await post.tryOut(letter)
    expect(again).toMatchObject({ state: 'delivered', replays: [{ by: 'usr_operator', from: 8 }] })
    expect(again.attempts.slice(8).map(({ status }) => status)).toEqual([200])
    const messages = post.endpoint.of('assignment.confirmed')
    expect(messages).toHaveLength(9)
    expect(new Set(messages.map(({ headers }) => headers['webhook-id'])).size).toBe(1)
    expect(new Set(messages.map(({ raw }) => raw)).size).toBe(1)
    expect((await incidentOf(post.ctx, incidentId)).assignments).toMatchObject([
      { acks: { confirmed: 'delivered' } },
    ])
  })

  it('stands in the ledger: who ordered it, for which message and why; so does letting one rest', async () => {
    const { letter } = await undelivered()
    const order = op()
    await replay(letter, order)
    await post.tryOut(letter)
    await setAsideDelivery(post.ctx, op(), nameOf(letter))
    await setAsideDelivery(post.ctx, op(), nameOf(letter))
    await post.ctx.store.settled()
    const { cursors, texts } = post.ctx.store
    const told = (await cursors.of(letter.partnerId)).filter(({ data }) => data['deliveryId'] === letter._id)
    expect(told.map(({ type, by, opId }) => [type, by.id, opId])).toEqual([
      ['partner.replay_ordered', 'usr_operator', order.opId],
      ['partner.letter_set_aside', 'usr_operator', expect.any(String)],
    ])
    const why = String(told[0]?.data['reason'])
    expect(await texts.read([why])).toEqual({ [why]: reason })
  })

  it('that was refused leaves no trace in the ledger', async () => {
    const { incidentId, letter } = await undelivered()
    await change(post.ctx, incidentId, (state) => cancel(state, { reason: null }))
    await expect(replay(letter)).rejects.toMatchObject({ code: 'terminal' })
    await post.ctx.store.settled()
    const types = (await post.ctx.store.cursors.of(letter.partnerId)).map(({ type }) => type)
    expect(types).not.toContain('partner.replay_ordered')
  })

  it('follows the whole schedule anew', async () => {
    const { letter } = await undelivered()
    await replay(letter)
    const { attempts } = await post.tryOut(letter)
    expect(attempts).toHaveLength(16)
    for (const series of [attempts.slice(0, 8), attempts.slice(8)])
      expect(offsetsOf(series)).toEqual([0, 5, 30, 120, 600, 3600, 10_800, 43_200])
    // The first attempt that a person orders is made, however sick the endpoint is.
    expect(attempts[8]).toMatchObject({ status: 500 })
  })

  it('ordered twice by one order, or by two at once, is one', async () => {
    const { letter } = await undelivered()
    const order = op()
    await replay(letter, order)
    await replay(letter, order)
    await expect(replay(letter)).rejects.toMatchObject({ code: 'already_done' })
    await post.tryOut(letter)
    const outcomes = await Promise.allSettled([1, 2, 3, 4].map(() => replay(letter)))
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect((await post.ctx.deliveries.read(letter._id))?.replays).toHaveLength(2)
  })

  it('of an offer whose time is over is refused: nobody is asked by it', async () => {
    await post.anOffer()
    const offer = await post.tryOut(await post.only('offer.created'))
    await expect(replay(offer)).rejects.toMatchObject({ code: 'terminal' })
  })

  it('of a confirmation is refused when the task is over, of a stand-down it is not', async () => {
    const { incidentId, letter } = await undelivered()
    await change(post.ctx, incidentId, (state) => cancel(state, { reason: null }))
    await expect(replay(letter)).rejects.toMatchObject({ code: 'terminal' })
    await post.relay()
    const standDown = await post.tryOut(await post.only('assignment.stood_down'))
    expect(standDown.state).toBe('dead')
    await replay(standDown)
    post.endpoint.alwaysReply(200)
    expect(await post.tryOut(standDown)).toMatchObject({ state: 'delivered' })
    expect((await incidentOf(post.ctx, incidentId)).alarms).toEqual([])
  })

  it('of a stand-down that fails once more alarms once more', async () => {
    const { incidentId } = await undelivered()
    await change(post.ctx, incidentId, (state) => cancel(state, { reason: null }))
    await post.relay()
    const standDown = await post.tryOut(await post.only('assignment.stood_down'))
    const { alarms } = await incidentOf(post.ctx, incidentId)
    await change(post.ctx, incidentId, (state) => acknowledgeAlarm(state, { alarm: alarms[0]!.id }))
    await replay(standDown)
    await post.tryOut(standDown)
    expect((await incidentOf(post.ctx, incidentId)).alarms).toMatchObject([
      { what: 'undelivered', acknowledgedAt: null },
    ])
  })

  it.each([
    ['under way', { state: 'pending' }, 'already_done'],
    ['delivered', { state: 'delivered' }, 'illegal_move'],
    ['dropped', { state: 'dropped' }, 'illegal_move'],
    ['a ping', { type: 'ping' }, 'illegal_move'],
    ['erased', { data: null }, 'illegal_move'],
  ])('of a message that is %s is refused', async (_, over, code) => {
    const { letter } = await undelivered()
    await post.ctx.store.models.deliveries.updateOne({ _id: letter._id }, { $set: over }).exec()
    await expect(replay(letter)).rejects.toMatchObject({ code })
  })

  it('of another partner or agency is not found', async () => {
    const { letter } = await undelivered()
    await expect(
      replayDelivery(post.ctx, op(), { ...nameOf(letter), partnerId: 'ptn_other', reason }),
    ).rejects.toMatchObject({ code: 'not_found' })
    await expect(replay(letter, { ...op(), agencyId: '5301' })).rejects.toMatchObject({ code: 'not_found' })
  })
})

describe('a stand-down that waits in a long line', () => {
  it('alarms within 30 s, once, and still comes to rest when it arrives', async () => {
    post.endpoint.alwaysReply(200)
    const { incidentId, accept } = await post.anOffer()
    await accept()
    await change(post.ctx, incidentId, (state) => cancel(state, { reason: null }))
    await post.relay()
    const standDown = await post.only('assignment.stood_down')
    const { ctx, clock } = atHand(post.ctx)
    await alarmLate(ctx)
    expect((await incidentOf(ctx, incidentId)).alarms).toEqual([])
    clock.advance(28)
    await alarmLate(ctx)
    expect((await incidentOf(ctx, incidentId)).alarms).toMatchObject([{ what: 'undelivered' }])
    const { version } = (await ctx.store.ledger.load('incident', incidentId))!
    await alarmLate(ctx)
    expect((await ctx.store.ledger.load('incident', incidentId))?.version).toBe(version)
    expect((await ctx.deliveries.read(standDown._id))?.alarmedAt).toBe(
      plusSeconds(ctx.clock.now().toISOString(), 0),
    )

    await post.tryOut(standDown)
    expect((await incidentOf(ctx, incidentId)).alarms).toEqual([])
  })
})
