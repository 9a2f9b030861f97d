import { fixedClock } from '#contracts/runtime/clock.ts'
import { plusSeconds } from '#contracts/domain/instant.ts'
import { untouched } from '#contracts/store/deliveries.ts'
import type { Delivery } from '#contracts/store/documents.ts'
import type { WorkerContext, WorkerOptions } from '../../../worker/context.ts'
import { attemptDelivery } from '../../../worker/delivery/attempt.ts'
import { openEndpoint } from '../endpoint.ts'
import { aPartner } from '../given.ts'
import { AGENCY, openBench } from '../world.ts'

/** The context as it is at a moment that the test decides about; nothing waits for real time. */
export const atHand = (ctx: WorkerContext) => {
  const clock = { ...ctx.clock, ...fixedClock(ctx.clock.now()) }
  return { ctx: { ...ctx, clock, random: () => 0.5 }, clock }
}

/** A bench whose clock is stepped by hand, a partner with an endpoint, and messages without an incident behind them. */
export const openDesk = async (options: WorkerOptions = {}) => {
  const bench = await openBench(options)
  const endpoint = await openEndpoint()
  const { ctx, clock } = atHand(bench.ctx)
  const partner = await aPartner(ctx, { url: endpoint.url })
  const now = (): string => clock.now().toISOString()
  let count = 0

  const letter = async (over: Partial<Delivery> = {}): Promise<Delivery> => {
    count += 1
    const delivery: Delivery = {
      ...untouched,
      _id: `letter-${count}`,
      agencyId: AGENCY,
      partnerId: partner.id,
      webhookId: `msg_letter_${count}`,
      type: 'assignment.confirmed',
      entityId: 'inc_none',
      subject: `as_${count}`,
      volunteerId: null,
      data: { volunteerRef: 'Grab-17' },
      state: 'pending',
      createdAt: now(),
      nextAt: now(),
      attempts: [],
      ...over,
    }
    await ctx.deliveries.add(delivery)
    return delivery
  }
  const read = async ({ _id }: Pick<Delivery, '_id'>): Promise<Delivery> => {
    const delivery = await ctx.deliveries.read(_id)
    if (delivery === null) throw new Error(`no message ${_id}`)
    return delivery
  }
  const attempt = async (delivery: Pick<Delivery, '_id'>): Promise<Delivery> => {
    await attemptDelivery(ctx, delivery._id)
    return read(delivery)
  }
  /** Steps from each attempt to the next until the message has ended. */
  const tryOut = async (delivery: Pick<Delivery, '_id'>): Promise<Delivery> => {
    for (;;) {
      const { state, nextAt } = await read(delivery)
      if (state !== 'pending' || nextAt === null) return read(delivery)
      clock.advance(Math.max(0, (Date.parse(nextAt) - clock.now().getTime()) / 1000))
      await attempt(delivery)
    }
  }

  return {
    bench,
    ctx,
    clock,
    now,
    inS: (seconds: number): string => plusSeconds(now(), seconds),
    endpoint,
    partner,
    letter,
    letters: (many: number, over: Partial<Delivery> = {}): Promise<Delivery[]> =>
      Promise.all(Array.from({ length: many }, () => letter(over))),
    read,
    attempt,
    tryOut,
    errorsOf: async (delivery: Delivery): Promise<(string | null)[]> =>
      (await read(delivery)).attempts.map(({ error }) => error),
    close: async (): Promise<void> => {
      await ctx.store.settled()
      await bench.close()
      await endpoint.close()
    },
  }
}
export type Desk = Awaited<ReturnType<typeof openDesk>>

/** When each attempt began, in seconds after the first of them. */
export const offsetsOf = (attempts: Delivery['attempts']): number[] =>
  attempts.map(({ at }) => (Date.parse(at) - Date.parse(attempts[0]?.at ?? at)) / 1000)
