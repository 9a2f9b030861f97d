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
const signal = (): [Promise<void>, () => void] => {
  let happen = (): void => undefined
  const happened = new Promise<void>((resolve) => (happen = resolve))
  return [happened, () => happen()]
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

  /** A worker who stands still after his post until he is let go; the answer that he then has is a failure. */
  const paused = () => {
    const [answered, goOn] = signal()
    const [posted, hasPosted] = signal()
    const ctx = {
      ...atHand(desk.ctx).ctx,
      post: async () => {
        hasPosted()
        await answered
        return { status: 500, error: 'http_500', retryAfterS: 0, answer: '' }
      },
    }
    return { ctx, posted, goOn }
  }
  const overtaken = async (letter: Delivery, reply: number) => {
    const slow = paused()
    const attempt = attemptDelivery(slow.ctx, letter._id)
    await slow.posted
    await desk.attempt(letter)
    expect(desk.endpoint.received).toHaveLength(0)
    desk.clock.advance(8)
    desk.endpoint.alwaysReply(reply)
    const after = await desk.attempt(letter)
    slow.goOn()
    await attempt
    return { after, late: await desk.read(letter) }
  }

  it('of whom one was paused past his turn: he leaves a record and decides nothing', async () => {
    const { after, late } = await overtaken(await desk.letter(), 200)
    expect(after).toMatchObject({ state: 'delivered', attempts: [{ status: 200 }] })
    expect(late).toMatchObject({ state: 'delivered', attempts: [{ status: 200 }, { status: 500 }] })
  })

  it('of whom one was paused past his turn: he does not give up what the other still tries', async () => {
    const five = Array.from({ length: 5 }, () => ({
      at: desk.now(),
      status: 500,
      error: 'http_500',
      tookMs: 1,
      answer: null,
    }))
    // The last attempt of the paused worker; the other one asks to wait.
    const { late } = await overtaken(
      await desk.letter({ type: 'offer.withdrawn', attempts: five.slice(0, 4) }),
      503,
    )
    expect(late.state).toBe('pending')
    expect(late.attempts).toHaveLength(6)
  })
})
