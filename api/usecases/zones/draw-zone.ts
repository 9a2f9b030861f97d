import { vehicles, type Vehicle } from '#contracts/domain/words.ts'
import { drawZone } from '#contracts/domain/zone/commands.ts'
import { derivedId } from '#contracts/runtime/ids.ts'
import type { Op } from '#contracts/store/ledger.ts'
import type { Routes } from '#contracts/wire/routes/all.ts'
import type { Changed } from '../../changed.ts'
import type { Context } from '../../context.ts'
import type { Given } from '../../route-types.ts'
import { mustLieIn } from './bounds.ts'

/** In the order of the list, so that two orders of the same vehicles are the same. */
export const sorted = (bars: readonly Vehicle[]): Vehicle[] =>
  vehicles.filter((vehicle) => bars.includes(vehicle))

/**
 * Draws a danger zone. The next match round already keeps people out of it.
 * @throws Refusal `outside_area`, `zone_times`; NotSaved
 */
export const draw = async (
  context: Context,
  op: Op,
  { kind, polygon, bars, from, until, reason, drill }: Given<Routes['drawZone']>['body'],
): Promise<Changed> => {
  const id = derivedId('zon', op.agencyId, op.opId)
  const { ledger, texts } = context.store
  const [ring] = polygon.coordinates
  if ((await ledger.done('zone', id, op.opId)) === null) {
    mustLieIn(await context.agencies.of(op.agencyId), ring)
    const kept = await texts.keep(op.agencyId, id, reason)
    await ledger.change('zone', id, op, (state, now) =>
      drawZone(state, { kind, ring, bars: sorted(bars), from: from ?? now, until, reason: kept, drill }, now),
    )
  }
  return { kind: 'zone', id }
}
