import { EventEmitter, once } from 'node:events'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Delivery } from '#contracts/store/documents.ts'
import { attemptDelivery } from '../../../worker/delivery/attempt.ts'
import { until } from '../../world/client.ts'
import { verified } from '../endpoint.ts'
import { spawnWorker } from '../spawn.ts'
import { openBench, runWorker } from '../world.ts'
import { type Desk, openDesk } from './desk.ts'
import { atHand } from './stepped.ts'

let desk: Desk
beforeEach(async () => {
  desk = await openDesk()
})
afterEach(async () => desk.close())

/** Something that happens once, and what makes it happen. */
const signal = (): [Promise<unknown>, () => void] => {
  const what = new EventEmitter()
  return [once(what, 'happened'), () => void what.emit('happened')]
}

describe('a worker killed between the partner’s answer and the record', () => {
  it('leads to the same message under the same id, once more and not before its turn is over', async () => {
    const dying = spawnWorker(desk.bench, { AT_POINT: 'posted' })
    const letter = await desk.letter({ nextAt: desk.inS(-5) })
    expect(await dying.ended).toEqual([null, 'SIGKILL'])
    expect(dying.said()).toContain('at point posted, time 1')
    expect(desk.endpoint.received).toHaveLength(1)
    expect(await desk.read(letter)).toMatchObject({ state: 'pending', attempts: [] })

    const workers = await Promise.all([runWorker(desk.bench.home), runWorker(desk.bench.home)])
    await until('the record', async () => (await desk.read(letter)).state === 'delivered')
    for (const worker of workers) await worker.close()
    const [first, second, ...more] = desk.endpoint.received
    expect(more).toEqual([])
    expect(second?.headers['webhook-id']).toBe(first?.headers['webhook-id'])
    expect(second?.raw).toBe(first?.raw)
    for (const message of desk.endpoint.received) expect(verified(desk.partner.secret, message)).toBeDefined()
    const [sentAt = 0, againAt = 0] = desk.endpoint.received.map(({ headers }) =>
      Number(headers['webhook-timestamp']),
    )
    // The turn of an attempt lasts eight seconds; the stamps are whole ones.
    expect(againAt - sentAt).toBeGreaterThanOrEqual(7)
  })
})

/** A worker who stands still after his post until he is let go, and then has this answer. */
const paused = (status: number) => {
  const [answered, goOn] = signal()
  const [posted, hasPosted] = signal()
  const answer = { status, error: status < 300 ? null : `http_${status}`, retryAfterS: 0, answer: '' }
  const post = async () => {
    hasPosted()
    await answered
    return answer
  }
  return { ctx: { ...desk.ctx, clock: atHand(desk.ctx).clock, post }, posted, goOn }
}

/** Begins, and stands still behind the post. */
const begin = async ({ _id }: Delivery, status: number) => {
  const { ctx, posted, goOn } = paused(status)
  const attempt = attemptDelivery(ctx, _id)
  await posted
  return async () => {
    goOn()
    await attempt
  }
}

describe('two workers', () => {
  it('at the same attempt send it once', async () => {
    const other = await openBench({}, desk.bench.home)
    const letters = await desk.letters(20)
    await Promise.all(
      letters.flatMap(({ _id }) => [
        attemptDelivery(desk.ctx, _id),
        attemptDelivery({ ...other.ctx, clock: desk.clock }, _id),
        attemptDelivery(desk.ctx, _id),
      ]),
    )
    expect(desk.endpoint.received).toHaveLength(20)
    for (const letter of letters) expect(await desk.read(letter)).toMatchObject({ state: 'delivered' })
    await other.close()
  })

  it('of whom one was paused past his turn: he leaves a record and decides nothing', async () => {
    const letter = await desk.letter()
    const finishLate = await begin(letter, 500)
    await desk.attempt(letter)
    expect(desk.endpoint.received).toEqual([])
    desk.clock.advance(8)
    expect(await desk.attempt(letter)).toMatchObject({ state: 'delivered', attempts: [{ status: 200 }] })
    await finishLate()
    expect(await desk.read(letter)).toMatchObject({
      state: 'delivered',
      attempts: [{ status: 200 }, { status: 500 }],
    })
  })

  it('of whom one was paused past his turn: he does not give up what the other still tries', async () => {
    const letter = await desk.letter()
    const finishLate = await begin(letter, 410)
    desk.clock.advance(8)
    const finish = await begin(letter, 200)
    await finishLate()
    expect(await desk.read(letter)).toMatchObject({ state: 'pending' })
    const { ctx, partner, endpoint } = desk
    expect((await ctx.store.ledger.load('partner', partner.id))?.state.url).toBe(endpoint.url)
    await finish()
    expect(await desk.read(letter)).toMatchObject({ state: 'delivered' })
  })

  it('of whom one was paused past his turn: what the partner took through him is taken', async () => {
    const letter = await desk.letter()
    const finishLate = await begin(letter, 200)
    desk.clock.advance(8)
    const finish = await begin(letter, 500)
    await finishLate()
    expect(await desk.read(letter)).toMatchObject({ state: 'delivered', nextAt: null })
    await finish()
    expect(await desk.read(letter)).toMatchObject({ state: 'delivered', nextAt: null })
  })
})
