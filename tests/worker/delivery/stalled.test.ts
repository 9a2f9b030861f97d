import { Queue } from 'bullmq'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { remind } from '../../../worker/delivery/attempt.ts'
import { until } from '../../world/client.ts'
import { openEndpoint } from '../endpoint.ts'
import { aPartner } from '../given.ts'
import { runWorker } from '../world.ts'
import { type Desk, openDesk } from './desk.ts'

const HEALTHY = 25
const STALLED = 100

let desk: Desk
beforeEach(async () => {
  desk = await openDesk()
})
afterEach(async () => desk.close())

/** A partner who takes whatever comes and never says a word; how many messages he held at once. */
const openStalled = async () => {
  const endpoint = await openEndpoint()
  let [open, most] = [0, 0]
  endpoint.alwaysReply((response) => {
    most = Math.max(most, (open += 1))
    response.on('close', () => (open -= 1))
  })
  return { url: endpoint.url, most: () => most, close: endpoint.close }
}

/** How often a worker took up each job of these messages. */
const turnsOf = async (ids: readonly string[]): Promise<number[]> => {
  const { keys, config } = desk.ctx
  const queue = new Queue('deliver', { connection: { url: config.redisUrl }, prefix: keys.queues })
  try {
    const jobs = await queue.getJobs(['completed', 'failed', 'active', 'waiting', 'delayed'], 0, -1)
    return ids.map((id) =>
      jobs
        .filter(({ data }) => (data as { deliveryId: string }).deliveryId === id)
        .reduce((sum, { attemptsStarted }) => sum + attemptsStarted, 0),
    )
  } finally {
    await queue.close()
  }
}

/** Sends to the healthy partner, with or without a stalled one before him in every queue; who was brought what, how often. */
const day = async (before: number) => {
  const { ctx } = desk
  const stalled = await openStalled()
  const sick = await aPartner(ctx, { url: stalled.url })
  const stuck = await desk.letters(before, { partnerId: sick.id })
  const letters = await desk.letters(HEALTHY)
  for (const letter of [...stuck, ...letters]) await remind(ctx, letter)
  const worker = await runWorker(desk.bench.home)
  await until('all of the healthy partner', async () => {
    const all = await Promise.all(letters.map(desk.read))
    return all.every(({ state }) => state === 'delivered')
  })
  const all = await Promise.all(letters.map(desk.read))
  const turns = await turnsOf(letters.map(({ _id }) => _id))
  const turnsOfStuck = await turnsOf(stuck.map(({ _id }) => _id))
  const attempts = all.map((letter) => letter.attempts.length)
  // His line is let go with the worker, what is in flight ends at its deadline.
  await worker.close()
  await stalled.close()
  const received = desk.endpoint.received.splice(0).map(({ headers }) => headers['webhook-id'])
  const brought = { turns, attempts, received: received.length, ids: new Set(received).size }
  return { brought, turnsOfStuck, most: stalled.most() }
}

describe('a partner who stalls', () => {
  it('takes no turn and no delivery from another', async () => {
    const without = await day(0)
    const beside = await day(STALLED)
    const once = Array<number>(HEALTHY).fill(1)
    expect(without.brought).toEqual({ turns: once, attempts: once, received: HEALTHY, ids: HEALTHY })
    expect(beside.brought).toEqual(without.brought)
    // He himself costs one turn a message too, however long his line is, and never has more than four in flight.
    expect(beside.turnsOfStuck).toEqual(Array<number>(STALLED).fill(1))
    expect(beside.most).toBe(4)
  }, 120_000)
})
