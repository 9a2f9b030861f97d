import { plusSeconds } from '#contracts/domain/instant.ts'
import { untouched } from '#contracts/store/deliveries.ts'
import type { Delivery } from '#contracts/store/documents.ts'
import type { WorkerOptions } from '../../../worker/context.ts'
import { attemptDelivery } from '../../../worker/delivery/attempt.ts'
import { openEndpoint } from '../endpoint.ts'
import { aPartner } from '../given.ts'
import { AGENCY, openBench } from '../world.ts'
import { atHand, stepTo } from './stepped.ts'

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
    tryOut: stepTo(ctx, clock),
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
